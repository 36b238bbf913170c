// Anchors from one revision to the next: a diff of two known texts says what became of each, and says so only when it is sure.
import type { Drift } from "../model/drift.ts";
import type { Range } from "../model/selector.ts";
import type { Alignment } from "./align.ts";
import type { Comparison } from "./comparison.ts";
import { isContested, overlaps } from "./contested.ts";
import { alignedAround, inPlace, type Span, standsAsItStood } from "./in-place.ts";
import { movedTo } from "./moved.ts";
import { isRepeated, placesInNew } from "./places.ts";

/** What became of a range of the old text, which starts and ends on word edges. */
export function driftOf(comparison: Comparison, range: Range): Drift {
  const span = spanOf(comparison, range);
  if (span === null) return { verdict: "lost", counterpart: null };
  const seen = distinct(comparison.alignments, span).map((alignment) => inPlace(comparison, alignment, span));
  const stands = seen.find(({ verdict }) => verdict === "unchanged");
  if (stands !== undefined) {
    const unchanged: Drift = { verdict: "unchanged", counterpart: rangeOf(comparison, stands.span) };
    if (!isContested(comparison, span)) return unchanged;
    // Two neighbours changed places, and either may be called the one that was carried.
    const whole = sentencesOf(comparison, span);
    const swapped = !isRepeated(comparison, whole) && seen.every(({ verdict }) => verdict !== "changed");
    if (!swapped || placesInNew(comparison, whole).length !== 1)
      return { verdict: "ambiguous", counterpart: null };
    return movedTo(comparison, span) === null ? unchanged : { ...unchanged, verdict: "moved" };
  }
  const beside = besideIts(comparison, span);
  if (beside !== null) return { verdict: "unchanged", counterpart: rangeOf(comparison, beside) };
  const changed = seen.find(({ verdict }) => verdict === "changed");
  if (changed !== undefined) return { verdict: "changed", counterpart: rangeOf(comparison, changed.span) };
  const moved = movedTo(comparison, span);
  if (moved === "several") return { verdict: "ambiguous", counterpart: null };
  return moved === null
    ? { verdict: "lost", counterpart: null }
    : { verdict: "moved", counterpart: rangeOf(comparison, moved) };
}

/**
 * Where a passage that stands once in either text stands, when half of its words are aligned with theirs there and others
 * with the same words beside it: then those beside it are the ones that came or went.
 */
function besideIts(comparison: Comparison, span: Span): Span | null {
  const [only, ...others] = placesInNew(comparison, span);
  if (only === undefined || others.length > 0 || isRepeated(comparison, span)) return null;
  if (!standsAsItStood(comparison, span, only)) return null;
  return comparison.alignments.some((alignment) => overlaps(alignment, span, [only.from])) ? only : null;
}

/** The alignments that differ within a passage or in what is aligned last before it and first after it. */
function distinct(alignments: readonly Alignment[], { from, to }: Span): readonly Alignment[] {
  const seen = new Map<string, Alignment>();
  for (const alignment of alignments) {
    const { start, end } = alignedAround(alignment, { from, to });
    const key = `${alignment[start] ?? -1} ${alignment.subarray(from, to).join(" ")} ${alignment[end] ?? -1}`;
    if (!seen.has(key)) seen.set(key, alignment);
  }
  return [...seen.values()];
}

/** Where no sentence ends for so long there are none. */
const longSentence = 400;

/** The sentences that hold a passage, or the passage itself. */
function sentencesOf({ beforeStarts }: Comparison, span: Span): Span {
  let { from, to } = span;
  while (!beforeStarts[from]) from--;
  while (!beforeStarts[to]) to++;
  return to - from > longSentence ? span : { from, to };
}

/** The old tokens within a range. */
function spanOf({ before }: Comparison, { start, end }: Range): Span | null {
  let low = 0;
  let high = before.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((before[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < before.length && (before[to]?.start ?? 0) < end) to++;
  return to > low ? { from: low, to } : null;
}

function rangeOf({ after }: Comparison, span: Span | null): Range | null {
  const first = span === null ? undefined : after[span.from];
  const last = span === null ? undefined : after[span.to - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
