// What is no article, or too much of one: one clear finding each, in bounded time.
import { expect, test } from "vitest";
import { parse } from "../../scripts/parse/parse.ts";
import { sizeLimit } from "../../scripts/parse/reader.ts";

const text = (value: string) => new TextEncoder().encode(value);
const png = new Uint8Array([
  0x89,
  0x50,
  0x4e,
  0x47,
  13,
  10,
  26,
  10,
  ...Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
]);

/** Name, file, bytes, the finding. */
const cases: readonly (readonly [string, string, () => Uint8Array, string])[] = [
  ["an empty file", "a.txt", () => text(""), "1:1 empty-source: holds no text"],
  ["an empty page", "a.html", () => text(""), "1:1 empty-source: shows no text without its scripts"],
  [
    "a page that is all script",
    "a.html",
    () => text(`<html><body><div id="root"></div><script>${"render();".repeat(1000)}</script></body></html>`),
    "1:1 empty-source: shows no text without its scripts",
  ],
  [
    "50 MB of text",
    "a.txt",
    () => new Uint8Array(50_000_000).fill(97),
    "1:1 too-large: has 50 MB, more than the 24 MB that are read",
  ],
  [
    "50 MB of page",
    "a.html",
    () => new Uint8Array(50_000_000).fill(97),
    "1:1 too-large: has 50 MB, more than the 24 MB that are read",
  ],
  [
    "50 MB of document",
    "a.docx",
    () => new Uint8Array(50_000_000),
    "1:1 too-large: has 50 MB, more than the 24 MB that are read",
  ],
  [
    "20,000 nested elements",
    "a.html",
    () => text(`<p>One.</p>\n${"<div>".repeat(20_000)}deep`),
    "2:2556 too-deep: is nested too deep here",
  ],
  [
    "a million elements",
    "a.html",
    () => text("<br>x".repeat(400_000)),
    "1:1250001 too-large: has more elements than are read",
  ],
  [
    "a picture named .txt",
    "a.txt",
    () => png,
    "1:1 binary: is no text: its bytes are those of another kind of file",
  ],
  [
    "a picture named .html",
    "a.html",
    () => png,
    "1:1 binary: is no text: its bytes are those of another kind of file",
  ],
  ["another format", "a.pdf", () => text("%PDF-1.7"), "1:1 format: .pdf is no format of a source"],
];

test.each(cases)("%s", (_, file, bytes, expected) => {
  const started = performance.now();
  const { value, findings } = parse(file, bytes());
  expect(value.blocks).toEqual([]);
  expect(
    findings.map(({ severity, line, column, rule, message }) => [
      severity,
      `${line}:${column} ${rule}: ${message}`,
    ]),
  ).toEqual([["error", expected]]);
  expect(performance.now() - started).toBeLessThan(3000);
});

/** Shapes that make careless readers slow. */
const slow: readonly (readonly [string, () => string])[] = [
  ["unclosed comments", () => "<!--".repeat(100_000)],
  ["one long line of entities", () => `<p>${"&amp; ".repeat(200_000)}</p>`],
  [
    "many siblings",
    () =>
      `<main>${"<div class=card><a href=x>A link of a few words</a><p>And a summary.</p></div>".repeat(10_000)}</main>`,
  ],
  ["a style sheet without end", () => `<style>${"a{".repeat(100_000)}</style><p>One two three.</p>`],
  ["long attributes", () => `<p class="${"ad-".repeat(100_000)}">One two three.</p>`],
  ["nested lists", () => `${"<ul><li>item of the list".repeat(200)}`],
];

test.each(slow)("%s in bounded time", (_, page) => {
  const started = performance.now();
  parse("a.html", text(page()));
  expect(performance.now() - started).toBeLessThan(4000);
});

test("the limit itself is read", () => {
  const line = `${"words and more words ".repeat(5)}end.\n`;
  const { findings, value } = parse("a.txt", text(line.repeat(Math.floor(sizeLimit / 8 / line.length))));
  expect(findings).toEqual([]);
  expect(value.blocks.length).toBeGreaterThan(10_000);
});
