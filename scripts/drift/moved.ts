// Whether a passage that is not in its place stands elsewhere because it was carried there: never a mere look-alike.
import { type Comparison, sharedRun } from "./comparison.ts";
import { type Span, standsAsItStood } from "./in-place.ts";

/** Words on end that are taken for the same text and not for a coincidence, where they are no whole block. */
const enough = 5;
const enoughUnspaced = 10;

/**
 * Where the passage was moved to: the only place of the new text that has its tokens without being the counterpart of
 * other old tokens, within a run long enough to be the same text. Several such places: `several`.
 */
export function movedTo(comparison: Comparison, span: Span): Span | "several" | null {
  const found = placesOf(comparison, span).filter(
    (place) => isFree(comparison, place) && isCarried(comparison, span, place),
  );
  const [only] = found;
  if (only === undefined) return null;
  return found.length > 1 ? "several" : only;
}

/** Where the new text has the passage's tokens, one after the other. */
function placesOf({ beforeIds, afterIds, places }: Comparison, { from, to }: Span): readonly Span[] {
  let rarest = from;
  const count = (at: number) => places.get(beforeIds[at] ?? -1)?.length ?? 0;
  for (let at = from; at < to; at++) if (count(at) < count(rarest)) rarest = at;
  const starts = (places.get(beforeIds[rarest] ?? -1) ?? []).map((place) => place - (rarest - from));
  return starts
    .filter((start) => start >= 0 && start + to - from <= afterIds.length)
    .filter((start) => {
      for (let at = from; at < to; at++) if (beforeIds[at] !== afterIds[start + at - from]) return false;
      return true;
    })
    .map((start) => ({ from: start, to: start + to - from }));
}

/** Neither alignment has old tokens whose counterparts make up half of the place or more. */
function isFree({ alignments }: Comparison, { from, to }: Span): boolean {
  return alignments.every((alignment) => {
    let taken = 0;
    for (const counterpart of alignment) if (counterpart >= from && counterpart < to) taken++;
    return taken * 2 < to - from;
  });
}

/** The run of equal tokens around the place is long, or a whole block in both texts. */
function isCarried(comparison: Comparison, span: Span, place: Span): boolean {
  const { before, after } = comparison;
  if (!standsAsItStood(comparison, span, place)) return false;
  const { left, right } = sharedRun(comparison, span.from, place.from, span.to - span.from);
  const run = before.slice(span.from - left, span.from + right).filter(({ word }) => word);
  const needed = run.some(({ unspaced }) => unspaced) ? enoughUnspaced : enough;
  if (run.length >= needed) return true;
  const bounded = (tokens: readonly { gap: string }[], at: number) =>
    at === 0 || at === tokens.length || tokens[at]?.gap === "block";
  return (
    bounded(before, span.from - left) &&
    bounded(before, span.from + right) &&
    bounded(after, place.from - left) &&
    bounded(after, place.from + right)
  );
}
