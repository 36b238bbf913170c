// Runs every contestant on every document, round after round, so that a noisy minute falls on all of them alike.

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Progress } from "../command/progress.ts";
import { readPdfText } from "../verify/pdf-text.ts";
import { compareText } from "../verify/pdf-words.ts";
import type { Contestant } from "./contestants.ts";
import { benchDocument } from "./document.ts";
import { costOf } from "./process-tree.ts";
import type { WorkerReport } from "./worker.ts";

export type Measured = {
  readonly contestant: string;
  /** What the document was made for. */
  readonly size: number;
  /** Of the PDF. */
  readonly pages: number;
  /** Seconds of the whole tree, one a round. */
  readonly cpu: readonly number[];
  /** CPU seconds of the layout alone, one a round; empty where it is not told apart. */
  readonly layout: readonly number[];
  /** Bytes, the most of all rounds. */
  readonly memory: number;
  /** Words of the document that are not in the PDF. */
  readonly lost: number;
  /** What is wrong with its prints, each once, as it said itself or as its checks found. */
  readonly faults: readonly string[];
};

export type Plan = { readonly contestants: readonly Contestant[]; readonly sizes: readonly number[] };

/** `rounds` is how often each size is measured. */
export async function measure(
  plan: Plan,
  rounds: (size: number) => number,
  progress: Progress,
): Promise<readonly Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), "chancery-bench-"));
  try {
    const found: Measured[] = [];
    for (const size of plan.sizes) {
      for (const numbers of ["filled", "targets"] as const) {
        const { html, files } = await benchDocument(size, numbers);
        const own = join(folder, `${numbers}-${size}`);
        for (const [path, bytes] of [...files, ["document.html", html] as const]) {
          await mkdir(dirname(join(own, path)), { recursive: true });
          await writeFile(join(own, path), bytes);
        }
      }
      const runs = new Map<string, Run[]>();
      for (let round = 1; round <= rounds(size); round += 1) {
        for (const one of plan.contestants) {
          progress(`${one.name}, ${size} pages, ${round} of ${rounds(size)}`);
          const list = runs.get(one.name) ?? [];
          runs.set(one.name, [...list, await runOnce(one, join(folder, `${one.numbers}-${size}`), folder)]);
        }
      }
      for (const [contestant, list] of runs) found.push(summed(contestant, size, list));
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = {
  readonly cpu: number;
  readonly memory: number;
  readonly layout: number | undefined;
  readonly pages: number;
  readonly lost: number;
  readonly faults: readonly string[];
};

async function runOnce(contestant: Contestant, document: string, folder: string): Promise<Run> {
  const out = join(folder, "out.pdf");
  const { cpu, memory, stdout, stderr } = await costOf(contestant.command(document, out), contestant.env);
  const report: WorkerReport | null = stdout.startsWith("{") ? JSON.parse(stdout) : null;
  const pages = readPdfText(await readFile(out));
  const html = await readFile(join(document, "document.html"), "utf8");
  const lost = compareText({ html }, pages).missing.length;
  const faults = [...(report?.faults ?? []), ...complaints(stderr)];
  return { cpu, memory, layout: report?.layout, pages: pages.length, lost, faults };
}

/** Lines about errors; peers write their progress there as well, and Node how to trace what it warns of. */
export function complaints(stderr: string): readonly string[] {
  return stderr
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => /\b(error|fault|fail|crash|warning)/i.test(line) && !line.startsWith("(Use `node "));
}

function summed(contestant: string, size: number, runs: readonly Run[]): Measured {
  return {
    contestant,
    size,
    pages: runs[0]?.pages ?? 0,
    cpu: runs.map(({ cpu }) => cpu),
    layout: runs.flatMap(({ layout }) => (layout === undefined ? [] : [layout])),
    memory: Math.max(...runs.map(({ memory }) => memory)),
    lost: Math.max(...runs.map(({ lost }) => lost)),
    faults: [...new Set(runs.flatMap(({ faults }) => faults))],
  };
}

/** The middle one, or the lower of two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
