// npm run bench: what printing, or with --site building, costs beside the peers, each in a process of its own, as ratios in one run.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { contestants, PRINTED, withoutLevers } from "./bench/contestants.ts";
import { measure } from "./bench/measure.ts";
import { measureSite, siteTable } from "./bench/site/measure.ts";
import { type BenchReport, table } from "./bench/table.ts";
import { measureWarm } from "./bench/warm.ts";
import { EnvironmentError, type Result, runCommand } from "./command/command.ts";
import { commonFlags, UsageError, wholeNumber } from "./command/options.ts";
import { type Progress, progress } from "./command/progress.ts";
import { findBrowser, startBrowser } from "./paginate/browser.ts";

const SIZES = [7, 52, 204, 397];
const LEVER_SIZES = [52, 204];
const WARM_PRINTS = 5;

await runCommand({
  usage:
    "npm run bench -- [--sizes 7,52,204,397] [--rounds N] [--only NAME] [--no-levers] [--site LIST] [--out FILE] [--format text|json]\n\nCHANCERY_BENCH_PEERS names a folder with node_modules/pagedjs-cli.",
  flags: {
    sizes: { type: "string", help: "LIST     pages of the documents (7,52,204,397)" },
    rounds: { type: "string", help: "N        runs of each; fewer from 200 pages on (3)" },
    only: { type: "string", help: "NAME     contestants whose names begin so" },
    site: { type: "string", help: "LIST     packs of the sites to build instead, such as 1,100,1000" },
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
    if (values.site !== undefined)
      return await siteRows(String(values.site), values.out as string | undefined, say);
    const program = await findBrowser();
    const all = contestants(program, process.env.CHANCERY_BENCH_PEERS);
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
    return { findings: [], folder: ".", json: () => report, text };
  },
});

/** What building and rebuilding the site costs, beside the floor and the usual way. */
async function siteRows(list: string, out: string | undefined, say: Progress): Promise<Result> {
  const sizes = list.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new UsageError("--site is whole numbers with commas between");
  const report = await measureSite(sizes, say);
  say("");
  const text = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}\n\n${siteTable(report)}\n`;
  if (out !== undefined) await writeFile(out, text);
  return { findings: [], folder: ".", json: () => report, text };
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
