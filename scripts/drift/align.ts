// Which tokens of a new text are which of the old: the longest chain of runs that stand in both once, then finer within its gaps.

/** For each old token the index of its counterpart, or -1. Counterparts rise: nothing crosses. */
export type Alignment = Int32Array;

type Gap = {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
};
type Pair = { readonly old: number; readonly new: number };

/** Lengths of runs that are looked for, in tokens, longest first. */
const lengths = [16, 8, 4, 2, 1] as const;
/** Gaps of at most this many pairs of tokens are aligned by an exact longest common subsequence. */
const exactLimit = 40_000;

/** Aligns two sequences of token ids. About linear; what has no run that is unique in its gap stays unaligned. */
export function align(before: Int32Array, after: Int32Array): Alignment {
  const alignment = new Int32Array(before.length).fill(-1);
  const grams = lengths.map((length) => runIds(before, after, length));
  const open: Gap[] = [{ oldStart: 0, oldEnd: before.length, newStart: 0, newEnd: after.length }];
  for (let gap = open.pop(); gap !== undefined; gap = open.pop()) {
    const inner = trim(gap, before, after, alignment);
    if (inner.oldStart === inner.oldEnd || inner.newStart === inner.newEnd) continue;
    if (size(inner) <= exactLimit) {
      alignExactly(inner, before, after, alignment);
      continue;
    }
    const anchors = anchorsOf(inner, grams);
    let { oldStart, newStart } = inner;
    for (const anchor of anchors) {
      open.push({ oldStart, oldEnd: anchor.old, newStart, newEnd: anchor.new });
      alignment[anchor.old] = anchor.new;
      oldStart = anchor.old + 1;
      newStart = anchor.new + 1;
    }
    if (anchors.length > 0) open.push({ ...inner, oldStart, newStart });
  }
  return alignment;
}

function size({ oldStart, oldEnd, newStart, newEnd }: Gap): number {
  return (oldEnd - oldStart) * (newEnd - newStart);
}

/** Aligns what both sides of a gap begin and end with, and returns what is left. */
function trim(gap: Gap, before: Int32Array, after: Int32Array, alignment: Alignment): Gap {
  let { oldStart, oldEnd, newStart, newEnd } = gap;
  while (oldStart < oldEnd && newStart < newEnd && before[oldStart] === after[newStart])
    alignment[oldStart++] = newStart++;
  while (oldStart < oldEnd && newStart < newEnd && before[oldEnd - 1] === after[newEnd - 1])
    alignment[--oldEnd] = --newEnd;
  return { oldStart, oldEnd, newStart, newEnd };
}

type Grams = { readonly length: number; readonly before: Int32Array; readonly after: Int32Array };

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

/** Ids of the runs that start at each token: equal runs of either side have equal ids. `length` is a power of two. */
function runIds(before: Int32Array, after: Int32Array, length: number): Grams {
  let [left, right] = [before, after];
  for (let half = 1; half < length; half *= 2) {
    const ids = new Map<number, number>();
    const double = (single: Int32Array) =>
      single.map((id, at) => {
        const key = id * 0x4000000 + (single[at + half] ?? 0x3ffffff);
        const known = ids.get(key) ?? ids.size;
        ids.set(key, known);
        return known;
      });
    [left, right] = [double(left), double(right)];
  }
  return { length, before: left, after: right };
}

/** Longest common subsequence by dynamic programming, early matches first. */
function alignExactly(
  { oldStart, oldEnd, newStart, newEnd }: Gap,
  before: Int32Array,
  after: Int32Array,
  alignment: Alignment,
): void {
  const width = newEnd - newStart + 1;
  const lengths = new Uint16Array((oldEnd - oldStart + 1) * width);
  for (let i = oldEnd - oldStart - 1; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      const same = before[oldStart + i] === after[newStart + j];
      lengths[i * width + j] = same
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; oldStart + i < oldEnd && newStart + j < newEnd; ) {
    if (before[oldStart + i] === after[newStart + j]) alignment[oldStart + i++] = newStart + j++;
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
}
