// Where a passage's tokens stand one after the other, in either text.
import type { Comparison } from "./comparison.ts";
import type { Span } from "./in-place.ts";

/** Token id → where it stands in a text. */
export type Places = ReadonlyMap<number, readonly number[]>;

export function placesIn(ids: Int32Array): Places {
  const places = new Map<number, number[]>();
  for (const [at, id] of ids.entries()) {
    const known = places.get(id);
    if (known === undefined) places.set(id, [at]);
    else known.push(at);
  }
  return places;
}

/** Where the new text has the passage: the first `limit` places. */
export function placesInNew(
  { beforeIds, afterIds, afterPlaces }: Comparison,
  span: Span,
  limit = 2,
): readonly Span[] {
  return occurrences(beforeIds, span, afterIds, afterPlaces, limit);
}

/** Whether the old text has the passage more than once. */
export function isRepeated({ beforeIds, beforePlaces }: Comparison, span: Span): boolean {
  return occurrences(beforeIds, span, beforeIds, beforePlaces, 2).length > 1;
}

/** Looks only where the rarest of the tokens stands. */
function occurrences(
  wanted: Int32Array,
  { from, to }: Span,
  ids: Int32Array,
  places: Places,
  limit: number,
): readonly Span[] {
  let rarest = from;
  const of = (at: number) => places.get(wanted[at] ?? -1) ?? [];
  for (let at = from; at < to; at++) if (of(at).length < of(rarest).length) rarest = at;
  const found: Span[] = [];
  for (const place of of(rarest)) {
    const start = place - (rarest - from);
    if (start < 0 || start + to - from > ids.length) continue;
    let at = from;
    while (at < to && wanted[at] === ids[start + at - from]) at++;
    if (at === to) found.push({ from: start, to: start + to - from });
    if (found.length === limit) break;
  }
  return found;
}
