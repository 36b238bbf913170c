// Each way in which a PDF can stop saying what its document says turns its own gate red.

import { PDFArray, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Folio } from "../../scripts/model/folio.ts";
import { openPaginator, type Paginator, type Printed } from "../../scripts/paginate/paginate.ts";
import { verifyStructure } from "../../scripts/verify/structure.ts";
import {
  type Act,
  altered,
  dictionaries,
  dropElement,
  inContent,
  onFirst,
  unaltered,
  without,
} from "../finish/altered.ts";
import { small } from "../finish/documents.ts";

const { job, html } = small;
let paginator: Paginator;
let printed: Printed;
beforeAll(async () => {
  paginator = await openPaginator();
  printed = await paginator.print(job);
});
afterAll(() => paginator.close());

async function clauses(
  pdf: Uint8Array,
  source = html,
  folios: readonly Folio[] = printed.folios,
): Promise<readonly string[]> {
  const faults = await verifyStructure(pdf, { html: source, folios });
  return [...new Set(faults.map(({ clause }) => clause))];
}

test("the sample written again by another hand is in order", async () => {
  expect(await clauses(await unaltered(printed.pdf))).toEqual([]);
});

/** The first two notes change their places. */
const swapNotes: Act = (document) => {
  const labels = dictionaries(document).filter((dict) => String(dict.get(PDFName.of("S"))) === "/Note");
  const [one, two] = labels.map((note) => note.lookup(PDFName.of("K"), PDFArray));
  const [a, b] = [one?.get(0), two?.get(0)];
  if (a && b) {
    one?.set(0, b);
    two?.set(0, a);
  }
};

const acts: Readonly<Record<string, readonly [Act, string]>> = {
  "a hidden note": [dropElement("Note"), "words"],
  "a note that calls itself by another number": [swapNotes, "notes"],
  "a dropped tag": [inContent(/\/P <<\/MCID \d+>> BDC/, "/Artifact <</Type /Layout>> BDC"), "artifacts"],
  "a joined word": [inContent(/ <[0-9A-F]{4}> Tj\n(?=ET)/, "\n"), "words"],
  "a stripped language": [without({ S: "/Span", Lang: "(ru)" }, "Lang"), "languages"],
  "another language": [
    onFirst({ S: "/Span", Lang: "(ru)" }, (dict) => dict.set(PDFName.of("S"), PDFName.of("BlockQuote"))),
    "counts",
  ],
  "a lost list item": [dropElement("LI"), "counts"],
  "a lost heading": [dropElement("H2"), "words"],
  "pages without labels": [(document) => document.catalog.delete(PDFName.of("PageLabels")), "pages"],
};

test.each(Object.entries(acts))("%s is found", async (_name, [act, clause]) => {
  expect(await clauses(await altered(printed.pdf, act))).toContain(clause);
});

test.each([
  ["a word", /quays/, "docks", "words"],
  ["the order of words", /cranes and quays/, "quays and cranes", "words"],
  ["a language", /lang="ru"/, 'lang="uk"', "languages"],
  ["the start of a list", /<ol start="3">/, '<ol start="5">', "labels"],
  ["a figure", /<figure>/, '<svg role="img"><title>Another</title></svg><figure>', "counts"],
] as const)(
  "%s of the document that the PDF does not have is found",
  async (_name, pattern, other, clause) => {
    expect(await clauses(printed.pdf, html.replace(pattern, other))).toContain(clause);
  },
);

test("a page number that is not that of the page is found", async () => {
  const moved = printed.folios.map((folio) => ({
    ...folio,
    label: folio.label && String(Number(folio.label) + 1),
  }));
  expect(await clauses(printed.pdf, html, moved)).toEqual(expect.arrayContaining(["words", "pages"]));
});
