// Marked text: the source's words survive every mark, and marks that overlap split instead of crossing.
import { describe, expect, it } from "vitest";
import type { AnnotationBody, Edition } from "../../scripts/model/edition.ts";
import { markedText } from "../../templates/parts/passage.ts";
import { briefingView, printView } from "../../templates/parts/view.ts";
import { full } from "./edition/editions.ts";
import { type Mark, markUp } from "./edition/mark-up.ts";
import { elementsOf, textOf } from "./edition/markup.ts";

const bodies: Readonly<Record<string, AnnotationBody>> = {
  quotation: { kind: "quotation", speaker: "sergey-lavrov", form: "direct" },
  person: { kind: "person", id: "sergey-lavrov" },
  box: { kind: "box", id: "aukus" },
  note: { kind: "note", text: "a note" },
  sic: { kind: "sic", text: "a reason" },
};

/** Body, then the words it covers, of the text `one two three four`. */
const cases: readonly (readonly [string, readonly (readonly [string, string])[], string])[] = [
  ["no mark", [], "one two three four"],
  ["a quotation", [["quotation", "two three"]], "one <q>two three</q> four"],
  [
    "a link in a quotation",
    [
      ["quotation", "one two three"],
      ["person", "two"],
    ],
    "<q>one <a>two</a>+ three</q> four",
  ],
  [
    "a link in a link",
    [
      ["box", "one two three"],
      ["person", "two"],
    ],
    "<a>one </a><s><a>two</a></s><a> three</a> four",
  ],
  [
    "a quotation in a link",
    [
      ["box", "one two three"],
      ["quotation", "two"],
    ],
    "<a>one <q>two</q></a><a> three</a> four",
  ],
  [
    "links that overlap",
    [
      ["box", "one two"],
      ["person", "two three"],
    ],
    "<a>one </a><a><s>two</s></a><a> three</a> four",
  ],
  [
    "sic in a quotation",
    [
      ["quotation", "one two three"],
      ["sic", "two"],
    ],
    "<q>one <s>two</s></q> [sic]1<q> three</q> four",
  ],
];

function edition(marks: readonly (readonly [string, string])[]): Edition {
  const given = marks.map(
    ([kind, exact], index): Mark => ({
      id: `m${index}`,
      exact,
      body: bodies[kind] ?? (bodies.note as AnnotationBody),
    }),
  );
  const { blocks, annotations } = markUp("x", "one two three four", given);
  return { ...full, annotations, sources: full.sources.map((source) => ({ ...source, id: "x", blocks })) };
}

/** Links and quotations as bare tags, other spans as `<s>`, calls as their number, buttons as `+`. */
function shape(markup: string): string {
  return markup
    .replace(/<span class="siglum[^>]*><\/span>/g, "")
    .replace(/<button[^>]*><\/button>/g, "+")
    .replace(/<sup class="call">.*?>(\d+)<\/a><\/sup>/g, "$1")
    .replace(/<span class="editorial">(.*?)<\/span>/g, "$1")
    .replace(/<span[^>]*quotation[^>]*>((?:(?!<span).)*?)<\/span>/g, "<q>$1</q>")
    .replace(/<(\/?)span[^>]*>/g, "<$1s>")
    .replace(/<a [^>]*>/g, "<a>");
}

describe("markedText", () => {
  it.each(cases.slice(0, 3))("sets %s", (_, marks, expected) => {
    const given = edition(marks);
    const [block] = given.sources[0]?.blocks ?? [];
    if (block === undefined) throw new Error("no block");
    expect(shape(String(markedText(briefingView(given), block)))).toBe(expected);
  });

  it.each(cases)("keeps the words and one place of each mark under %s", (_, marks) => {
    const given = edition(marks);
    const [block] = given.sources[0]?.blocks ?? [];
    if (block === undefined) throw new Error("no block");
    const markup = String(markedText(briefingView(given), block));
    const words = textOf(markup.replace(/<sup.*?<\/sup>| ?<span class="editorial">.*?<\/span>/g, ""));
    expect(words).toBe("one two three four");
    const all = elementsOf(markup);
    const active = all.filter(({ name }) => name === "a" || name === "button");
    expect(active.filter(({ within }) => within.includes("a") || within.includes("button"))).toEqual([]);
    for (const [index] of marks.entries()) expect(markup.split(`id="a-m${index}"`)).toHaveLength(2);
  });

  it("sets sic outside the words of the source, and what follows goes on", () => {
    const given = edition([
      ["quotation", "one two three"],
      ["sic", "two"],
    ]);
    const [block] = given.sources[0]?.blocks ?? [];
    if (block === undefined) throw new Error("no block");
    const all = elementsOf(String(markedText(briefingView(given), block)));
    const editorial = all.find(({ attributes }) => attributes.get("class") === "editorial");
    expect(editorial?.within).toEqual([]);
  });
});

describe("the article", () => {
  const paragraphs = full.sources.flatMap(({ blocks }) => blocks);
  it.each([briefingView(full), printView(full)])("holds the source word for word ($medium)", (view) => {
    for (const block of paragraphs) {
      const markup = String(markedText(view, block))
        .replace(/<span class="footnote"[^>]*>(?:<em>.*?<\/em>|<a.*?<\/a>|[^<])*<\/span>/g, "")
        .replace(/<sup.*?<\/sup>| ?<span class="editorial">.*?<\/span>/g, "");
      expect(textOf(markup)).toBe(block.segments.map(({ text }) => text).join(""));
    }
  });
});
