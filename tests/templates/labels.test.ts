// The words of the interface: none is missing in any language, and dates are written as readers write them.
import { describe, expect, it } from "vitest";
import { arabic } from "../../templates/labels/ar.ts";
import { writeDate, writeLanguage, writeSpan } from "../../templates/labels/dates.ts";
import { english } from "../../templates/labels/en.ts";
import { labelsFor } from "../../templates/labels/labels.ts";

/** Every word of a language by its path; functions are called with numbers, which all of them can print. */
function words(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value(3, 4, 5, 6))]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => words(inner, path === "" ? key : `${path}.${key}`));
}

describe.each([english, arabic])("labels in $language", (labels) => {
  it.each(words(labels, ""))("%s has words", (_, text) => {
    expect(text.trim()).not.toBe("");
    expect(text).not.toContain("undefined");
  });
});

const foreign = /^(language|direction|print\.tools|find\.(annotations|table)|pack\.(pdf|data|yardstick))$/;

describe("Arabic", () => {
  it.each(words(arabic, "").filter(([path]) => !foreign.test(path)))("%s is not English", (_, text) => {
    expect(text).not.toMatch(/[A-Za-z]{2}/);
  });

  it.each([
    [1, "الاقتباس المباشر الوحيد"],
    [2, "الاقتباسان المباشران"],
    [3, "3 اقتباسات مباشرة"],
    [11, "11 اقتباسًا مباشرًا"],
    [100, "100 اقتباس مباشر"],
  ])("counts %s as its grammar does", (number, expected) => {
    expect(arabic.source.quotationsChecked(number, number, "x", "y")).toContain(expected);
  });
});

describe("labelsFor", () => {
  it.each([
    ["en", "en"],
    ["en-US", "en"],
    ["ar-EG", "ar"],
    ["AR", "ar"],
    ["ko", "en"],
    ["constructor", "en"],
  ])("%s is written in %s", (tag, language) => {
    expect(labelsFor(tag).language).toBe(language);
  });
});

describe("dates", () => {
  it.each([
    ["2023-10-19", "en", "19 October 2023"],
    ["2023-10-19", "en-US", "October 19, 2023"],
    ["2023-10-19", "ar", "19 أكتوبر 2023"],
    ["2023-10", "en", "October 2023"],
    ["2023", "en", "2023"],
    ["2023-10-19T23:30:00+09:00", "en", "19 October 2023"],
    ["not a date", "en", "not a date"],
  ])("%s in %s is %s", (date, language, expected) => {
    expect(writeDate(date, language)).toBe(expected);
  });

  it.each([
    ["2023-10-17", "2023-10-18", "17", "18 October 2023"],
    ["2023-07", "2023-08-02", "July", "August 2023"],
    ["2021", "2023", "2021", "2023"],
    ["2023-10-17", "2023-10-17", "", "17 October 2023"],
  ])("%s to %s says what they share once", (from, until, start, end) => {
    expect(writeSpan(from, until, "en")).toMatchObject({ start, end });
  });

  it("names languages", () => {
    expect(writeLanguage("ru", "en")).toBe("Russian");
    expect(writeLanguage("en-x-desk", "en")).toBe("English");
  });
});
