// The print document: one file whose links and page numbers all lead to places in it.
import { describe, expect, it } from "vitest";
import { briefingPage } from "../../templates/pages/briefing.ts";
import { sourcePage } from "../../templates/pages/source.ts";
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

it("tells where things come from in print alone", () => {
  expect(String(printDocument(full))).toContain('data-of="key-point-1"');
  for (const page of [briefingPage(full, { pdf: true }), sourcePage(full)])
    expect(String(page)).not.toContain("data-of");
});

describe("lists of the source", () => {
  const [source] = full.sources;
  const [first, ...rest] = source?.blocks ?? [];
  const kinds = ["paragraph", "list-item", "list-item", "paragraph", "list-item"] as const;
  const blocks = kinds.map((kind, index) => ({
    ...(first ?? rest[0]),
    kind,
    id: `b${index}`,
    number: index + 1,
    line: index + 1,
    level: null,
    segments: [{ text: `block ${index}`, annotations: [], opens: [], closes: [] }],
  }));
  const edition = {
    ...full,
    boxes: [],
    annotations: [],
    sources: full.sources.map((one) => ({ ...one, blocks })),
  };
  const markup = String(printDocument(edition));
  const article = markup.slice(markup.indexOf("<article"), markup.indexOf("</article>"));

  it("are lists, one for each run of items", () => {
    const shape = article.match(/<\/?(?:ul|li)\b|block \d/g)?.join(" ");
    expect(shape).toBe(
      "block 0 <ul <li block 1 </li <li block 2 </li </ul block 3 <ul <li block 4 </li </ul",
    );
  });
});

describe("the index", () => {
  const names = (count: number) =>
    Array.from(
      { length: count },
      (_none, at) => `${String.fromCharCode(65 + Math.floor(at / 10))}name ${at}`,
    );
  const [passage] = full.annotations;
  const people = (count: number) =>
    names(count).map((name, at) => ({
      ...full.people[0],
      id: `p${at}`,
      kind: "person" as const,
      name,
      nativeName: null,
      passages: [passage?.id ?? ""],
    }));
  const indexOf = (count: number) => {
    const edition = {
      ...full,
      organisations: [],
      places: [],
      terms: [],
      people: people(count),
    } as typeof full;
    const markup = String(printDocument(edition));
    return markup.slice(markup.indexOf('<section class="index"'), markup.indexOf('id="colophon"'));
  };

  it("stands together while it is short", () => {
    expect(indexOf(30).match(/<ul>/g)).toHaveLength(1);
    expect(indexOf(30)).not.toContain("letters");
  });

  it("is grouped by initials where it is long, none of them in two groups and no name left out", () => {
    const index = indexOf(95);
    expect([...index.matchAll(/class="letters">([^<]*)/g)].map(([, letters]) => letters)).toEqual([
      "A–C",
      "D–F",
      "G–J",
    ]);
    expect(index.match(/<li /g)).toHaveLength(95);
  });
});
