// The timeline as a figure: numbered events over a line of time, before, on and after the day of the briefing.
import type { PartialDate, TimelineEvent } from "../model/edition.ts";
import {
  type Drawing,
  frameWidth,
  type Label,
  line,
  mirrored,
  type Point,
  rectangle,
  type Shape,
  typeSize,
} from "./drawing.ts";
import { type Era, eraOf } from "./era.ts";
import { legend } from "./legend.ts";
import { settle } from "./settle.ts";
import { ticksOf, type WriteTick } from "./ticks.ts";
import { breakWidth, type Period, periodOf, type TimeScale, timeScale } from "./time-scale.ts";

export type TimelineWords = Readonly<Record<Era, string>> & {
  /** What a break in the line stands for. */
  readonly leftOut: string;
  readonly tick: WriteTick;
};

const radius = 7;
const rowHeight = 17;
const fan = 34;
const laneHeight = 6;
const mostLanes = 4;
const edge = radius + 1;

/** Events in the order of their numbers, from 1. Null when there are none. */
export function timelineDrawing(
  events: readonly TimelineEvent[],
  day: PartialDate,
  words: TimelineWords,
  direction: "ltr" | "rtl",
): Drawing | null {
  if (events.length === 0) return null;
  const theDay = periodOf(day);
  const periods = events.map(({ date, until }) => periodOf(date, until));
  const scale = timeScale([...periods, theDay], frameWidth - 2 * edge);
  const at = (moment: number) => edge + scale.at(moment);
  const xs = periods.map(({ start, end }) => (end - start === 1 ? at(start + 0.5) : at(start)));
  const discs = spread(xs, events.length);
  const lanes = lanesOf(periods, at);
  const rows = Math.max(...discs.map(({ row }) => row)) + 1;
  const shelf = rows * rowHeight;
  const axis = shelf + fan + (Math.max(0, ...lanes) + 1) * laneHeight;
  const top = axis - (Math.max(0, ...lanes) + 1) * laneHeight;

  const leaders = events.map((_, index): Shape => {
    const { x, row } = discs[index] ?? { x: 0, row: 0 };
    const mark = xs[index] ?? 0;
    const foot = axis - ((lanes[index] ?? 0) + 1) * laneHeight + 1;
    const points = [
      { x, y: (row + 1) * rowHeight - 2 },
      { x, y: shelf },
      { x: mark, y: top },
      { x: mark, y: foot },
    ];
    return { kind: "path", look: "leader", d: line(...points) };
  });
  const numbers = events.flatMap((event, index): readonly Shape[] => {
    const { x, row } = discs[index] ?? { x: 0, row: 0 };
    return disc({ x, y: row * rowHeight + edge }, eraOf(event, day), String(index + 1));
  });
  const marks = events.map((event, index) =>
    mark(event, periods[index] ?? theDay, lanes[index] ?? 0, axis, at),
  );
  const ticks = ticksOf(shifted(scale), axis + 16, firstDates(scale, events, day), words.tick);
  const ticked = ticks.flatMap(({ x, label }): readonly Shape[] => [
    ...(x < 0 ? [] : [{ kind: "path" as const, look: "tick", d: line({ x, y: axis }, { x, y: axis + 4 }) }]),
    ...(label === null ? [] : [label]),
  ]);
  const broken = scale.segments.length > 1;
  const eras = (["before", "theDay", "after"] as const).filter(
    (era) => era === "theDay" || events.some((event) => eraOf(event, day) === era),
  );
  const key = legend(
    [
      ...eras.map((era) => ({
        sign: era === "theDay" ? dayKey : (place: Point) => disc(place, era, ""),
        words: words[era],
      })),
      ...(broken ? [{ sign: breakSign, words: words.leftOut }] : []),
    ],
    axis + 32,
  );
  const drawing: Drawing = {
    width: frameWidth,
    height: key.bottom,
    shapes: [
      ...dayLine(theDay, rows * rowHeight, axis, at),
      ...leaders,
      ...axisShapes(scale, axis),
      ...marks,
      ...ticked.filter(({ kind }) => kind !== "label"),
      ...ticked.filter(({ kind }) => kind === "label"),
      ...numbers.filter(({ kind }) => kind !== "label"),
      ...numbers.filter(({ kind }) => kind === "label"),
      ...key.shapes,
    ],
  };
  return direction === "rtl" ? mirrored(drawing) : drawing;
}

