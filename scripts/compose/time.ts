// The time of a pack, read from its own records, since the clock is never asked: the same content has the same time.

import type { Lookup, PackRecord } from "../model/content.ts";
import { registerNames } from "../model/registers.ts";
import type { Used } from "./entries.ts";

/** ISO time of the newest date in the records of the pack and in the boxes and entries that it uses. */
export function packTime(
  { pack, sources, annotations }: PackRecord,
  boxes: readonly string[],
  used: Used,
  lookup: Lookup,
): string {
  const dates = [
    pack.value.date,
    ...sources.flatMap(({ value }) => [value.published, ...value.revisions.map(({ captured }) => captured)]),
    ...annotations.value.flatMap(({ history }) => (history ?? []).map(({ accepted }) => accepted)),
    ...boxes.map((id) => lookup.box(id)?.value.as_of),
    ...registerNames.flatMap((name) => used[name].map((id) => lookup.entry(name, id)?.as_of)),
  ];
  return newest(dates.flatMap((date) => (date ? [instant(date)] : [])));
}

/** The newest of ISO times; the epoch when there is none. */
export function newest(times: readonly string[]): string {
  return times.toSorted().at(-1) ?? "1970-01-01T00:00:00Z";
}

/** The first moment of a year, month or day, or the moment itself, in UTC. */
export function instant(date: string): string {
  const whole = /^\d{4}$/.test(date) ? `${date}-01-01` : /^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date;
  return new Date(whole).toISOString().replace(".000Z", "Z");
}
