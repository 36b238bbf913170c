// What stands beside a printed paragraph: short paragraphs with many labels stay whole, long ones start with enough lines.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Edition } from "../../scripts/model/edition.ts";
import { keepTogether, margin } from "../../templates/parts/margin.ts";
import { printView } from "../../templates/parts/view.ts";
import { full } from "./edition/editions.ts";
import { markUp } from "./edition/mark-up.ts";

const css = readFileSync(new URL("../../templates/assets/print-article.css", import.meta.url), "utf8");
const people = full.people.map(({ id }) => id);

function paragraph(speakers: number, words: number): Edition {
  const marks = people.slice(0, speakers).map((speaker, index) => ({
    id: `m${index}`,
    exact: `said${index}`,
    body: { kind: "quotation" as const, speaker, form: "direct" as const },
  }));
  const text = [...marks.map(({ exact }) => exact), ..."word ".repeat(words).trim().split(" ")].join(" ");
  const { blocks, annotations } = markUp("tass", text, marks);
  return { ...full, annotations, sources: full.sources.map((source) => ({ ...source, blocks })) };
}

it.each([
  [0, 5, null],
  [1, 5, "whole"],
  [2, 5, "whole"],
  [5, 5, "whole"],
  [2, 400, /^start-\d+$/],
  [6, 400, /^start-\d+$/],
])("%i speakers beside %i words: %s", (speakers, words, expected) => {
  const edition = paragraph(speakers, words);
  const view = printView(edition);
  const [block] = edition.sources[0]?.blocks ?? [];
  if (block === undefined) throw new Error("no block");
  const kept = keepTogether(view, block);
  if (expected === null || typeof expected === "string") expect(kept).toBe(expected);
  else expect(kept).toMatch(expected);
  if (kept !== null) expect(css).toMatch(new RegExp(`^\\.${kept}( p)? \\{`, "m"));
  expect(margin(view, block) === null).toBe(speakers === 0);
});

it("isolates the calls of notes on screen and in print", () => {
  const screen = readFileSync(new URL("../../templates/assets/article.css", import.meta.url), "utf8");
  expect(screen).toMatch(/\.call \{[^}]*unicode-bidi: isolate/);
  expect(css).toMatch(/\[data-footnote-call\] \{[^}]*unicode-bidi: isolate/);
});
