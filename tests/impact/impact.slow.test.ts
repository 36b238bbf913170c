// What rests on a thing, held against a site that is built without it: files edited by hand, both built, compared.
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { composeWhole, impactOf } from "../../scripts/impact/impact.ts";
import type { Thing } from "../../scripts/impact/without.ts";
import { check } from "../../scripts/line.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { hasErrors } from "../../scripts/model/finding.ts";
import { produce } from "../../scripts/produce.ts";
import { readAtlas } from "../../scripts/read/atlas.ts";
import { read } from "../../scripts/read/read.ts";
import { findingLines, stockFolder, stockText, temporaryFolder } from "../support/content.ts";
import { writeTree } from "../support/files.ts";
import { run } from "../support/run.ts";

const hash = "fe699d6644f423e8acaf336786807b66e60bd4d8ff55133c934433a0b23238dc";
const stock = (path: string) => ({ [path]: stockText(path) });
const article = "2023-10-19.txt";

/** Two packs that share a box, a person and an article; the first has a second source of its own. */
const content: Readonly<Record<string, string>> = {
  ...stock("site.yaml"),
  ...stock("boxes/aukus.md"),
  ...stock("boxes/quad.md"),
  ...stock("register/people.yaml"),
  ...stock("register/organisations.yaml"),
  ...stock("register/places.yaml"),
  "packs/visit/sources/tass/source.yaml": `publisher: TASS\nurl: https://example.org/tass\nrevisions: [{file: ${article}, sha256: ${hash}}]\n`,
  ...{ [`packs/visit/sources/tass/${article}`]: stockText(`packs/visit/sources/tass/${article}`) },
  "packs/visit/sources/kcna/source.yaml":
    "publisher: KCNA\nrevisions: [{file: a.txt, sha256: 8f0f76c31bc4aa37df416d7ee254a7722c4ef9500e8a35b109c8b719914301af}]\n",
  "packs/visit/sources/kcna/a.txt": "The guest was met at the airport.\nHe praised the harvest.\n",
  "packs/visit/annotations.yaml": `- id: discussed
  source: tass
  exact: We discussed AUKUS and the Quad
  quotation: {speaker: sergey-lavrov, form: direct}
- {id: aukus, source: tass, exact: AUKUS, suffix: and the Quad, box: aukus}
- {id: quad, source: tass, exact: the Quad, box: quad}
- {id: pyongyang, source: tass, exact: Pyongyang, place: pyongyang}
- {id: harvest, source: kcna, exact: praised the harvest, note: 'As every year [@almanac]'}
- {id: guest, source: kcna, exact: The guest, person: sergey-lavrov}
`,
  "packs/visit/pack.yaml": `title: A visit
date: 2023-10-19
key_points:
  - {text: Groupings were discussed., support: [discussed, quad]}
  - {text: The harvest was praised., support: [harvest]}
  - {text: Nothing supports this.}
boxes: [aukus]
timeline:
  - {date: 2023-10-18, title: Arrival, people: [sergey-lavrov]}
  - {date: 2023-10-19, title: Report of the agency, references: [agency]}
references:
  - {id: almanac, title: Almanac}
  - {id: agency, title: The article, url: https://example.org/tass}
`,
  "packs/other/sources/tass/source.yaml": `publisher: TASS\nrevisions: [{file: ${article}, sha256: ${hash}}]\n`,
  ...{ [`packs/other/sources/tass/${article}`]: stockText(`packs/visit/sources/tass/${article}`) },
  "packs/other/annotations.yaml": "- {id: region, exact: AUKUS, suffix: threatens, box: aukus}\n",
  "packs/other/pack.yaml":
    "title: Another\ndate: 2023-10-20\nkey_points:\n  - {text: A point., support: [region]}\n",
};

