// Runs as they are drawn, from the left, and the order in which they are read.

import { describe, expect, test } from "vitest";
import type { Run } from "../../scripts/paginate/finish/content.ts";
import { arrange } from "../../scripts/paginate/finish/run-order.ts";

/** Runs side by side, each as wide as its text. */
function drawn(texts: readonly string[]): readonly Run[] {
  let x = 0;
  return texts.map((text) => {
    const run = { start: 0, end: 0, last: 0, text, x, font: undefined };
    x += text.length;
    return run;
  });
}

const read = (said: string, texts: readonly string[]) => arrange(drawn(texts), said)?.map(({ text }) => text);

describe("a line is read as it is written", () => {
  test.each([
    ["right to left", "קם אתה דן", ["דן", " ", "אתה", " ", "קם"], ["קם", " ", "אתה", " ", "דן"]],
    [
      "a number begins as another does",
      "דן 50% אתה 5",
      ["5", " ", "אתה", " ", "50%", " ", "דן"],
      ["דן", " ", "50%", " ", "אתה", " ", "5"],
    ],
    [
      "a longer run begins as a shorter one does",
      "עם עםעם דן",
      ["דן", " ", "עםעם", " ", "עם"],
      ["עם", " ", "עםעם", " ", "דן"],
    ],
    [
      "letters of one run are those of two others",
      "דן. Edition 1.",
      [".", "דן", " ", "Edition 1."],
      ["דן", ".", " ", "Edition 1."],
    ],
    [
      "a first guess is taken back",
      "(UN)– X (UN) דן",
      ["דן", " ", "X", " (UN)", ")– ", "UN", "("],
      ["(", "UN", ")– ", "X", " (UN)", " ", "דן"],
    ],
    ["white space before the first word", " ו", ["ו", " "], [" ", "ו"]],
    ["white space after the last word", "ו ", [" ", "ו"], ["ו", " "]],
    ["a hyphen that breaks a word stands last", " har", ["har", "-"], ["har", "-"]],
  ])("%s", (_name, said, texts, wanted) => {
    expect(read(said, texts)).toEqual(wanted);
  });

  test("what the text does not say has no order", () => {
    expect(read("קם אתה", ["דן", " ", "קם"])).toBeUndefined();
  });

  test("a line without end is given up", () => {
    const runs = Array.from({ length: 60 }, (_none, at) => (at % 2 ? "אב" : "בא"));
    expect(read(`${"אב".repeat(60)}ג`, runs)).toBeUndefined();
  });
});
