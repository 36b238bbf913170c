// What stands in a passage's place in the new text, by one alignment: the same words, some of them, or too few.
import type { Verdict } from "../model/drift.ts";
import type { Alignment } from "./align.ts";
import type { Comparison } from "./comparison.ts";
import type { Token } from "./tokens.ts";

/** A half-open range of token indexes. */
export type Span = { readonly from: number; readonly to: number };
export type InPlace = {
  readonly verdict: Extract<Verdict, "unchanged" | "changed" | "lost">;
  readonly span: Span | null;
};

const lost: InPlace = { verdict: "lost", span: null };

/** `span`: the passage's tokens in the old text. */
export function inPlace(comparison: Comparison, alignment: Alignment, span: Span): InPlace {
  if (isWhole(alignment, span)) {
    const first = alignment[span.from] ?? -1;
    const found = { from: first, to: first + span.to - span.from };
    return { verdict: standsAsItStood(comparison, span, found) ? "unchanged" : "changed", span: found };
  }
  const region = regionOf(comparison, alignment, span);
  const words = comparison.before.slice(span.from, span.to).filter(({ word }) => word).length;
  // Where so much was rewritten around a passage, nothing tells which of the new words stand in its place.
  if (region.to - region.from > (words < 3 ? 400 : 1000 + words * 20)) return lost;
  return words < 3 ? byLetters(comparison, span, region) : byWords(comparison, span, region);
}

/** Whether the tokens have counterparts that stand one after the other. */
export function isWhole(alignment: Alignment, { from, to }: Span): boolean {
  const first = alignment[from] ?? -1;
  if (first === -1) return false;
  for (let at = from; at < to; at++) if (alignment[at] !== first + at - from) return false;
  return true;
}

/** The same tokens with the same white space between them, and no letter new at an edge that only spaces would show. */
export function standsAsItStood({ before, after }: Comparison, span: Span, found: Span): boolean {
  for (let at = 1; at < span.to - span.from; at++) {
    const was = before[span.from + at]?.gap;
    const is = after[found.from + at]?.gap;
    if (was !== is && was !== "block" && is !== "block") return false;
  }
  return !touches(before, span, after, found, "left") && !touches(before, span, after, found, "right");
}

/** Whether a letter stands against an edge in unspaced writing where another stood, or none. */
function touches(
  before: readonly Token[],
  span: Span,
  after: readonly Token[],
  found: Span,
  side: "left" | "right",
): boolean {
  const edge = side === "left" ? after[found.from] : after[found.to - 1];
  const own = neighbour(before, span, side);
  const other = neighbour(after, found, side);
  if (!edge?.word || !other?.word || !(edge.unspaced || other.unspaced)) return false;
  return own?.text !== other.text;
}

/** The token that stands right against a span, with nothing between. */
function neighbour(tokens: readonly Token[], { from, to }: Span, side: "left" | "right"): Token | null {
  const joint = side === "left" ? tokens[from] : tokens[to];
  const other = side === "left" ? tokens[from - 1] : tokens[to];
  return joint?.gap === "none" ? (other ?? null) : null;
}

/** How far the nearest tokens that have a counterpart are looked for. */
const far = 5000;

/** The nearest old tokens before and after a passage that have a counterpart; beyond the ends when there are none. */
export function alignedAround(
  alignment: Alignment,
  { from, to }: Span,
): { readonly start: number; readonly end: number } {
  let start = from - 1;
  while (start >= 0 && alignment[start] === -1) start = start < from - far ? -1 : start - 1;
  let end = to;
  while (end < alignment.length && alignment[end] === -1) end = end > to + far ? alignment.length : end + 1;
  return { start, end };
}

/** What stands in the new text between the counterparts of the nearest tokens before and after the passage. */
function regionOf({ after }: Comparison, alignment: Alignment, span: Span): Span {
  const { start, end } = alignedAround(alignment, span);
  return {
    from: start < 0 ? 0 : (alignment[start] ?? 0) + 1,
    to: end === alignment.length ? after.length : (alignment[end] ?? 0),
  };
}

/** At least half of the words stand there, in order, no further apart than twice their number. */
function byWords({ before, after, beforeIds, afterIds }: Comparison, span: Span, region: Span): InPlace {
  const wanted = wordsOf(before, span);
  const given = wordsOf(after, region);
  const window = wanted.length * 2 + 4;
  let best: { count: number; from: number; to: number } = { count: 0, from: 0, to: 0 };
  const step = Math.max(1, Math.floor(wanted.length / 2));
  for (let at = 0; at === 0 || at < given.length; at += step) {
    const part = given.slice(at, at + window);
    const matched = commonSubsequence(
      wanted.length,
      part.length,
      (i, j) => beforeIds[wanted[i] ?? 0] === afterIds[part[j] ?? 0],
    );
    const [first, last] = [matched[0], matched.at(-1)];
    if (first === undefined || last === undefined || matched.length <= best.count) continue;
    const from = part[first[1]] ?? 0;
    const to = (part[last[1]] ?? 0) + 1;
    const lead = (wanted[first[0]] ?? span.from) - span.from;
    const tail = span.to - 1 - (wanted[last[0]] ?? span.to - 1);
    best = {
      count: matched.length,
      from: from - taken(lead, from - region.from),
      to: to + taken(tail, region.to - to),
    };
  }
  return best.count * 2 >= wanted.length
    ? { verdict: "changed", span: { from: best.from, to: best.to } }
    : lost;
}

/**
 * How many tokens beyond the outermost common word belong to the counterpart: all that stand there where they are not
 * many more than those that they replace, else as many.
 */
function taken(replaced: number, there: number): number {
  if (replaced === 0) return 0;
  return there <= replaced + 4 ? there : Math.min(replaced, there);
}

/** For one or two words: at least half of their letters stand in as many words, give or take one. */
function byLetters({ before, after }: Comparison, span: Span, region: Span): InPlace {
  const wanted = lettersOf(before, span);
  const words = wordsOf(before, span).length;
  let best: { count: number; span: Span } | null = null;
  for (let from = region.from; from < region.to; from++) {
    let seen = 0;
    for (let to = from + 1; to <= region.to && seen <= words; to++) {
      if (after[to - 1]?.word) seen++;
      if (seen === 0 || seen > words + 1) continue;
      const given = lettersOf(after, { from, to });
      if (given.length > wanted.length * 2 + 2) break;
      const count = commonSubsequence(wanted.length, given.length, (i, j) => wanted[i] === given[j]).length;
      const score = count - Math.abs(given.length - wanted.length) / 1000;
      if (count * 2 >= wanted.length && (best === null || score > best.count))
        best = { count: score, span: { from, to } };
    }
  }
  return best === null ? lost : { verdict: "changed", span: best.span };
}

function wordsOf(tokens: readonly Token[], { from, to }: Span): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (tokens[at]?.word) found.push(at);
  return found;
}

function lettersOf(tokens: readonly Token[], { from, to }: Span): readonly string[] {
  return [
    ...tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(""),
  ];
}

/** Pairs of a longest common subsequence of two sequences given by their lengths and equality. */
function commonSubsequence(
  rows: number,
  columns: number,
  same: (row: number, column: number) => boolean,
): readonly (readonly [number, number])[] {
  const width = columns + 1;
  const lengths = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] = same(i, j)
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
