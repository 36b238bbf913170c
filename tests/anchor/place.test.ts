// Where a range of the reader text stands in its file: the line, and the column, counted in code points.
import { expect, test } from "vitest";
import { placeOf } from "../../scripts/anchor/place.ts";
import { parse } from "../../scripts/parse/parse.ts";
import { docx } from "../parse/zip.ts";

/** Name of the file, its text, the words to find, and `line:column`. */
const cases: readonly (readonly [string, string, string, string])[] = [
  ["a.txt", "One\nTwo three", "three", "2:5"],
  ["a.txt", "\n\n   indented words", "words", "3:13"],
  ["a.txt", "\ufeffOne two", "two", "1:5"],
  ["a.txt", "One\r\n\r\nTwo three", "three", "3:5"],
  ["a.txt", "One\rTwo three", "three", "2:5"],
  ["a.txt", "😀 é 中 word", "word", "1:7"],
  [
    "a.txt",
    `${"A line that is about as wide as a page is set, on and on\n".repeat(3)}\n${"Another line that is about as wide as a page\n".repeat(2)}final words.`,
    "final",
    "7:1",
  ],
  ["a.md", "# Head\n\nOne two\nthree *four* five", "three", "4:1"],
  ["a.md", "# Head\n\nOne two\nthree *four* five", "five", "4:14"],
  ["a.md", "A [link](https://example.org/five) and five", "and", "1:36"],
  ["a.md", "- one\n- two three", "three", "2:7"],
  ["a.md", "> quoted words\n> go on", "go", "2:3"],
  ["a.md", "a &amp; b", "b", "1:9"],
  ["a.md", "| a | b |\n|---|---|\n| c | d |\n| e | f |", "e", "4:3"],
];

test.each(cases)("%s %j: %s at %s", (name, text, words, expected) => {
  const bytes = new TextEncoder().encode(text);
  const { value, findings } = parse(name, bytes);
  expect(findings).toEqual([]);
  const start = value.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const { line, column } = placeOf({ start, end: start + words.length }, { path: name, bytes }, value);
  expect(`${line}:${column}`).toBe(expected);
});

test("a Word document has no lines: the block stands for one, and columns count in it", () => {
  const paragraphs = ["One.", "", "Two 😀 three."].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
  const bytes = docx(paragraphs.join(""));
  const { value } = parse("a.docx", bytes);
  const start = value.text.indexOf("three");
  const place = placeOf({ start, end: start + 5 }, { path: "a.docx", bytes }, value);
  expect(place).toEqual({ file: "a.docx", line: value.blocks[1]?.line, column: 7 });
  expect(value.blocks[1]?.line).toBeGreaterThan(1);
});
