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
import { dots } from "./timeline-dots.ts";

export type TimelineWords = Readonly<Record<Era, string>> & {
  /** What a break in the line stands for. */
  readonly leftOut: string;
  readonly tick: WriteTick;
};

/** Events beyond which a number each would be a wall of numbers. */
const mostNumbered = 60;
const radius = 8;
const rowHeight = 2 * radius + 3;
const edge = radius + 1;
const keyRadius = 5;
const fan = 34;
const laneHeight = 6;
const mostLanes = 4;

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
  const lanes = lanesOf(periods, at);
  const eraAt = events.map((event) => eraOf(event, day));
  const head =
    events.length <= mostNumbered ? numbers(xs, lanes, eraAt) : { ...dots(xs, eraAt, disc), leaders: [] };
  const axis = head.height + (Math.max(0, ...lanes) + 1) * laneHeight;

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
    (era) => era === "theDay" || eraAt.includes(era),
  );
  const key = legend(
    [
      ...eras.map((era) => ({
        sign: (place: Point) => [disc(place, era, keyRadius)],
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
      ...dayLine(theDay, head.height - fan, axis, at),
      ...head.leaders,
      ...axisShapes(scale, axis),
      ...marks,
      ...ticked.filter(({ kind }) => kind !== "label"),
      ...ticked.filter(({ kind }) => kind === "label"),
      ...head.shapes.filter(({ kind }) => kind !== "label"),
      ...head.shapes.filter(({ kind }) => kind === "label"),
      ...key.shapes,
    ],
  };
  return direction === "rtl" ? mirrored(drawing) : drawing;
}

/** The events' numbers, each led to its mark on the line, which is below `height`. */
function numbers(
  xs: readonly number[],
  lanes: readonly number[],
  eras: readonly Era[],
): { readonly shapes: readonly Shape[]; readonly leaders: readonly Shape[]; readonly height: number } {
  const places = spread(xs);
  const shelf = (Math.max(...places.map(({ row }) => row)) + 1) * rowHeight;
  const height = shelf + fan;
  const highest = Math.max(0, ...lanes);
  const leaders = places.map(({ x, row }, index): Shape => {
    const mark = xs[index] ?? 0;
    const points = [
      { x, y: (row + 1) * rowHeight - 2 },
      { x, y: shelf },
      { x: mark, y: height },
      { x: mark, y: height + (highest - (lanes[index] ?? 0)) * laneHeight + 1 },
    ];
    return { kind: "path", look: "leader", d: line(...points) };
  });
  const shapes = places.flatMap(({ x, row }, index) =>
    numbered({ x, y: row * rowHeight + edge }, eras[index] ?? "before", index + 1),
  );
  return { shapes, leaders, height };
}

/** Places for the numbers: as near to their marks as their width and order allow, in as many rows as they need. */
function spread(xs: readonly number[]): readonly { readonly x: number; readonly row: number }[] {
  const room = frameWidth - 2 * edge;
  const rows = Math.ceil(xs.length / (Math.floor(room / (2 * radius + 1)) + 1));
  const step = Math.min((2 * radius + 2) / rows, room / Math.max(1, xs.length - 1));
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

/** A disc, a square on the day itself. */
function disc({ x, y }: Point, era: Era, r: number): Shape {
  const look = looks[era];
  return era === "theDay"
    ? { kind: "path", look, d: rectangle({ left: x - r, right: x + r, top: y - r, bottom: y + r }) }
    : { kind: "disc", look, x, y, r };
}

const looks = { before: "before", theDay: "the-day", after: "after" } as const;

function numbered(place: Point, era: Era, number: number): readonly Shape[] {
  const { x, y } = place;
  const look = `numeral ${looks[era]}`;
  const label: Label = {
    kind: "label",
    look,
    x,
    y: y + typeSize * 0.33,
    anchor: "middle",
    text: String(number),
  };
  return [disc(place, era, radius), label];
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
