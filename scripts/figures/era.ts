// Where an event stands to the day of the briefing.
import type { PartialDate, TimelineEvent } from "../model/edition.ts";

export type Era = "before" | "theDay" | "after";

/** A span that reaches the day, or a month or year that holds it, counts as the day. */
export function eraOf({ date, until }: Pick<TimelineEvent, "date" | "until">, day: PartialDate): Era {
  const end = until ?? date;
  if (end.slice(0, day.length) < day.slice(0, end.length)) return "before";
  return date.slice(0, day.length) > day.slice(0, date.length) ? "after" : "theDay";
}
