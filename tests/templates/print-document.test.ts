// The print document: one file whose links and page numbers all lead to places in it.
import { describe, expect, it } from "vitest";
import { printDocument } from "../../templates/print/document.ts";
import { arabic } from "./edition/arabic.ts";
import { full, least } from "./edition/editions.ts";
import { elementsOf, textOf } from "./edition/markup.ts";

const withoutArticle = {
  ...full,
  sections: full.sections.filter((name) => name !== "article" && name !== "people"),
};
const documents = [
  ["full", full],
  ["Arabic", arabic],
  ["least", least],
  ["without its article", withoutArticle],
] as const;

describe.each(documents)("%s", (_, edition) => {
  const markup = String(printDocument(edition));
  const all = elementsOf(markup);
  const ids = all.flatMap(({ attributes }) => attributes.get("id") ?? []);

  it("uses no id twice", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("leads to its own places", () => {
    for (const { attributes } of all) {
      const href = attributes.get("href") ?? "";
      if (href.startsWith("#")) expect(ids).toContain(href.slice(1));
      const page = attributes.get("data-page-of");
      if (page !== undefined) expect(ids).toContain(page);
    }
  });

  it("skips no heading level", () => {
    const levels = all.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("leaves page numbers to the paginator", () => {
    expect(markup).not.toMatch(/data-page-of="[^"]*">[^<]/);
  });

  it("says nothing inline", () => {
    expect(
      all.filter(({ name, attributes }) => name === "style" || name === "script" || attributes.has("style")),
    ).toEqual([]);
  });
});

describe("the full document", () => {
  const markup = String(printDocument(full));

  it("places every box once, after the paragraph of its first passage", () => {
    for (const { id, passages } of full.boxes) {
      expect(markup.split(`id="box-${id}"`)).toHaveLength(2);
      const block = full.annotations.find((one) => one.id === passages[0])?.block;
      expect(markup.indexOf(`id="box-${id}"`)).toBeGreaterThan(markup.indexOf(`id="${block}"`));
    }
  });

  it("prints every note once, where it is called", () => {
    const notes = full.annotations.filter(({ body }) => body.kind === "note" || body.kind === "sic");
    expect(markup.match(/class="footnote"/g)).toHaveLength(notes.length);
  });

  it("keeps the direction off the root, which Paged.js cannot lay out from right to left", () => {
    expect(String(printDocument(arabic))).toContain('<html lang="ar" class="print letter">');
  });

  it("shows the summary before everything", () => {
    const text = textOf(markup);
    expect(text.indexOf("Sergey Lavrov came to Pyongyang")).toBeLessThan(text.indexOf("Contents"));
  });
});
