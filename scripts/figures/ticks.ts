// The marks of a time line: the finest step of the calendar whose names do not run into each other.
import type { PartialDate } from "../model/edition.ts";
import { boxOf, frameWidth, type Label, overlap } from "./drawing.ts";
import { dateOf, dayOf, type TimeScale } from "./time-scale.ts";

/** A day, month or year as a mark names it; the year is said where it is not clear. */
export type WriteTick = (date: PartialDate, withYear: boolean) => string;

export type Tick = { readonly x: number; readonly label: Label | null };

const gap = 6;
const steps: readonly (readonly ["day" | "month" | "year", number])[] = [
  ...([1, 5, 10].map((size) => ["day", size]) as ["day", number][]),
  ...([1, 2, 3, 6].map((size) => ["month", size]) as ["month", number][]),
  ...([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((size) => ["year", size]) as ["year", number][]),
];

/** `base` is the base line of the names; `first` is a date of each segment to fall back on. */
export function ticksOf(
  scale: TimeScale,
  base: number,
  first: readonly PartialDate[],
  write: WriteTick,
): readonly Tick[] {
  for (const [unit, size] of steps) {
    const dates = scale.segments.map(({ start, end }) => datesIn(start, end, unit, size));
    if (dates.some((list) => list.length > 40)) continue;
    const ticks = dates.flatMap((list, index) => {
      const known = list.length > 0 ? list : [first[index]?.slice(0, 4) ?? ""].filter((date) => date !== "");
      return known.map((date, place) =>
        tick(scale, scale.segments[index], date, place === 0 || /-01(-01)?$/.test(date), base, write),
      );
    });
    if (apart(ticks)) return ticks;
  }
  return [];
}

function tick(
  scale: TimeScale,
  segment: TimeScale["segments"][number] | undefined,
  date: PartialDate,
  withYear: boolean,
  base: number,
  write: WriteTick,
): Tick {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  // A day is named at its middle, where its events stand; months and years where they begin.
  const start = dayOf(year, month, day) + (date.length > 7 ? 0.5 : 0);
  const inside = segment === undefined || (start >= segment.start && start <= segment.end);
  const x = inside ? scale.at(start) : (segment.left + segment.right) / 2;
  const label: Label = {
    kind: "label",
    look: "tick-name",
    x,
    y: base,
    anchor: "middle",
    text: write(date, withYear),
  };
  const { left, right } = boxOf(label);
  const shift = Math.max(0, -left) - Math.max(0, right - frameWidth);
  return { x: inside ? x : -1, label: { ...label, x: x + shift } };
}

function apart(ticks: readonly Tick[]): boolean {
  const boxes = ticks.flatMap(({ label }) => (label === null ? [] : [boxOf(label)]));
  return boxes.every((box, index) => {
    const before = boxes[index - 1];
    return box.left >= 0 && box.right <= frameWidth && (before === undefined || !overlap(before, box, gap));
  });
}

/** What a long stretch has of days, whichever they are. */
const tooMany: readonly PartialDate[] = Array.from({ length: 41 }, () => "");

function datesIn(
  start: number,
  end: number,
  unit: "day" | "month" | "year",
  size: number,
): readonly PartialDate[] {
  const found: PartialDate[] = [];
  if (unit === "year") {
    const from = Number(dateOf(Math.ceil(start)).slice(0, 4));
    for (let year = Math.ceil(from / size) * size; dayOf(year, 1, 1) <= end; year += size) {
      if (dayOf(year, 1, 1) >= start) found.push(String(year).padStart(4, "0"));
      if (found.length > 40) break;
    }
    return found;
  }
  if (unit === "month") return monthsIn(start, Math.min(end, Math.floor(start) + 3701), size);
  if (end - start > size * 60) return tooMany;
  for (let day = Math.ceil(start); day <= end && found.length <= 40; day += 1) {
    const date = dateOf(day);
    const ofMonth = Number(date.slice(-2));
    if (size === 1 || ofMonth === 1 || (ofMonth % size === 0 && ofMonth <= 25)) found.push(date);
  }
  return found;
}

function monthsIn(start: number, end: number, size: number): readonly PartialDate[] {
  const found: PartialDate[] = [];
  const [year = 0, first = 1] = dateOf(Math.ceil(start)).split("-").map(Number);
  for (let month = first; found.length <= 40; month += 1) {
    const day = dayOf(year, month, 1);
    if (day > end) break;
    if (day >= start && (month - 1) % size === 0) found.push(dateOf(day).slice(0, -3));
  }
  return found;
}
