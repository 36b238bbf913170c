// The rows on the site: builds beside the floor and the usual way, edits, and memory, each in a process of its own.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Progress } from "../../command/progress.ts";
import { packSlug, siteContent } from "./content.ts";
import { devMemory, type MemoryKind, type MemoryMark } from "./dev-memory.ts";
import { buildHugo, hugoVersion, layHugo } from "./hugo.ts";
import { layPlain } from "./plain-eleventy.ts";
import { templateEdits } from "./template.ts";

const program = fileURLToPath(new URL("worker.ts", import.meta.url));
/** What the npm scripts load first, too. */
const compileCache = new URL("../../command/compile-cache.mjs", import.meta.url).href;

export type SiteRow = {
  readonly what: string;
  readonly packs: number;
  readonly cpu: number;
  /** Of rows that are measured more than once: the least and the most; `cpu` is their median. */
  readonly range?: readonly [least: number, most: number];
  readonly wall: number;
  readonly memory: number;
  readonly pages: number;
  /** Processes that were running or waiting when it began, over the last minute. */
  readonly load: number;
};

type Build = Omit<SiteRow, "what" | "packs" | "load">;

export type EditRow = {
  readonly what: string;
  readonly packs: number;
  readonly own: Percentiles;
  readonly all: Percentiles;
  readonly load: number;
};

export type MemoryRow = {
  readonly what: MemoryKind;
  readonly packs: number;
  readonly marks: readonly MemoryMark[];
};

export type Percentiles = { readonly half: number; readonly most: number };

export type SiteReport = {
  readonly builds: readonly SiteRow[];
  readonly edits: readonly EditRow[];
  /** Of dev after so many rebuilds, among the fewest packs. */
  readonly memory: readonly MemoryRow[];
  /** Rows that did not end within their time. */
  readonly late: readonly string[];
};

export type SiteWanted = {
  readonly sizes: readonly number[];
  /** Names of rows; all when empty. */
  readonly rows: readonly string[];
  /** Of each row, in seconds. */
  readonly budget: number;
};

/** Held against one another: they take turns, since what a new file costs depends on what the disk has just done. */
const judgedRows = ["floor", "pages"] as const;
const turns = 5;
export const buildRows = [...judgedRows, "cold", "kept", "kept again", "kept changed", "plain"] as const;
export const editRows = ["body", "title", "box", "person"] as const;

