// What an author changed, and what is told of it: records by name, fields by value, words side by side.
import { describe, expect, test } from "vitest";
import { compareRecords } from "../../scripts/changes/compare.ts";
import { recordsOf } from "../../scripts/changes/records.ts";
import type { Change } from "../../scripts/model/changes.ts";
import { composed } from "../support/compose.ts";
import { stockText } from "../support/content.ts";

const pack = "packs/visit/pack.yaml";
const annotations = "packs/visit/annotations.yaml";
const people = "register/people.yaml";
const box = "boxes/aukus.md";
const rich = `title: A visit
date: 2023-10-19
yardstick: PHIA
summary: The visit prepared another, and the ministry said so in public [@report].
key_points:
  - text: Another visit by the minister is likely before the end of the year.
    confidence: low
    likelihood: likely
    support: [discussed]
  - text: Nothing was said of arms, and no question about them was answered.
boxes: [aukus]
timeline:
  - date: 2023-10-18
    title: Arrival of the minister
    references: [report]
    people: [sergey-lavrov]
  - date: 2023-10-19
    title: Talks and a reception
    text: Both were closed to the press.
references:
  - {id: report, title: Report, url: https://example.org/report}
  - {id: second, title: Second report on the visit, publisher: A desk}
`;

/** `- key-point 1 changed: text, confidence low>moderate` */
function told({ kind, id, what, fields }: Change): string {
  const short = (text: string | null) => (text === null ? "" : text.length > 24 ? "…" : text);
  const parts = fields.map(({ name, from, to }) => `${name} ${short(from)}>${short(to)}`);
  return `${kind} ${id} ${what}${what === "changed" ? `: ${parts.join(", ")}` : ""}`.replace("  ", " ");
}

async function changesOf(after: Readonly<Record<string, string | null>>) {
  const before = recordsOf((await composed({ [pack]: rich })).edition);
  const now = recordsOf((await composed({ [pack]: rich, ...after })).edition);
  return compareRecords(before, now);
}

const inPack = (from: string, to: string) => {
  if (!rich.includes(from)) throw new Error(`not in the pack: ${from}`);
  return { [pack]: rich.replace(from, to) };
};
const inFile = (path: string, from: string | RegExp, to: string) => {
  const text = stockText(path);
  if (text.replace(from, to) === text) throw new Error(`not in ${path}: ${from}`);
  return { [path]: text.replace(from, to) };
};

const form: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["nothing", {}],
  ["the order of keys", inPack("title: A visit\ndate: 2023-10-19\n", "date: 2023-10-19\ntitle: A visit\n")],
  [
    "Markdown in lines of another length",
    inPack("summary: The visit prepared another, and", "summary: |\n  The visit\n  prepared another,\n  and"),
  ],
  ["quotation marks of YAML", inPack("title: A visit", 'title: "A visit"')],
  ["emphasis", inPack("prepared another", "prepared *another*")],
  ["typographic quotation marks", inFile("packs/visit/analysis.md", "’", "'")],
  [
    "paper and order of sections",
    inPack(
      "date: 2023-10-19\n",
      "date: 2023-10-19\npaper: Letter\nsections: [article, summary, key_points]\n",
    ),
  ],
  ["comments", inPack("boxes:", "# a comment\nboxes:")],
  [
    "numbers of references",
    inPack(
      "references:\n  - {id: report, title: Report, url: https://example.org/report}\n  - {id: second, title: Second report on the visit, publisher: A desk}",
      "references:\n  - {id: second, title: Second report on the visit, publisher: A desk}\n  - {id: report, title: Report, url: https://example.org/report}",
    ),
  ],
  [
    "order of annotations",
    {
      [annotations]: stockText(annotations)
        .split(/^(?=- )/m)
        .reverse()
        .join(""),
    },
  ],
  ["an entry that no pack uses", { "register/terms.yaml": "drills:\n  name: Other drills\n" }],
  ["a paragraph of a box in one line more", inFile(box, "Three states agreed", "Three states\nagreed")],
];

describe("no change of content", () => {
  test.each(form)("%s", async (_, after) => {
    expect((await changesOf(after)).map(told)).toEqual([]);
  });
});

