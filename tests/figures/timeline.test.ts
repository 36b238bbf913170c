// The timeline figure: everything inside its frame, nothing over anything else, time in proportion, from one event to forty.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, type Drawing, type Label, overlap, type Shape } from "../../scripts/figures/drawing.ts";
import { periodOf, timeScale } from "../../scripts/figures/time-scale.ts";
import { timelineDrawing } from "../../scripts/figures/timeline.ts";
import type { TimelineEvent } from "../../scripts/model/edition.ts";
import { writeTick } from "../../templates/labels/dates.ts";
import { faultsOf, labelsOf } from "./faults.ts";

const words = {
  before: "Before",
  theDay: "The day of the briefing",
  after: "After",
  leftOut: "time left out",
  tick: (date: string, withYear: boolean) => writeTick(date, "en", withYear),
};

function events(...dates: readonly string[]): readonly TimelineEvent[] {
  return [...dates].sort().map((text) => {
    const [date = "", until = null] = text.split("/");
    return { date, until, title: "x", text: null, references: [], people: [] };
  });
}

function draw(given: readonly TimelineEvent[], direction: "ltr" | "rtl" = "ltr"): Drawing {
  const drawing = timelineDrawing(given, "2023-10-19", words, direction);
  if (drawing === null) throw new Error("nothing was drawn");
  return drawing;
}

const month = Array.from(
  { length: 40 },
  (_, day) => `2023-${day < 31 ? "10" : "11"}-${String((day % 31) + 1).padStart(2, "0")}`,
);

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["one event on the day", ["2023-10-19"]],
  ["one event long before", ["1961-07-06"]],
  ["years only", ["1948", "1991", "2019", "2024"]],
  ["months only", ["2023-07", "2023-10", "2024-01"]],
  [
    "spans that overlap",
    ["2021/2024", "2022-02/2023-10", "2023-10-17/2023-10-20", "2023-01-01/2023-12-31", "2020/2025"],
  ],
  ["forty in five weeks", month],
  ["forty on one day", Array.from({ length: 40 }, () => "2023-10-13")],
  ["two clusters far apart", ["1950-06-25", "1950-09-15", "1953-07-27", "2023-07-27", "2023-09-13"]],
  ["the first century", ["0079-10-24", "2023-10-19"]],
];

describe("the timeline figure", () => {
  it.each(cases)("holds %s", (_, dates) => {
    for (const direction of ["ltr", "rtl"] as const) {
      const drawing = draw(events(...dates), direction);
      expect(faultsOf(drawing)).toEqual([]);
      const numbers = labelsOf(drawing).filter(({ look }) => look.startsWith("numeral"));
      expect(numbers.map(({ text }) => text)).toEqual(dates.map((_, index) => String(index + 1)));
      expect(labelsOf(drawing).some(({ look }) => look === "tick-name")).toBe(true);
    }
  });

  it.each([
    ["in five weeks", Array.from({ length: 200 }, (_, index) => month[index % 40] ?? "")],
    ["on one day", Array.from({ length: 200 }, () => "2023-10-13")],
    ["in thirty years", Array.from({ length: 200 }, (_, index) => `${1990 + (index % 35)}-03-01`)],
  ])("shows two hundred %s as a dot each", (_, dates) => {
    const drawing = draw(events(...dates));
    expect(faultsOf(drawing)).toEqual([]);
    expect(labelsOf(drawing).filter(({ look }) => look.startsWith("numeral"))).toEqual([]);
    const keys = new Set(drawing.shapes.filter(isSign).map(({ look }) => look)).size;
    expect(drawing.shapes.filter(isSign)).toHaveLength(200 + keys);
    expect(drawing.height).toBeLessThan(280);
  });

  it("holds any forty events", () => {
    const date = fc.oneof(
      fc.integer({ min: 1900, max: 2030 }).map(String),
      fc
        .date({ min: new Date("1990-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
        .map((one) => one.toISOString().slice(0, 10)),
      fc
        .date({ min: new Date("2020-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
        .map((one) => one.toISOString().slice(0, 7)),
    );
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 40 }), (dates) => {
        expect(faultsOf(draw(events(...dates)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("runs from right to left where the text does", () => {
    const places = (direction: "ltr" | "rtl") =>
      labelsOf(draw(events("2019", "2022-04", "2024-05-01"), direction)).filter(({ look }) =>
        look.startsWith("numeral"),
      );
    const [ltr, rtl] = [places("ltr").map(({ x }) => x), places("rtl").map(({ x }) => x)];
    expect(ltr).toEqual([...ltr].sort((a, b) => a - b));
    expect(rtl).toEqual([...rtl].sort((a, b) => b - a));
  });

  it("tells before, the day and after apart by shape", () => {
    const looks = (date: string) =>
      draw(events(date))
        .shapes.filter(isSign)
        .map(({ kind, look }) => `${kind} ${look}`);
    expect(looks("2023-10-18")[0]).toBe("disc before");
    expect(looks("2023-10-19")[0]).toBe("path the-day");
    expect(looks("2023-10-20")[0]).toBe("disc after");
  });

  it("says what is left out only where something is", () => {
    const said = (dates: readonly string[]) =>
      labelsOf(draw(events(...dates))).some(({ text }) => text === words.leftOut);
    expect(said(["2023-07-27", "2023-09-13", "2024-06-19"])).toBe(false);
    expect(said(["1950-06-25", "2023-09-13", "2023-10-01"])).toBe(true);
  });

  it("is the same each time", () => {
    expect(draw(events(...month))).toEqual(draw(events(...month)));
  });

  it("is not drawn without events", () => {
    expect(timelineDrawing([], "2023-10-19", words, "ltr")).toBeNull();
  });
});

describe("the scale", () => {
  it("gives equal times equal lengths, whatever is left out", () => {
    const dates = ["1950-01-01", "1950-01-11", "2023-10-01", "2023-10-11", "2023-10-31"];
    const scale = timeScale(
      dates.map((date) => periodOf(date)),
      300,
    );
    const at = dates.map((date) => scale.at(periodOf(date).start));
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = at;
    expect(scale.segments).toHaveLength(2);
    expect(d - c).toBeCloseTo(b - a);
    expect(e - d).toBeCloseTo(2 * (b - a));
  });

  it.each([
    ["2023", null, 365],
    ["2024", null, 366],
    ["2024-02", null, 29],
    ["2023-10-17", "2023-10-18", 2],
    ["2023-07", "2023-08-02", 33],
    ["2023-10-19", "2023-10-01", 1],
  ])("%s to %s has %s days", (date, until, days) => {
    const { start, end } = periodOf(date, until);
    expect(end - start).toBe(days);
  });
});

function isSign(shape: Shape): boolean {
  return ["before", "the-day", "after"].includes(shape.look);
}

it("finds a label that leaves the frame, and two that meet", () => {
  const label: Label = { kind: "label", look: "key", x: 2, y: 20, anchor: "middle", text: "too far left" };
  expect(faultsOf({ width: 380, height: 40, shapes: [label, label] })).toHaveLength(3);
  expect(overlap(boxOf(label), boxOf({ ...label, y: 60 }))).toBe(false);
});
