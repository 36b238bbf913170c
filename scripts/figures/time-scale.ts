// Time on a line: linear and of one scale throughout; a long stretch in which nothing happens may be left out, and is marked.
import type { PartialDate } from "../model/edition.ts";

/** Days since 1970, the end exclusive. */
export type Period = { readonly start: number; readonly end: number };

export type TimeScale = {
  /** Left to right, on one scale, with room between them. */
  readonly segments: readonly (Period & { readonly left: number; readonly right: number })[];
  /** Where a day stands; one that was left out stands at the nearest end. */
  at(day: number): number;
};

/** Share of the whole above which a stretch without events is left out. */
const longStretch = 0.75;
const mostBreaks = 3;
/** Units between two segments. */
export const breakWidth = 16;

/** The whole of what a date names: a day, a month, a year, or from the start of one to the end of another. */
export function periodOf(date: PartialDate, until: PartialDate | null = null): Period {
  const end = until ?? date;
  const [year = 0, month, day] = partsOf(end);
  const after =
    month === undefined
      ? dayOf(year + 1, 1, 1)
      : day === undefined
        ? dayOf(year, month + 1, 1)
        : dayOf(year, month, day + 1);
  const [first = 0, firstMonth = 1, firstDay = 1] = partsOf(date);
  const start = dayOf(first, firstMonth, firstDay);
  return { start, end: Math.max(after, start + 1) };
}

/** Day number of a calendar day; months and days may run over. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / 86_400_000);
}

/** The calendar day of a day number, `2023-10-19`. */
export function dateOf(day: number): PartialDate {
  return new Date(day * 86_400_000).toISOString().slice(0, -14);
}

/** Periods on a line of `width` units. */
export function timeScale(periods: readonly Period[], width: number): TimeScale {
  const stretches = occupied(periods, gapsToLeaveOut(periods));
  const length = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const pad = Math.max(length * 0.03, 0.5);
  const padded = length + 2 * pad * stretches.length;
  const unit = (width - breakWidth * (stretches.length - 1)) / padded;
  let left = 0;
  const segments = stretches.map(({ start, end }) => {
    const right = left + (end - start + 2 * pad) * unit;
    const segment = { start: start - pad, end: end + pad, left, right };
    left = right + breakWidth;
    return segment;
  });
  return {
    segments,
    at(day) {
      const segment = segments.find(({ end }) => day <= end) ?? segments.at(-1);
      if (segment === undefined) return 0;
      return segment.left + (Math.max(day, segment.start) - segment.start) * unit;
    },
  };
}

function partsOf(date: PartialDate): readonly number[] {
  return date.slice(0, 10).split("-").map(Number);
}

function gapsToLeaveOut(periods: readonly Period[]): ReadonlySet<number> {
  const merged = occupied(periods, null);
  const gaps = merged
    .slice(1)
    .map((one, index) => ({ start: one.start, length: one.start - (merged[index]?.end ?? 0) }));
  let rest = (merged.at(-1)?.end ?? 0) - (merged[0]?.start ?? 0);
  const chosen = new Set<number>();
  for (const { start, length } of gaps.sort((a, b) => b.length - a.length || a.start - b.start)) {
    if (chosen.size === mostBreaks || length < longStretch * rest) break;
    chosen.add(start);
    rest -= length;
  }
  return chosen;
}

/** The periods joined over all gaps but those that end at `breaks`; over none when it is null. */
function occupied(periods: readonly Period[], breaks: ReadonlySet<number> | null): readonly Period[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...periods].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    const parted = last === undefined || (start > last.end && (breaks === null || breaks.has(start)));
    if (parted) joined.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return joined;
}
