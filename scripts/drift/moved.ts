// Whether a passage that is not in its place stands elsewhere because it was carried there: never a mere look-alike.
import { type Comparison, sharedRun } from "./comparison.ts";
import { type Span, standsAsItStood } from "./in-place.ts";
import { placesInNew } from "./places.ts";

/** Words on end that are taken for the same text and not for a coincidence, where they are no whole sentence. */
const enough = 5;
const enoughUnspaced = 10;

/**
 * Where the passage was moved to: the only place of the new text that has its tokens without being the counterpart of
 * other old tokens, within a run long enough to be the same text. Several such places: `several`.
 */
export function movedTo(comparison: Comparison, span: Span): Span | "several" | null {
  const found = placesInNew(comparison, span, 500).filter(
    (place) => isFree(comparison, span, place) && isCarried(comparison, span, place),
  );
  const [only] = found;
  if (only === undefined) return null;
  return found.length > 1 ? "several" : only;
}

/** No alignment has other old tokens whose counterparts make up half of the place or more. */
function isFree({ origins }: Comparison, span: Span, { from, to }: Span): boolean {
  return origins.every((origin) => {
    let taken = 0;
    for (let at = from; at < to; at++) {
      const old = origin[at] ?? -1;
      if (old !== -1 && (old < span.from || old >= span.to)) taken++;
    }
    return taken * 2 < to - from;
  });
}

/** The run of equal tokens around the place is long, or whole sentences were carried to stand among those that stayed. */
function isCarried(comparison: Comparison, span: Span, place: Span): boolean {
  const { before, beforeStarts, afterStarts } = comparison;
  if (!standsAsItStood(comparison, span, place)) return false;
  const length = span.to - span.from;
  const { left, right } = sharedRun(comparison, span.from, place.from, length);
  const run = before.slice(span.from - left, span.from + right).filter(({ word }) => word);
  const needed = run.some(({ unspaced }) => unspaced) ? enoughUnspaced : enough;
  if (run.length >= needed) return true;
  /** Whether a sentence starts this many tokens from the passage's start, in both texts. */
  const parted = (step: number) =>
    beforeStarts[span.from + step] === 1 && afterStarts[place.from + step] === 1;
  let [start, end] = [0, length];
  while (start > -left && !parted(start)) start--;
  while (end < right && !parted(end)) end++;
  return (
    parted(start) &&
    parted(end) &&
    stayed(comparison, place.from + start - 1, -1) &&
    stayed(comparison, place.from + end, 1)
  );
}

/** Whether the nearest word of the new text from here on is one of the old text, as all alignments see it. */
function stayed({ after, origins }: Comparison, from: number, step: 1 | -1): boolean {
  let at = from;
  while (after[at] !== undefined && !after[at]?.word) at += step;
  return after[at] === undefined || origins.every((origin) => (origin[at] ?? -1) !== -1);
}
