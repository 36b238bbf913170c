// npm run bench: what printing, or with --site building, costs beside the peers, each in a process of its own, as ratios in one run.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { contestants, PRINTED, withoutLevers } from "./bench/contestants.ts";
import { measure } from "./bench/measure.ts";
import { withSection } from "./bench/page.ts";
import { hugoVersion } from "./bench/site/hugo.ts";
import { buildRows, editRows, measureSite, type SiteReport } from "./bench/site/measure.ts";
import { siteTable } from "./bench/site/table.ts";
import { type BenchReport, table } from "./bench/table.ts";
import { measureWarm } from "./bench/warm.ts";
import { EnvironmentError, type Result, runCommand } from "./command/command.ts";
import { commonFlags, UsageError, wholeNumber } from "./command/options.ts";
import { type Progress, progress } from "./command/progress.ts";
import { findBrowser, startBrowser } from "./paginate/browser.ts";
import { installedBrowser } from "./paginate/browser-installed.ts";
import { versions } from "./read/versions.ts";

const SIZES = [7, 52, 204, 397];
const LEVER_SIZES = [52, 204];
const WARM_PRINTS = 5;

await runCommand({
  usage:
    "npm run bench -- [--sizes 7,52,204,397] [--rounds N] [--only NAME] [--no-levers] [--out FILE] [--write] [--format text|json]\n       npm run bench -- --site LIST [--rows LIST] [--budget N] [--out FILE] [--write] [--format text|json]\n\nCHANCERY_BENCH_PEERS names a folder with node_modules/pagedjs-cli.",
  flags: {
    sizes: { type: "string", help: "LIST     pages of the documents (7,52,204,397)" },
    rounds: { type: "string", help: "N        runs of each; fewer from 200 pages on (3)" },
    only: { type: "string", help: "NAME     contestants whose names begin so" },
    site: { type: "string", help: "LIST     packs of the sites to build instead, such as 1,100,1000" },
    rows: { type: "string", help: "LIST     rows of the site, such as floor,pages,body; all without it" },
    budget: { type: "string", help: "N        seconds that a row of the site may take (900)" },
    write: { type: "boolean", help: "         keep the results in scripts/bench/README.md" },
    "no-levers": { type: "boolean", help: " leave out the runs with one lever off" },
    out: { type: "string", help: "FILE     write the results there as well" },
    format: commonFlags.format,
    help: commonFlags.help,
  },
  positionals: 0,
  async run({ values }) {
    if (process.platform !== "linux")
      throw new EnvironmentError("npm run bench reads /proc, which only Linux has");
    const sizes = values.sizes === undefined ? SIZES : String(values.sizes).split(",").map(Number);
    if (!sizes.every((size) => Number.isInteger(size) && size > 0))
      throw new UsageError("--sizes is whole numbers with commas between");
    const rounds = wholeNumber("rounds", values.rounds as string | undefined, 1, 99) ?? 3;
    const say = progress(process.stderr);
    if (values.site !== undefined) {
      const flags = {
        site: String(values.site),
        rows: values.rows as string | undefined,
        budget: wholeNumber("budget", values.budget as string | undefined, 1, 86_400) ?? 900,
        out: values.out as string | undefined,
        write: values.write === true,
      };
      return await siteRows(flags, say);
    }
    const program = await findBrowser();
    const all = contestants(program, process.env.CHANCERY_BENCH_PEERS, await installedBrowser());
    const chosen = all.filter(({ name }) => name.startsWith(String(values.only ?? "")));
    const few = (size: number) => (size < 200 ? rounds : Math.ceil(rounds / 3));
    const levers = withoutLevers();
    const measured = await measure({ contestants: chosen, sizes }, few, say);
    const printed = all.filter(({ name }) => name === PRINTED);
    const leverSizes = LEVER_SIZES.filter((size) => sizes.includes(size));
    const report: BenchReport = {
      machine: await machine(program),
      contestants: measured,
      levers: values["no-levers"]
        ? []
        : await measure({ contestants: [...printed, ...levers], sizes: leverSizes }, () => rounds, say),
      warm: await measureWarm(WARM_PRINTS, say),
    };
    say("");
    const text = values.format === "json" ? `${JSON.stringify(report, null, 1)}\n` : `${table(report)}\n`;
    if (values.out !== undefined) await writeFile(String(values.out), text);
    if (values.write) await writeSection("Printing", table(report).replace(/^# .*\n/, ""));
    return { findings: [], folder: ".", json: () => report, text };
  },
});

/** What building and rebuilding the site costs, beside the floor and the usual way. What is measured is written row by row. */
async function siteRows({ site, rows: only, budget, out, write }: SiteFlags, say: Progress): Promise<Result> {
  const sizes = site.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new UsageError("--site is whole numbers with commas between");
  const known: readonly string[] = [...buildRows, "hugo", ...editRows, "template", "memory"];
  const rows = only?.split(",") ?? [];
  const wrong = rows.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new UsageError(`--rows does not know ${wrong}: ${known.join(", ")}`);
  const hugo = await hugoVersion();
  const host = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}, Eleventy ${(await versions(null)).engines["@11ty/eleventy"]}${hugo === null ? "" : `, Hugo ${hugo}`}. Each row is a process of its own, its start included.`;
  const textOf = (report: SiteReport) => `${host}\n\n${siteTable(report)}\n`;
  const report = await measureSite({ sizes, rows, budget }, say, async (soFar) => {
    if (out !== undefined) await writeFile(out, textOf(soFar));
    if (write) await writeSection("Site", textOf(soFar));
  });
  say("");
  return { findings: [], folder: ".", json: () => report, text: textOf(report) };
}

type SiteFlags = {
  readonly site: string;
  readonly rows: string | undefined;
  readonly budget: number;
  readonly out: string | undefined;
  readonly write: boolean;
};

/** Puts results into the page of them; the other section stays as it is. */
async function writeSection(title: "Printing" | "Site", text: string): Promise<void> {
  const page = new URL("bench/README.md", import.meta.url);
  const before = await readFile(page, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw cause;
    return "";
  });
  await writeFile(page, withSection(before, title, text));
}

async function machine(program: Awaited<ReturnType<typeof findBrowser>>): Promise<BenchReport["machine"]> {
  const handle = await startBrowser(program);
  await handle.close();
  const library = dirname(dirname(createRequire(import.meta.url).resolve("pagedjs")));
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    node: process.versions.node,
    browser: handle.product,
    pagedjs: JSON.parse(await readFile(join(library, "package.json"), "utf8")).version,
  };
}