/** `kept` hears of all that is measured so far, after each row. */
export async function measureSite(
  { sizes, rows, budget }: SiteWanted,
  say: Progress,
  kept: (report: SiteReport) => Promise<void>,
): Promise<SiteReport> {
  const folder = await mkdtemp(join(tmpdir(), "chancery-bench-"));
  const builds: SiteRow[] = [];
  const edits: EditRow[] = [];
  const late: string[] = [];
  const memory: MemoryRow[] = [];
  const report = () => ({ builds, edits, memory, late });
  const wanted = (what: string) => rows.length === 0 || rows.includes(what);
  async function row<T>(
    what: string,
    packs: number,
    run: () => Promise<T>,
    take: (found: T & { load: number }) => void,
  ) {
    if (!wanted(what)) return;
    say(`${packs} packs: ${what}`);
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    try {
      take({ ...(await run()), load });
    } catch (cause) {
      if ((cause as { killed?: boolean }).killed !== true) throw cause;
      late.push(`${what}, ${packs} packs`);
    }
    await kept(report());
  }
  try {
    for (const packs of sizes) {
      const own = join(folder, `${packs}`);
      const content = join(own, "content");
      for (const [path, text] of siteContent(packs)) {
        await mkdir(dirname(join(content, path)), { recursive: true });
        await writeFile(join(content, path), text);
      }
      if (wanted("plain")) await layPlain(content, join(own, "plain"), packs);
      const work = <T>(what: string, from: string, to: string) => inProcess<T>(what, from, to, packs, budget);
      const build = (what: string): Promise<Build> => {
        const from = what === "plain" ? join(own, "plain") : content;
        return work(what.split(" ")[0] ?? "", from, targetOf(what));
      };
      const targetOf = (what: string) => join(own, `out-${what.split(" ")[0]}`);
      // Writing over a folder costs more than writing a new one.
      const empty = (what: string) => rm(join(targetOf(what), "site"), { recursive: true, force: true });
      const taken = new Map<string, Build[]>(judgedRows.map((what) => [what, []]));
      for (let turn = 1; turn <= turns; turn++) {
        for (const what of judgedRows) {
          await empty(what);
          await row(
            what,
            packs,
            () => build(what),
            (one) => {
              const all = taken.get(what) ?? [];
              all.push(one);
              if (turn === turns) builds.push({ ...middle(all), load: one.load, what, packs });
            },
          );
        }
      }
      for (const what of buildRows.slice(judgedRows.length)) {
        if (what === "kept changed") await changeOne(content, packs);
        else await empty(what);
        await row(
          what,
          packs,
          () => build(what),
          (one) => builds.push({ ...one, what, packs }),
        );
      }
      if (wanted("hugo") && (await hugoVersion()) !== null) {
        const input = join(own, "hugo");
        await layHugo(content, input, packs);
        const run = () => buildHugo(input, join(own, "out-hugo"));
        await row("hugo", packs, run, (one) => builds.push({ ...one, what: "hugo", packs }));
      }
      for (const what of editRows) {
        const edited = join(own, "edited");
        if (wanted(what)) await cp(content, edited, { recursive: true });
        await row(
          what,
          packs,
          () =>
            work<{ edits: readonly { own: number; all: number }[] }>(what, edited, join(own, `out-${what}`)),
          ({ edits: times, load }) =>
            edits.push({
              what,
              packs,
              load,
              own: percentiles(times.map((one) => one.own)),
              all: percentiles(times.map((one) => one.all)),
            }),
        );
        await rm(edited, { recursive: true, force: true });
      }
      await row(
        "template",
        packs,
        async () => ({ times: await templateEdits(content, join(own, "out-template"), packs, 8, budget) }),
        ({ times, load }) =>
          edits.push({
            what: "template",
            packs,
            load,
            own: percentiles(times.map((one) => one.own)),
            all: percentiles(times.map((one) => one.all)),
          }),
      );
      for (const what of packs === sizes[0] ? (["body", "mixed"] as const) : []) {
        const run = async () => ({
          marks: await devMemory(content, join(own, `store-${what}`), packs, what, budget),
        });
        await row("memory", packs, run, ({ marks }) => memory.push({ what, packs, marks }));
      }
      await rm(own, { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return report();
}

/** The build that cost no more than half of them, with the least and the most. */
function middle(all: readonly Build[]): Build {
  const sorted = all.toSorted((a, b) => a.cpu - b.cpu);
  const [least, half, most] = [sorted[0], sorted[all.length >> 1], sorted.at(-1)];
  if (!least || !half || !most) throw new Error("nothing was measured");
  return { ...half, range: [least.cpu, most.cpu] };
}

/** Says something else in one pack. */
async function changeOne(content: string, packs: number): Promise<void> {
  const path = join(content, `packs/${packSlug(packs >> 1)}/pack.yaml`);
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/^assessment: .*/m, "assessment: Seen once more."));
}

async function inProcess<T>(
  what: string,
  content: string,
  folder: string,
  packs: number,
  budget: number,
): Promise<T> {
  await mkdir(folder, { recursive: true });
  // Thousands of packs that are kept open need more than a process is given by itself.
  const room = packs > 2000 ? ["--max-old-space-size=8192"] : [];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--expose-gc", ...room, "--import", compileCache, program, what, content, folder, String(packs)],
    { maxBuffer: 1 << 26, timeout: budget * 1000, killSignal: "SIGKILL" },
  );
  return JSON.parse(stdout) as T;
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { half: at(0.5), most: at(0.95) };
}
