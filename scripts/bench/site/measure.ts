// The rows on the site: cold and kept builds beside the floor and the usual way, edits, and memory, each in a process of its own.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Progress } from "../../command/progress.ts";
import { siteContent } from "./content.ts";
import { layPlain } from "./plain-eleventy.ts";

const program = fileURLToPath(new URL("worker.ts", import.meta.url));

export type SiteRow = {
  readonly what: string;
  readonly packs: number;
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
  readonly pages: number;
};

export type EditRow = {
  readonly what: string;
  readonly packs: number;
  readonly own: Percentiles;
  readonly all: Percentiles;
};

type Percentiles = { readonly half: number; readonly most: number };

export type SiteReport = {
  readonly builds: readonly SiteRow[];
  readonly edits: readonly EditRow[];
  /** Heap in MB after 0, 100, … 500 rebuilds among the fewest packs. */
  readonly heap: readonly number[];
};

const contestants = ["floor", "cold", "kept", "kept again", "plain"] as const;

export async function measureSite(sizes: readonly number[], say: Progress): Promise<SiteReport> {
  const folder = await mkdtemp(join(tmpdir(), "chancery-bench-"));
  const builds: SiteRow[] = [];
  const edits: EditRow[] = [];
  let heap: readonly number[] = [];
  try {
    for (const packs of sizes) {
      const content = join(folder, `${packs}`, "content");
      for (const [path, text] of siteContent(packs)) {
        await mkdir(dirname(join(content, path)), { recursive: true });
        await writeFile(join(content, path), text);
      }
      await layPlain(content, join(folder, `${packs}`, "plain"), packs);
      for (const what of contestants) {
        say(`${packs} packs: ${what}`);
        const output = join(folder, `${packs}`, what === "kept again" ? "kept" : `out-${what}`);
        const target = what === "kept" ? join(folder, `${packs}`, "kept") : output;
        // Writing over a folder costs more than writing a new one.
        await rm(join(target, "site"), { recursive: true, force: true });
        const from = what === "plain" ? join(folder, `${packs}`, "plain") : content;
        builds.push({
          what,
          packs,
          ...(await work<Omit<SiteRow, "what" | "packs">>(what.split(" ")[0] ?? "", from, target, packs)),
        });
      }
      for (const what of ["body", "title", "box", "person"]) {
        say(`${packs} packs: edits of a ${what}`);
        const own = join(folder, `${packs}`, "edited");
        await cp(content, own, { recursive: true });
        const { edits: times } = await work<{ edits: readonly { own: number; all: number }[] }>(
          what,
          own,
          join(folder, `${packs}`, `out-${what}`),
          packs,
        );
        edits.push({
          what,
          packs,
          own: percentiles(times.map((one) => one.own)),
          all: percentiles(times.map((one) => one.all)),
        });
        await rm(own, { recursive: true });
      }
      if (heap.length === 0) {
        say(`${packs} packs: 500 rebuilds`);
        heap = (
          await work<{ heap: readonly number[] }>(
            "memory",
            content,
            join(folder, `${packs}`, "out-memory"),
            packs,
          )
        ).heap;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { builds, edits, heap };
}

async function work<T>(what: string, content: string, folder: string, packs: number): Promise<T> {
  await mkdir(folder, { recursive: true });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--expose-gc", program, what, content, folder, String(packs)],
    { maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout) as T;
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { half: at(0.5), most: at(0.95) };
}

/** As tables in Markdown. */
export function siteTable({ builds, edits, heap }: SiteReport): string {
  const rows = builds.map(({ what, packs, cpu, wall, memory, pages }) => {
    const floor = builds.find((one) => one.what === "floor" && one.packs === packs)?.cpu ?? cpu;
    const cells = [
      names[what] ?? what,
      packs,
      pages,
      (cpu / 1000).toFixed(2),
      `${(cpu / floor).toFixed(1)}×`,
      (wall / 1000).toFixed(2),
      memory,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const latencies = edits.map(
    ({ what, packs, own, all }) =>
      `| ${what} | ${packs} | ${own.half} | ${own.most} | ${all.half} | ${all.most} |`,
  );
  return [
    "| pages built by | packs | pages | CPU s | against the floor | s | MB |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    "| edit of a | packs | its own pages, ms | 95th percentile | all pages, ms | 95th percentile |",
    "| --- | --- | --- | --- | --- | --- |",
    ...latencies,
    "",
    `Heap after 0 to 500 rebuilds, MB: ${heap.join(", ")}`,
  ].join("\n");
}

const names: Readonly<Record<string, string>> = {
  floor: "no framework",
  cold: "Chancery, nothing kept",
  kept: "Chancery, keeping what it makes",
  "kept again": "Chancery, all kept before",
  plain: "Eleventy, a folder a pack and Nunjucks",
};
