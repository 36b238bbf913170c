// Faults seeded into a real print, each told at the line of the content whose block it spoils.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Finding } from "../../scripts/model/finding.ts";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { findingsOf, packWith } from "../support/print.ts";

const FILE = "packs/visit/annotations.yaml";
const ANNOTATIONS = `- id: discussed
  exact: We discussed AUKUS and the Quad
  quotation: {speaker: sergey-lavrov, form: direct}
- {id: aukus, exact: AUKUS, suffix: and the Quad, box: aukus}
- {id: pyongyang, exact: Pyongyang, place: pyongyang}
- {id: was-was, exact: was was, sic: doubled word}
- {id: tonnes, exact: "15,000 tonnes", note: Weighed at the quay by two inspectors.}
`;

let paginator: Paginator;
beforeAll(async () => {
  paginator = await openPaginator();
}, 60_000);
afterAll(() => paginator.close());

function placed(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

test("a sound print has no finding", async () => {
  expect(await findingsOf(paginator, await packWith({ [FILE]: ANNOTATIONS }))).toEqual([]);
});

const SOURCE = "packs/visit/sources/tass/2023-10-19.txt";

test.each<[name: string, from: string | RegExp, to: string, expected: string]>([
  [
    "a hidden note",
    /<span class="footnote" data-of="annotation-tonnes".*?<\/span>/,
    "",
    "packs/visit/annotations.yaml:7 print-note",
  ],
  [
    "a hidden note",
    /<span class="footnote" data-of="annotation-tonnes".*?<\/span>/,
    "",
    "packs/visit/annotations.yaml:7 print-lost-words",
  ],
  ["a joined word", "reporters on Thursday", "reporterson Thursday", `${SOURCE}:2 print-clause`],
  ["a lost word of the source", "threatens the region", "the region", `${SOURCE}:4 print-lost-words`],
  [
    "a word too many",
    "the ministry said.",
    "the ministry said saidest.",
    "packs/visit/pack.yaml:1 print-extra-words",
  ],
  [
    "a split box",
    "</head>",
    "<style>.box .box-title { break-after: page }</style></head>",
    "boxes/aukus.md:2 print-box-title",
  ],
  ["a lost word of a box", "A second agreement", "A agreement", "boxes/aukus.md:13 print-lost-words"],
  [
    "a lost word of a key point",
    "Another visit is",
    "Another visit",
    "packs/visit/pack.yaml:6 print-lost-words",
  ],
  [
    "a lost event",
    '<p class="event">Arrival',
    '<p class="event">',
    "packs/visit/pack.yaml:11 print-lost-words",
  ],
  ["a lost word of the analysis", "own view", "view", "packs/visit/analysis.md:1 print-lost-words"],
  ["a lost reference", "Joint statement", "statement", "boxes/aukus.md:6 print-lost-words"],
  ["a passage that is on no page", ' id="a-pyongyang"', "", "register/places.yaml:1 print-dangling"],
])("%s", { timeout: 30_000 }, async (_name, from, to, expected) => {
  const findings = await findingsOf(paginator, await packWith({ [FILE]: ANNOTATIONS }), (html) => {
    const spoilt = html.replace(from, to);
    expect(spoilt).not.toBe(html);
    return spoilt;
  });
  expect(placed(findings)).toContain(expected);
});

test("a character that no font has stands at its line and column", async () => {
  const body = "---\ntitle: AUKUS\n---\n\nThree states\n\nagreed on 20 ℃ and a ꙮ\nsign.\n";
  const findings = await findingsOf(
    paginator,
    await packWith({ [FILE]: ANNOTATIONS, "boxes/aukus.md": body }),
  );
  expect(
    findings.map(({ file, line, column, rule, message }) => [file, line, column, rule, message]),
  ).toEqual([
    ["boxes/aukus.md", 7, 22, "print-no-font", "PDF: in “agreed on 20 ℃ and a …”: no font has ꙮ (U+A66E)"],
  ]);
});
