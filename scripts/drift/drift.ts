// Anchors from one revision to the next: a diff of two known texts says what became of each, and says so only when it is sure.
import type { Drift } from "../model/drift.ts";
import type { Range } from "../model/selector.ts";
import { type Comparison, sharedRun } from "./comparison.ts";
import { type InPlace, inPlace, type Span } from "./in-place.ts";
import { movedTo } from "./moved.ts";

/** What became of a range of the old text, which starts and ends on word edges. */
export function driftOf(comparison: Comparison, range: Range): Drift {
  const span = spanOf(comparison, range);
  if (span === null) return { verdict: "lost", counterpart: null };
  const [early, late] = comparison.alignments;
  const seen = [inPlace(comparison, early, span), inPlace(comparison, late, span)] as const;
  const stands = seen.find(({ verdict }) => verdict === "unchanged");
  if (stands !== undefined) {
    if (seen.some(({ verdict }) => verdict === "lost")) return settle(comparison, span, stands);
    return { verdict: "unchanged", counterpart: rangeOf(comparison, stands.span) };
  }
  const changed = seen.find(({ verdict }) => verdict === "changed");
  if (changed !== undefined) return { verdict: "changed", counterpart: rangeOf(comparison, changed.span) };
  const moved = movedTo(comparison, span);
  if (moved === "several") return { verdict: "ambiguous", counterpart: null };
  return moved === null
    ? { verdict: "lost", counterpart: null }
    : { verdict: "moved", counterpart: rangeOf(comparison, moved) };
}

/**
 * One way of seeing it the passage stands, the other way it is gone and the words there are another passage's. The one
 * with more of the text around it in common has them; when neither has, nobody can tell.
 */
function settle(comparison: Comparison, span: Span, stands: InPlace): Drift {
  const place = stands.span?.from ?? 0;
  const length = span.to - span.from;
  const reach = (oldAt: number) => {
    const { left, right } = sharedRun(comparison, oldAt, place, 0);
    return left + right;
  };
  const own = reach(span.from);
  const rivals = comparison.alignments
    .map((alignment) => alignment.indexOf(place))
    .filter((at) => at !== -1 && at !== span.from)
    .map((at) => reach(at));
  const strongest = Math.max(0, ...rivals);
  if (own > strongest && own >= length)
    return { verdict: "unchanged", counterpart: rangeOf(comparison, stands.span) };
  if (own < strongest) return { verdict: "lost", counterpart: null };
  return { verdict: "ambiguous", counterpart: null };
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