/** What the command is told, and the same taken out by hand: parts of files, whole files, and what is said by rule. */
type Case = {
  readonly args: readonly string[];
  readonly edits: readonly (readonly [path: string, from: string | RegExp, to: string])[];
  readonly files: readonly string[];
  readonly rule: {
    readonly timeline?: readonly number[];
    readonly references?: readonly number[];
    readonly packs: readonly string[];
  };
};
const visit = "packs/visit/annotations.yaml";
const pack = "packs/visit/pack.yaml";
const cases: readonly Case[] = [
  {
    args: ["--annotation", "discussed"],
    edits: [
      [visit, /- id: discussed[\s\S]*?(?=- \{id: aukus)/, ""],
      [pack, "[discussed, quad]", "[quad]"],
    ],
    files: [],
    rule: { packs: [] },
  },
  {
    args: ["--annotation", "pyongyang"],
    edits: [[visit, /- \{id: pyongyang.*\n/, ""]],
    files: [],
    rule: { packs: [] },
  },
  {
    args: ["--annotation", "harvest"],
    edits: [
      [visit, /- \{id: harvest.*\n/, ""],
      [pack, "support: [harvest]", "support: []"],
    ],
    files: [],
    rule: { packs: [] },
  },
  {
    args: ["--annotation", "quad"],
    edits: [
      [visit, /- \{id: quad.*\n/, ""],
      [pack, "[discussed, quad]", "[discussed]"],
    ],
    files: [],
    rule: { packs: [] },
  },
  {
    args: ["--box", "quad"],
    edits: [
      [visit, /- \{id: quad.*\n/, ""],
      [pack, "[discussed, quad]", "[discussed]"],
    ],
    files: ["boxes/quad.md"],
    rule: { packs: [] },
  },
  {
    args: ["--box", "aukus"],
    edits: [
      [visit, /- \{id: aukus.*\n/, ""],
      [pack, "boxes: [aukus]\n", ""],
      ["packs/other/annotations.yaml", /^.*\n/, ""],
      ["packs/other/pack.yaml", "[region]", "[]"],
    ],
    files: ["boxes/aukus.md"],
    rule: { packs: ["other"] },
  },
  {
    args: ["--source", "kcna"],
    edits: [
      [visit, /- \{id: harvest[\s\S]*/, ""],
      [pack, "support: [harvest]", "support: []"],
    ],
    files: ["packs/visit/sources/kcna"],
    rule: { packs: [] },
  },
  {
    args: ["--source", "tass"],
    edits: [
      [visit, /^- id: discussed[\s\S]*?(?=- \{id: harvest)/, ""],
      [pack, "[discussed, quad]", "[]"],
    ],
    files: ["packs/visit/sources/tass"],
    rule: { timeline: [2], references: [2], packs: ["other"] },
  },
];

async function built(folder: string) {
  const wanted = { only: null, pdf: false, baseUrl: null, builtAt: null, jobs: 1 };
  const { files, findings } = await produce(folder, wanted, () => {});
  if (files === null || hasErrors(findings)) throw new Error(findingLines(findings));
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const pages = new Map(
    [...files.keys()].filter((path) => path.endsWith(".html")).map((path) => [path, words(text(path))]),
  );
  return { pages, edition: JSON.parse(text("packs/visit/pack.json")) as Edition };
}

/** A page without the styles that it loads, which follow the characters of the whole site. */
function words(html: string): string {
  return html.replace(/<link rel="(?:stylesheet|preload)"[^>]*>\n?|<style[\s\S]*?<\/style>/g, "");
}

type Lists = Pick<Edition, "people" | "organisations" | "places" | "terms">;
const registers = ["people", "organisations", "places", "terms"] as const satisfies readonly (keyof Lists)[];

function different(whole: Edition, rest: Edition) {
  const json = (value: unknown) => JSON.stringify(value);
  const ids = (
    list: readonly { id: string; passages: readonly string[] }[],
    left: readonly { id: string; passages: readonly string[] }[],
  ) =>
    list
      .filter(({ id, passages }) => json(left.find((one) => one.id === id)?.passages) !== json(passages))
      .map(({ id }) => id);
  const gone = whole.annotations.filter(({ id }) => !rest.annotations.some((one) => one.id === id));
  const titles = rest.references.map(({ title }) => title);
  return {
    keyPoints: whole.keyPoints.flatMap((point, index) =>
      json(point) === json(rest.keyPoints[index]) ? [] : [index + 1],
    ),
    annotations: gone.map(({ id }) => id).sort(),
    quotations: gone.filter(({ body }) => body.kind === "quotation").map(({ id }) => id),
    boxes: ids(whole.boxes, rest.boxes),
    entries: registers.flatMap((name) => ids(whole[name], rest[name]).map((id) => `${name}/${id}`)),
    references: whole.references.filter(({ title }) => !titles.includes(title)).map(({ number }) => number),
  };
}

async function contentFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await writeTree(folder, content);
  return folder;
}

describe("impact is what building without the thing changes", () => {
  test.each(cases)("$args", async ({ args, edits, files, rule }) => {
    const folder = await contentFolder();
    const before = (await read(folder)).value;
    const checked = check(before);
    const edition = composeWhole(checked).editions.find(({ slug }) => slug === "visit");
    if (edition === undefined) throw new Error(findingLines(checked.findings));
    const thing = { kind: args[0]?.slice(2) as Thing["kind"], id: args[1] ?? "" };
    const impact = await impactOf(before, checked, edition, thing, { pdf: null, atlas: await readAtlas() });
    if ("rule" in impact) throw new Error(findingLines([impact]));

    const whole = await built(folder);
    const texts = new Map(Object.entries(content));
    for (const [path, from, to] of edits) {
      const text = texts.get(path) ?? "";
      const after = text.replace(from, to);
      expect(after, `${path} ${from}`).not.toBe(text);
      texts.set(path, after);
      await writeFile(join(folder, path), after);
    }
    for (const path of files) await rm(join(folder, path), { recursive: true });
    const rest = await built(folder);

    const { timeline = [], references = [], packs } = rule;
    const expected = different(whole.edition, rest.edition);
    expect({ ...impact, annotations: impact.annotations.toSorted() }).toEqual({
      pack: "visit",
      of: thing,
      ...expected,
      references: [...new Set([...expected.references, ...references])].sort((a, b) => a - b),
      timeline,
      pages: [...whole.pages]
        .filter(([path, html]) => rest.pages.get(path) !== html)
        .map(([path]) => path)
        .sort(),
      pdfPages: null,
      packs,
    });
    expect(impact.annotations.length + impact.boxes.length).toBeGreaterThan(0);
  });
});

test("as text, and what is no pack or no thing", async () => {
  const folder = await contentFolder();
  const told = await run("impact", [
    "visit",
    "--annotation",
    "discussed",
    "--content",
    folder,
    "--out",
    folder,
  ]);
  expect(told).toMatchObject({ status: 0, stderr: "" });
  expect(told.stdout).toContain(
    "what rests on the annotation discussed of visit:\nkey points: 1\n    1: Groupings were discussed.\n",
  );
  expect(told.stdout).toContain("pages of the PDF: no PDF is built\n");
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [["visit", "--box", "qud"], "visit has no box qud; did you mean quad?"],
    [["visit"], "name one: --source kcna, --source tass, --annotation ID or --box ID"],
    [["visit", "--box", "quad", "--source", "tass"], "one thing at a time"],
    [["--box", "quad"], "which pack?"],
  ];
  const runs = await Promise.all(wrong.map(([args]) => run("impact", [...args, "--content", folder])));
  for (const [index, { status, stdout, stderr }] of runs.entries()) {
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(wrong[index]?.[1]);
  }
});

test("a pack with one source stands for it", async () => {
  const [alone, named] = await Promise.all(
    [[], ["--source", "tass"]].map((args) =>
      run("impact", ["visit", ...args, "--content", stockFolder, "--format", "json"]),
    ),
  );
  expect(alone).toMatchObject({ status: 0 });
  expect(alone?.stdout).toBe(named?.stdout);
});
