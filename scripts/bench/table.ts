// The measurements as a Markdown page: what each contestant costs, how it compares, and what each lever is worth.

import { FINISHED, PEER, PEER_AS_IT_COMES, PRINTED } from "./contestants.ts";
import { type Measured, median } from "./measure.ts";
import type { Warm } from "./warm.ts";

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly browser: string;
  readonly pagedjs: string;
};

export type BenchReport = {
  readonly machine: Machine;
  readonly contestants: readonly Measured[];
  readonly levers: readonly Measured[];
  /** Absent where it was not asked for. */
  readonly warm?: Warm;
};

/** Of pagedjs-cli's CPU on the same document, by size. */
const LIMITS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  [PRINTED]: { 7: 1 / 4, 52: 1 / 4, 204: 1 / 6, 397: 1 / 8 },
  [FINISHED]: { 7: 2 / 5, 52: 2 / 5, 204: 1 / 4, 397: 1 / 6 },
};
const LIMITED: readonly string[] = [PEER, PEER_AS_IT_COMES];
const MEMORY_LIMIT = 1.5e9;
/** Seconds by the clock. */
const WARM_LIMIT = 0.8;
const GROWTH_LIMIT = 1.3;
const FAULTS_SHOWN = 3;

export function table({ machine, contestants, levers, warm }: BenchReport): string {
  const sizes = unique(contestants.map(({ size }) => size));
  const names = unique(contestants.map(({ contestant }) => contestant));
  const of = (name: string, size: number, list = contestants) =>
    list.find((one) => one.contestant === name && one.size === size);
  const pagesOf = (size: number) => of(PRINTED, size)?.pages ?? size;
  const heads = sizes.map((size) => `${pagesOf(size)} pages`);
  const peers = names.filter((name) => name !== PRINTED && name !== FINISHED);
  return [
    "# Printing, measured",
    `${machine.cpu}, ${machine.cores} cores; Node ${machine.node}, ${machine.browser}, Paged.js ${machine.pagedjs}. CPU seconds of the whole process tree, each run cold; the median and, in brackets, the least and the most.`,
    rows(["CPU seconds", ...heads], names, (name) => sizes.map((size) => seconds(of(name, size)))),
    ...peers.map((peer) =>
      rows([`share of ${peer}`, ...heads], [PRINTED, FINISHED], (name) =>
        sizes.map((size) =>
          share(of(name, size), of(peer, size), LIMITED.includes(peer) ? LIMITS[name]?.[size] : undefined),
        ),
      ),
    ),
    rows(["words lost", ...heads], names, (name) => sizes.map((size) => String(of(name, size)?.lost ?? "–"))),
    rows(["peak memory, MB", ...heads], names, (name) =>
      sizes.map((size) => megabytes(of(name, size), name === PRINTED || name === FINISHED)),
    ),
    faulty(contestants, pagesOf),
    growth(sizes, (size) => of(PRINTED, size)),
    ...(warm ? [saved(warm)] : []),
    ...(levers.length > 0 ? [leverTable(levers, of, pagesOf)] : []),
  ].join("\n\n");
}

function saved({ pages, wall, cpu, faults }: Warm): string {
  const [middle, most] = [median(wall), Math.max(...wall)];
  const verdict = middle <= WARM_LIMIT ? "met" : "MISSED";
  const wrong = faults.length ? ` Faulty: ${faults.slice(0, FAULTS_SHOWN).join("; ")}.` : "";
  return `Saved to a new PDF of ${pages} pages, warm, finished and checked: ${middle.toFixed(2)} s by the clock (at most ${most.toFixed(2)}; limit ${WARM_LIMIT}: ${verdict}), ${median(cpu).toFixed(2)} s of CPU.${wrong}`;
}

type Find = (name: string, size: number, list?: readonly Measured[]) => Measured | undefined;

function leverTable(levers: readonly Measured[], of: Find, pagesOf: (size: number) => number): string {
  const sizes = unique(levers.map(({ size }) => size));
  const heads = sizes.map((size) => `${pagesOf(size)} pages`);
  const cell = (one: Measured | undefined, all: Measured | undefined) =>
    one && all
      ? `${median(one.layout).toFixed(2)} (${(median(one.layout) / median(all.layout)).toFixed(2)}×)`
      : "–";
  return rows(
    ["layout without, CPU seconds", ...heads],
    unique(levers.map(({ contestant }) => contestant)),
    (name) => sizes.map((size) => cell(of(name, size, levers), of(PRINTED, size, levers))),
  );
}

function faulty(contestants: readonly Measured[], pagesOf: (size: number) => number): string {
  const lines = contestants
    .filter(({ faults }) => faults.length > 0)
    .map(({ contestant, size, faults }) => {
      const more = faults.length > FAULTS_SHOWN ? ` (${faults.length} in all)` : "";
      return `- ${contestant}, ${pagesOf(size)} pages: ${faults.slice(0, FAULTS_SHOWN).join("; ")}${more}`;
    });
  return lines.length > 0 ? `Faulty prints:\n${lines.join("\n")}` : "No print is faulty by its own account.";
}

function growth(sizes: readonly number[], of: (size: number) => Measured | undefined): string {
  const perPage = (size: number) => {
    const one = of(size);
    return one && one.layout.length > 0 ? (median(one.layout) * 1000) / one.pages : Number.NaN;
  };
  const each = sizes.map((size) => `${perPage(size).toFixed(1)} ms at ${of(size)?.pages ?? size}`);
  const ratio = perPage(397) / perPage(52);
  const verdict = Number.isNaN(ratio)
    ? ""
    : ` A page of 397 costs ${ratio.toFixed(2)}× a page of 52 (limit ${GROWTH_LIMIT}: ${ratio <= GROWTH_LIMIT ? "met" : "MISSED"}).`;
  return `Layout alone, CPU a page: ${each.join(", ")}.${verdict}`;
}

function rows(
  head: readonly string[],
  names: readonly string[],
  cells: (name: string) => readonly string[],
): string {
  const line = (parts: readonly string[]) => `| ${parts.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...names.map((name) => line([name, ...cells(name)]))].join(
    "\n",
  );
}

function seconds(one: Measured | undefined): string {
  if (!one) return "–";
  const [middle, least, most] = [median(one.cpu), Math.min(...one.cpu), Math.max(...one.cpu)];
  return one.cpu.length > 1
    ? `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`
    : middle.toFixed(2);
}

function share(one: Measured | undefined, peer: Measured | undefined, limit: number | undefined): string {
  if (!one || !peer) return "–";
  const ratio = median(one.cpu) / median(peer.cpu);
  const text = ratio < 0.5 ? `1/${(1 / ratio).toFixed(1)}` : ratio.toFixed(2);
  if (limit === undefined) return text;
  return `${text} (limit ${limit.toFixed(3).replace(/0+$/, "")}: ${ratio <= limit ? "met" : "MISSED"})`;
}

function megabytes(one: Measured | undefined, limited: boolean): string {
  if (!one) return "–";
  return `${Math.round(one.memory / 1e6)}${limited && one.memory > MEMORY_LIMIT ? " (MISSED: 1,500)" : ""}`;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
