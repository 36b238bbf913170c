// Whether a passage that stands by one alignment may as well be gone: a repeated one of which one was taken out.
import type { Alignment } from "./align.ts";
import type { Comparison } from "./comparison.ts";
import { isWhole, type Span } from "./in-place.ts";
import { isRepeated } from "./places.ts";

/** Of a passage with so many rivals for its place nobody can tell either. */
const manyLike = 100;

/**
 * Whether the alignments share out the places among the passage and its like so that, one way or another, one of them is
 * left without: then nobody can tell which it was. A passage that stands once and of which one word is repeated beside it
 * is no such case: the rest of it stands in the same place either way.
 */
export function isContested(comparison: Comparison, span: Span): boolean {
  const { alignments, origins } = comparison;
  const length = span.to - span.from;
  const alone = !isRepeated(comparison, span);
  const open = [span.from];
  const claimants = new Set(open);
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    if (claimants.size > manyLike) return true;
    const own = { from, to: from + length };
    const whole = alignments.filter((alignment) => isWhole(alignment, own));
    const places = new Set(whole.map((alignment) => alignment[from] ?? -1));
    if (
      !alignments.every(
        (alignment) => whole.includes(alignment) || (alone && overlaps(alignment, own, places)),
      )
    )
      return true;
    for (const place of places) {
      for (const origin of origins) {
        const rival = origin[place] ?? -1;
        if (rival === -1 || claimants.has(rival) || !isSame(comparison, span, rival)) continue;
        claimants.add(rival);
        open.push(rival);
      }
    }
  }
  return false;
}

/** Whether half of the passage's tokens have the counterparts that they have where it stands whole: at one of `places`. */
export function overlaps(alignment: Alignment, { from, to }: Span, places: Iterable<number>): boolean {
  for (const place of places) {
    let kept = 0;
    for (let at = from; at < to; at++) if (alignment[at] === place + at - from) kept++;
    if (kept * 2 >= to - from) return true;
  }
  return false;
}

function isSame({ beforeIds }: Comparison, { from, to }: Span, rival: number): boolean {
  for (let at = from; at < to; at++) if (beforeIds[at] !== beforeIds[rival + at - from]) return false;
  return true;
}
