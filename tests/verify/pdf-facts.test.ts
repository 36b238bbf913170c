// Facts of a PDF that can be false, one by one.

import { describe, expect, test } from "vitest";
import { type FactsQuestion, pdfFaults } from "../../scripts/verify/pdf-facts.ts";

const word = (text: string, y: number) => ({ text, x: 72, y, width: 20, size: 10 });
const area = { left: 72, top: 72, right: 523, bottom: 770 };

const GOOD: FactsQuestion = {
  html: '<p>Costs <span data-page-of="costs"></span></p><p id="costs">Many</p>',
  paper: "A4",
  pages: [
    { page: 1, width: 594.96, height: 841.92, words: [word("Costs", 100), word("2", 100), word("1", 800)] },
    { page: 2, width: 594.96, height: 841.92, words: [word("Many", 100), word("2", 800)] },
  ],
  folios: [
    { page: 1, label: "1", name: "", ids: [] },
    { page: 2, label: "2", name: "", ids: ["costs"] },
  ],
  areas: [area, area],
};
const [one, two] = GOOD.pages;
const blank = { page: 2, width: 594.96, height: 841.92, words: [] };

describe("faults", () => {
  test.each([
    ["none", {}, []],
    ["no page", { pages: [] }, ["no-pages 0"]],
    [
      "a page too many",
      { folios: GOOD.folios.concat({ page: 3, label: "", name: "", ids: [] }) },
      ["page-count 0"],
    ],
    ["another paper", { paper: "Letter" as const }, ["page-size 1", "page-size 2"]],
    ["a blank page", { pages: one ? [one, blank] : [] }, ["blank-page 2", "folio 2"]],
    [
      "a wrong folio",
      { folios: GOOD.folios.map((folio) => ({ ...folio, label: folio.page === 1 ? "9" : "2" })) },
      ["folio 1"],
    ],
    [
      "a wrong number in the text",
      {
        pages: two
          ? [{ ...two, page: 1, words: [word("Costs", 100), word("3", 100), word("1", 800)] }, two]
          : [],
      },
      ["page-reference 0"],
    ],
    [
      "a reference to nothing",
      { folios: GOOD.folios.map((folio) => ({ ...folio, ids: [] })) },
      ["page-reference 0"],
    ],
  ])("%s", (_name, change, expected) => {
    expect(pdfFaults({ ...GOOD, ...change }).map(({ kind, page }) => `${kind} ${page}`)).toEqual(expected);
  });
});