const content: readonly (readonly [string, Readonly<Record<string, string | null>>, readonly string[]])[] = [
  ["title", inPack("title: A visit", "title: The visit"), ["pack changed: title A visit>The visit"]],
  [
    "marking",
    inPack("yardstick: PHIA", "yardstick: PHIA\nmarking: TLP:GREEN"),
    ["pack changed: marking TLP:CLEAR>TLP:GREEN"],
  ],
  ["summary reworded", inPack("prepared another", "prepared a second"), ["prose summary changed: text …>…"]],
  [
    "a citation more",
    inPack("so in public [@report]", "so in public [@report; @second]"),
    ["prose summary changed: cites …>…"],
  ],
  [
    "a section of prose more",
    inPack("\nreferences:\n", "\nnot_said: Arms.\nreferences:\n"),
    ["prose not_said added"],
  ],
  ["analysis gone", { "packs/visit/analysis.md": null }, ["prose analysis removed"]],
  [
    "a key point reworded",
    inPack("by the minister is likely", "by the minister is expected"),
    ["key-point 1 changed: text …>…"],
  ],
  [
    "confidence raised",
    inPack("confidence: low", "confidence: moderate"),
    ["key-point 1 changed: confidence low>moderate"],
  ],
  [
    "likelihood",
    inPack("likelihood: likely", "likelihood: unlikely"),
    ["key-point 1 changed: likelihood likely>unlikely"],
  ],
  ["support gone", inPack("    support: [discussed]\n", ""), ["key-point 1 changed: support discussed>"]],
  [
    "a key point more, before the others",
    inPack("key_points:\n", "key_points:\n  - text: Trains ran on time.\n"),
    ["key-point 1 added"],
  ],
  [
    "a key point gone",
    inPack("  - text: Nothing was said of arms, and no question about them was answered.\n", ""),
    ["key-point 2 removed"],
  ],
  [
    "a key point replaced",
    inPack(
      "Nothing was said of arms, and no question about them was answered.",
      "Grain will be shipped by rail.",
    ),
    ["key-point 2 added", "key-point 2 removed"],
  ],
  [
    "half of the words stay",
    inPack(
      "Nothing was said of arms, and no question about them was answered.",
      "Nothing was said of arms, and every single journalist kept silent.",
    ),
    ["key-point 2 changed: text …>…"],
  ],
  ["a negation", inPack("is likely before", "is not likely before"), ["key-point 1 changed: text …>…"]],
  [
    "a date moved",
    inPack("date: 2023-10-18", "date: 2023-10-17"),
    ["timeline 1 changed: date 2023-10-18>2023-10-17"],
  ],
  [
    "an event renamed",
    inPack("Arrival of the minister", "Arrival of the foreign minister"),
    ["timeline 1 changed: title Arrival of the minister>…"],
  ],
  [
    "an event gone",
    inPack(
      "  - date: 2023-10-19\n    title: Talks and a reception\n    text: Both were closed to the press.\n",
      "",
    ),
    ["timeline 2 removed"],
  ],
  [
    "a role",
    inFile(people, "Minister of Foreign Affairs of Russia", "Envoy"),
    ["person sergey-lavrov changed: role …>Envoy"],
  ],
  [
    "a name, told once",
    inFile(people, "name: Sergey Lavrov", "name: Sergei Lavrov"),
    ["person sergey-lavrov changed: name Sergey Lavrov>Sergei Lavrov"],
  ],
  [
    "a quotation's words",
    inFile(annotations, "We discussed AUKUS and the Quad", "We discussed AUKUS"),
    ["quotation discussed changed: words …>We discussed AUKUS"],
  ],
  [
    "a quotation's form",
    inFile(annotations, "form: direct", "form: indirect"),
    ["quotation discussed changed: form direct>indirect"],
  ],
  [
    "a remark",
    inFile(annotations, "doubled word", "a word twice"),
    ["annotation was-was changed: sic doubled word>a word twice"],
  ],
  [
    "a passage more",
    inFile(annotations, /$/, "- {id: quad, exact: the Quad, box: quad}\n"),
    ["annotation quad added", "box quad added"],
  ],
  ["a box reworded", inFile(box, "submarines", "boats"), ["box aukus changed: text …>…"]],
  ["a box's later events gone", inFile(box, /\n## Since then[\s\S]*$/, ""), ["box aukus changed: since …>"]],
  [
    "a box dated anew",
    inFile(box, "as_of: 2023-10-19", "as_of: 2023-10-20"),
    ["box aukus changed: as_of 2023-10-19>2023-10-20"],
  ],
  [
    "a reference gone",
    inPack("  - {id: second, title: Second report on the visit, publisher: A desk}\n", ""),
    ["reference 2 removed"],
  ],
  [
    "a reference's address",
    inPack("https://example.org/report", "https://example.org/2"),
    ["reference 1 changed: address …>https://example.org/2"],
  ],
  [
    "a grade",
    inFile(
      "packs/visit/sources/tass/source.yaml",
      "language: en\n",
      "language: en\ngrade: {reliability: C, credibility: 2}\n",
    ),
    ["source tass changed: grade >C2"],
  ],
];

describe("change of content", () => {
  test.each(content)("%s", async (_, after, expected) => {
    expect((await changesOf(after)).map(told)).toEqual(expected);
  });

  test("key points in another order", async () => {
    const [first = "", second = ""] =
      /key_points:\n([\s\S]*?)( {2}- text: Nothing[^\n]*\n)/.exec(rich)?.slice(1) ?? [];
    expect((await changesOf(inPack(first + second, second + first))).map(told)).toEqual([
      "key-point reordered",
    ]);
  });

  test("the words that changed, and those that stay", async () => {
    const [change] = await changesOf(inPack("is likely before", "is not likely before"));
    const difference = change?.fields[0]?.difference ?? [];
    expect(
      difference.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind} ${text.trim()}`),
    ).toEqual(["added not"]);
    expect(
      difference
        .filter(({ kind }) => kind !== "removed")
        .map(({ text }) => text)
        .join(""),
    ).toContain("is not likely before");
  });
});