/** Places for the numbers: as near to their marks as their width and order allow, in as many rows as they need. */
function spread(
  xs: readonly number[],
  count: number,
): readonly { readonly x: number; readonly row: number }[] {
  const room = frameWidth - 2 * edge;
  const rows = Math.ceil(count / (Math.floor(room / (2 * radius + 1)) + 1));
  const step = Math.min((2 * radius + 2) / rows, room / Math.max(1, count - 1));
  const placed = settle(xs, step, edge, frameWidth - edge);
  return placed.map((x, index) => ({ x, row: index % rows }));
}

/** Days stand on the line itself; longer periods over it, one above another where they meet. */
function lanesOf(periods: readonly Period[], at: (day: number) => number): readonly number[] {
  const ends: number[] = [];
  return periods.map(({ start, end }) => {
    if (end - start === 1) return 0;
    const free = ends.findIndex((before) => before < at(start));
    const lane = Math.min(mostLanes - 1, free === -1 ? ends.length : free);
    ends[lane] = Math.max(ends[lane] ?? 0, at(end) + 1);
    return lane;
  });
}

/** A day is a stroke, a span a bar; a month or year of which the day is not known is an open bar. */
function mark(
  { until, date }: TimelineEvent,
  period: Period,
  lane: number,
  axis: number,
  at: (day: number) => number,
): Shape {
  if (period.end - period.start === 1) {
    const x = at(period.start + 0.5);
    return { kind: "path", look: "moment", d: line({ x, y: axis - laneHeight }, { x, y: axis }) };
  }
  const bottom = axis - lane * laneHeight - 1.5;
  const box = {
    left: at(period.start),
    right: Math.max(at(period.end), at(period.start) + 2),
    top: bottom - 3.5,
    bottom,
  };
  return { kind: "path", look: until === null || date.length < 10 ? "vague" : "span", d: rectangle(box) };
}

function disc({ x, y }: Point, era: Era, number: string): readonly Shape[] {
  const look = { before: "before", theDay: "the-day", after: "after" }[era];
  const r = number === "" ? radius * 0.6 : radius;
  const shape: Shape =
    era === "theDay"
      ? { kind: "path", look, d: rectangle({ left: x - r, right: x + r, top: y - r, bottom: y + r }) }
      : { kind: "disc", look, x, y, r };
  if (number === "") return [shape];
  const label: Label = {
    kind: "label",
    look: `numeral ${look}`,
    x,
    y: y + typeSize * 0.27,
    anchor: "middle",
    text: number,
  };
  return [shape, label];
}

function dayLine(day: Period, top: number, axis: number, at: (day: number) => number): readonly Shape[] {
  const x = at(day.start + (day.end - day.start) / 2);
  if (day.end - day.start === 1)
    return [{ kind: "path", look: "day", d: line({ x, y: top + 4 }, { x, y: axis + 6 }) }];
  return [
    {
      kind: "path",
      look: "day-long",
      d: rectangle({ left: at(day.start), right: at(day.end), top: top + 4, bottom: axis }),
    },
  ];
}

function dayKey({ x, y }: Point): readonly Shape[] {
  return disc({ x, y }, "theDay", "");
}

function axisShapes({ segments }: TimeScale, y: number): readonly Shape[] {
  return segments.flatMap(({ left, right }, index) => {
    const shape: Shape = {
      kind: "path",
      look: "axis",
      d: line({ x: edge + left, y }, { x: edge + right, y }),
    };
    if (index === 0) return [shape];
    return [...breakSign({ x: edge + left - breakWidth / 2, y }), shape];
  });
}

function breakSign({ x, y }: Point): readonly Shape[] {
  return [-2.5, 2.5].map((shift) => ({
    kind: "path",
    look: "axis",
    d: line({ x: x + shift - 2, y: y + 5 }, { x: x + shift + 2, y: y - 5 }),
  }));
}

/** The scale as it stands in the frame. */
function shifted(scale: TimeScale): TimeScale {
  const segments = scale.segments.map((one) => ({ ...one, left: one.left + edge, right: one.right + edge }));
  return { segments, at: (day) => scale.at(day) + edge };
}

/** Of every segment the first date in it. */
function firstDates(
  { segments }: TimeScale,
  events: readonly TimelineEvent[],
  day: PartialDate,
): readonly PartialDate[] {
  const dates = [...events.map(({ date }) => date), day];
  return segments.map(({ start, end }) => {
    const inside = dates.filter((date) => periodOf(date).start >= start && periodOf(date).start <= end);
    return inside.sort()[0] ?? "";
  });
}
