// What must stand together on a page, with each fault seeded.

import { describe, expect, test } from "vitest";
import { layoutFaults } from "../../scripts/verify/pdf-layout.ts";
import type { PdfPage } from "../../scripts/verify/pdf-text.ts";

function page(number: number, text: string, x = 72): PdfPage {
  const words = text
    .split(" ")
    .map((one, at) => ({ text: one, x: x + at * 30, y: 100, width: 28, size: 10 }));
  return { page: number, width: 595, height: 842, words };
}

const NOTE = '<p>Ships sailed<span class="footnote">Seen by all crews that day</span> north</p>';
const HEADING = "<p>Old text here ended</p><h2>New part</h2><p>It began with four words</p>";
const BOX = `<p>Old text here ended</p><div class="box"><h3>New part</h3><p>It began with four words</p></div>`;
const TABLE =
  "<table><thead><tr><th>Name</th><th>Office</th></tr></thead><tbody><tr><td>Ann Lee</td><td>Chief clerk</td></tr><tr><td>Bo Ray</td><td>Second clerk</td></tr></tbody></table>";

describe("what stands together", () => {
  test.each<[name: string, html: string, pages: readonly string[], faults: readonly string[]]>([
    ["a note with its call", NOTE, ["Ships sailed1 north 1. Seen by all crews"], []],
    ["a note that goes on overleaf", NOTE, ["Ships sailed1 north 1. Seen by all crews", "that day"], []],
    ["a note on another page", NOTE, ["Ships sailed1 north", "1. Seen by all crews"], ["note 2"]],
    ["a note with another number", NOTE, ["Ships sailed1 north 2. Seen by all crews"], ["note 0"]],
    ["a heading with its text", HEADING, ["Old text here ended", "New part It began with four words"], []],
    [
      "a heading alone",
      HEADING,
      ["Old text here ended New part", "It began with four words"],
      ["heading-last 1"],
    ],
    ["a box with its title", BOX, ["Old text here ended", "New part It began with four words"], []],
    [
      "a box without its title",
      BOX,
      ["Old text here ended New part", "It began with four words"],
      ["box-title 1"],
    ],
    ["a repeated head", TABLE, ["Name Office Ann Lee Chief clerk", "Name Office Bo Ray Second clerk"], []],
    ["a missing head", TABLE, ["Name Office Ann Lee Chief clerk", "Bo Ray Second clerk"], ["table-head 2"]],
  ])("%s", (_name, html, texts, expected) => {
    const pages = texts.map((text, index) => page(index + 1, text));
    expect(layoutFaults({ html, pages, areas: [] }).map(({ kind, page: at }) => `${kind} ${at}`)).toEqual(
      expected,
    );
  });

  test("text over the edge of the paper", () => {
    const faults = layoutFaults({ html: "<p>One two</p>", pages: [page(1, "One two", 560)], areas: [] });
    expect(faults).toMatchObject([{ kind: "outside", page: 1 }]);
    expect(faults[0]?.message).toContain("“two”");
  });
});

test("a list of page numbers says each once", async () => {
  const { sourceText } = await import("../../scripts/verify/pdf-source.ts");
  const link = (id: string) => `<a href="#${id}">, <span data-page-of="${id}"></span></a>`;
  const html = `<li>Ann<span class="pages" data-pages="">${["a", "b", "c"].map(link).join("")}</span></li>`;
  const pages: Readonly<Record<string, string>> = { a: "4", b: "4", c: "7" };
  const { text, references } = sourceText(html, (id) => pages[id] ?? "");
  expect(text.replace(/\s+/g, " ").trim()).toBe("Ann, 4 , 7");
  expect(references.map(({ id }) => id)).toEqual(["a", "c"]);
});
