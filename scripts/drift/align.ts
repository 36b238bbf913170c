// Which tokens of a new text are which of the old: the longest chain of runs that stand in both once, then finer within its gaps.
import { alignExactly, exactLimit } from "./align-exactly.ts";

/** For each old token the index of its counterpart, or -1. Counterparts rise: nothing crosses. */
export type Alignment = Int32Array;

/** A stretch of the old tokens and the stretch of the new ones that may hold their counterparts. */
export type Gap = {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
};
type Pair = { readonly old: number; readonly new: number };

/** Runs of 16, 8, 4, 2 and 1 tokens are looked for, in that order. */
const longest = 16;
/** How far equal ends of a gap are given back, so that a repeated word at an edge may still find its own place. */
const margin = 24;

/** One of the two texts, as ids: equal tokens have equal ids on both sides, and so have equal sentences. */
export type Side = {
  readonly ids: Int32Array;
  /** For each place between tokens, both ends included, 1 where a sentence starts. */
  readonly starts: Uint8Array;
  /** For each place where a sentence starts its id and its length in tokens; 0 elsewhere. */
  readonly sentences: Int32Array;
  readonly lengths: Int32Array;
};

/**
 * Aligns two sequences of tokens, twice: where several ways are equally good, the two differ. About linear; what has no
 * run that is unique in its gap stays unaligned.
 */
export function align(before: Side, after: Side, grams: readonly Grams[]): readonly [Alignment, Alignment] {
  const none = new Int32Array(before.ids.length).fill(-1);
  const both = [none, none.slice()] as const;
  const pair = (old: number, counterpart: number) => {
    for (const alignment of both) alignment[old] = counterpart;
  };
  const open: Gap[] = [{ oldStart: 0, oldEnd: before.ids.length, newStart: 0, newEnd: after.ids.length }];
  for (let gap = open.pop(); gap !== undefined; gap = open.pop()) {
    const inner = trim(gap, before.ids, after.ids, pair);
    if (inner.oldStart === inner.oldEnd && inner.newStart === inner.newEnd) continue;
    const padded = pad(inner, gap);
    if (size(padded) <= exactLimit) {
      alignExactly(padded, before, after, both);
      continue;
    }
    const anchors = anchorsOf(inner, grams);
    let { oldStart, newStart } = inner;
    for (const anchor of anchors) {
      open.push({ oldStart, oldEnd: anchor.old, newStart, newEnd: anchor.new });
      pair(anchor.old, anchor.new);
      oldStart = anchor.old + 1;
      newStart = anchor.new + 1;
    }
    if (anchors.length > 0) open.push({ ...inner, oldStart, newStart });
  }
  return both;
}

function size({ oldStart, oldEnd, newStart, newEnd }: Gap): number {
  return (oldEnd - oldStart) * (newEnd - newStart);
}

/** Aligns what both sides of a gap begin and end with, and returns what is left. */
function trim(
  gap: Gap,
  before: Int32Array,
  after: Int32Array,
  pair: (old: number, counterpart: number) => void,
): Gap {
  let { oldStart, oldEnd, newStart, newEnd } = gap;
  while (oldStart < oldEnd && newStart < newEnd && before[oldStart] === after[newStart])
    pair(oldStart++, newStart++);
  while (oldStart < oldEnd && newStart < newEnd && before[oldEnd - 1] === after[newEnd - 1])
    pair(--oldEnd, --newEnd);
  return { oldStart, oldEnd, newStart, newEnd };
}

/** What trimming left with some of what it took off. */
function pad(inner: Gap, gap: Gap): Gap {
  const lead = Math.min(margin, inner.oldStart - gap.oldStart);
  const tail = Math.min(margin, gap.oldEnd - inner.oldEnd);
  return {
    oldStart: inner.oldStart - lead,
    oldEnd: inner.oldEnd + tail,
    newStart: inner.newStart - lead,
    newEnd: inner.newEnd + tail,
  };
}

/** The runs of one length: for each token of either side the id of the run that starts there. */
export type Grams = { readonly length: number; readonly before: Int32Array; readonly after: Int32Array };

/** The longest rising chain of the longest runs that stand once on each side of the gap. */
function anchorsOf(gap: Gap, grams: readonly Grams[]): readonly Pair[] {
  for (const { length, before, after } of grams) {
    const places = new Map<number, Pair | null>();
    for (let at = gap.oldStart; at + length <= gap.oldEnd; at++) {
      const id = before[at] ?? 0;
      places.set(id, places.has(id) ? null : { old: at, new: -1 });
    }
    for (let at = gap.newStart; at + length <= gap.newEnd; at++) {
      const id = after[at] ?? 0;
      const place = places.get(id);
      if (place) places.set(id, place.new === -1 ? { old: place.old, new: at } : null);
    }
    const pairs = [...places.values()].filter((pair): pair is Pair => pair !== null && pair.new !== -1);
    if (pairs.length > 0) return risingChain(pairs);
  }
  return [];
}

/** The longest subsequence in which both sides rise; `pairs` come in the order of the old side (patience sorting). */
function risingChain(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.new ?? 0) < pair.new) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const chain: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

/** The runs of all lengths that are looked for: equal runs of either side have equal ids. */
export function runsOf(before: Int32Array, after: Int32Array): readonly Grams[] {
  const all: Grams[] = [{ length: 1, before, after }];
  for (let length = 2; length <= longest; length *= 2) {
    const half = all[0] ?? { length: 1, before, after };
    const ids = new Map<number, number>();
    const double = (single: Int32Array) =>
      single.map((id, at) => {
        const key = id * 0x4000000 + (single[at + half.length] ?? 0x3ffffff);
        let known = ids.get(key);
        if (known === undefined) {
          known = ids.size;
          ids.set(key, known);
        }
        return known;
      });
    all.unshift({ length, before: double(half.before), after: double(half.after) });
  }
  return all;
}

/** The same runs in texts that are read backwards. */
export function backwardsRuns(grams: readonly Grams[]): readonly Grams[] {
  return grams.map(({ length, before, after }) => {
    const turn = (ids: Int32Array) => {
      const turned = new Int32Array(ids.length);
      for (let at = 0; at + length <= ids.length; at++) turned[at] = ids[ids.length - length - at] ?? 0;
      return turned;
    };
    return { length, before: turn(before), after: turn(after) };
  });
}
