// Each way in which a PDF can stop saying what its document says turns its own gate red.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Folio } from "../../scripts/model/folio.ts";
import { openPaginator, type Paginator, type Printed } from "../../scripts/paginate/paginate.ts";
import { itemsIn } from "../../scripts/pdf/objects.ts";
import { readSubject } from "../../scripts/verify/conformance-subject.ts";
import { structureFaults } from "../../scripts/verify/structure.ts";
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

function clauses(
  pdf: Uint8Array,
  source = html,
  folios: readonly Folio[] = printed.folios,
): readonly string[] {
  const faults = structureFaults(readSubject(pdf), { html: source, folios });
  return [...new Set(faults.map(({ clause }) => clause))];
}

test("the sample written again by another hand is in order", () => {
  expect(clauses(unaltered(printed.pdf))).toEqual([]);
});

/** The first two notes change their places. */
const swapNotes: Act = (draft) => {
  const [one, two] = dictionaries(draft).filter((dict) => dict.get("S") === "Note");
  const [first, second] = [itemsIn(one, "K"), itemsIn(two, "K")];
  if (first[0] === undefined || second[0] === undefined) return;
  one?.set("K", first.with(0, second[0]));
  two?.set("K", second.with(0, first[0]));
};

/** Links to the first page lead to the last one, and the other way round. */
const leadAstray: Act = (draft) => {
  const targets = dictionaries(draft).flatMap((dict) =>
    Array.isArray(dict.get("Dest")) ? itemsIn(dict, "Dest") : [],
  );
  for (const dict of dictionaries(draft)) {
    if (dict.get("Subtype") !== "Link") continue;
    const [page, ...rest] = itemsIn(dict, "Dest");
    const other = targets.find((one) => one !== page && typeof one === "object" && one !== null);
    if (page !== undefined && other !== undefined) dict.set("Dest", [other, ...rest]);
  }
};

const acts: Readonly<Record<string, readonly [Act, string]>> = {
  "a hidden note": [dropElement("Note"), "words"],
  "a note that calls itself by another number": [swapNotes, "notes"],
  "a dropped tag": [inContent(/\/P <<\/MCID \d+>> BDC/, "/Artifact <</Type /Layout>> BDC"), "artifacts"],
  "a joined word": [inContent(/ <[0-9A-F]{4}> Tj\n(?=ET)/, "\n"), "words"],
  "a stripped language": [without({ S: "/Span", Lang: "(ru)" }, "Lang"), "languages"],
  "another language": [
    onFirst({ S: "/Span", Lang: "(ru)" }, (dict) => dict.set("S", "BlockQuote")),
    "counts",
  ],
  "a link that leads nowhere": [without({ Subtype: "/Link" }, "Dest"), "links"],
  "a link that leads to another page": [leadAstray, "links"],
  "a lost list item": [dropElement("LI"), "counts"],
  "a lost heading": [dropElement("H2"), "words"],
  "pages without labels": [({ catalog }) => catalog.delete("PageLabels"), "pages"],
};

test.each(Object.entries(acts))("%s is found", (_name, [act, clause]) => {
  expect(clauses(altered(printed.pdf, act))).toContain(clause);
});

test.each([
  ["a word", /quays/, "docks", "words"],
  ["the order of words", /cranes and quays/, "quays and cranes", "words"],
  ["a language", /lang="ru"/, 'lang="uk"', "languages"],
  ["the start of a list", /<ol start="3">/, '<ol start="5">', "labels"],
  ["a figure", /<figure>/, '<svg role="img"><title>Another</title></svg><figure>', "counts"],
] as const)("%s of the document that the PDF does not have is found", (_name, pattern, other, clause) => {
  expect(clauses(printed.pdf, html.replace(pattern, other))).toContain(clause);
});

test("a page number that is not that of the page is found", () => {
  const moved = printed.folios.map((folio) => ({
    ...folio,
    label: folio.label && String(Number(folio.label) + 1),
  }));
  expect(clauses(printed.pdf, html, moved)).toEqual(expect.arrayContaining(["words", "pages"]));
});
