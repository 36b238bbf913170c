// Tables as spreadsheets read them: each cell as it was written, and none taken for a formula.
import { expect, test } from "vitest";
import type { Edition } from "../../scripts/model/edition.ts";
import { registerCsv, timelineCsv } from "../../scripts/render/csv.ts";
import { full } from "../templates/edition/editions.ts";

function titled(title: string): string {
  const event = { date: "2023", until: null, title, text: null, references: [], people: [] };
  const edition: Edition = { ...full, timeline: [event] };
  return timelineCsv(edition).split("\r\n").slice(1).join("\r\n");
}

test.each([
  ["plain", "2023,,plain,,,\r\n"],
  ["a, b", '2023,,"a, b",,,\r\n'],
  ['say "it"', '2023,,"say ""it""",,,\r\n'],
  ["two\nlines", '2023,,"two\nlines",,,\r\n'],
  [" outer space ", '2023,," outer space ",,,\r\n'],
  ["=1+1", "2023,,'=1+1,,,\r\n"],
  ["+44 20", "2023,,'+44 20,,,\r\n"],
  ["-cmd|x", "2023,,'-cmd|x,,,\r\n"],
  ["@SUM(A1)", "2023,,'@SUM(A1),,,\r\n"],
  ['  =HYPERLINK("x")', '2023,,"\'  =HYPERLINK(""x"")",,,\r\n'],
  ["＝1", "2023,,'＝1,,,\r\n"],
  ["سُهيلة، ٤ أيار", "2023,,سُهيلة، ٤ أيار,,,\r\n"],
])("%j", (title, row) => {
  expect(titled(title)).toBe(row);
});

test("numbers stay numbers, south of the equator too", () => {
  const [place] = full.places;
  if (place === undefined) throw new Error("no place");
  const csv = registerCsv([{ ...place, lat: -12.5, lon: -77 }], full);
  expect(csv).toContain(",-12.5,-77,");
  expect(csv.startsWith("\ufeffid,name,native_name,")).toBe(true);
});
