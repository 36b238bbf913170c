// What a source's terms withhold reaches no page, no data, no attachment and no stream of the PDF, whatever became of the notes.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile } from "../../scripts/pdf/file.ts";
import { unpacked } from "../../scripts/pdf/filters.ts";
import { Stream } from "../../scripts/pdf/objects.ts";
import { readPdfText } from "../../scripts/verify/pdf-text.ts";
import { type Built, build } from "./built.ts";
import { hidden, shown, withheldContent } from "./withheld-content.ts";

let parent: string;
let built: Built;
/** Name → everything that a reader could find in it. */
const texts = new Map<string, string>();

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "chancery-withheld-"));
  for (const [path, text] of Object.entries(withheldContent())) {
    await mkdir(dirname(join(parent, path)), { recursive: true });
    await writeFile(join(parent, path), text);
  }
  built = await build(parent, "harbour");
  for (const [path, bytes] of built.files) {
    texts.set(path, legible(bytes));
    if (path.endsWith(".pdf")) texts.set(`${path}, inside`, insideOf(bytes));
  }
}, 120_000);

afterAll(() => rm(parent, { recursive: true }));

function legible(bytes: Uint8Array): string {
  const wide = new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
  return `${new TextDecoder("latin1").decode(bytes)}\n${wide}\n${new TextDecoder("utf-16be").decode(bytes.subarray(1))}`;
}

/** Every stream unpacked, and the text as it is drawn. */
function insideOf(pdf: Uint8Array): string {
  const streams = openFile(pdf)
    .objects()
    .flatMap(({ value }) => (value instanceof Stream ? [legible(unpacked(value))] : []));
  const drawn = readPdfText(pdf).flatMap(({ words }) => words.map(({ text }) => text));
  return [...streams, drawn.join(" ")].join("\n");
}

test("the planted words are nowhere", () => {
  expect(texts.size).toBeGreaterThan(10);
  const found = [...texts].flatMap(([path, text]) =>
    hidden.filter((word) => text.toLowerCase().includes(word)).map((word) => `${word} in ${path}`),
  );
  expect(found).toEqual([]);
});

test("the passages that may be shown are, standing or not", () => {
  const page = texts.get("packs/harbour/index.html") ?? "";
  const pdf = texts.get("packs/harbour/harbour.pdf, inside") ?? "";
  for (const word of shown) {
    expect(page, word).toContain(word);
    expect(pdf, word).toContain(word);
  }
});

test("every note is listed, and what is withheld is said to be", () => {
  const { orphans, annotations } = built.edition;
  expect(orphans.map(({ id, verdict, text }) => `${id} ${verdict} ${text === null}`)).toEqual([
    "silent-orphan lost true",
    "lost lost false",
    "changed changed false",
  ]);
  expect(annotations.map(({ id, verdict }) => `${id} ${verdict}`).sort()).toEqual([
    "silent-accepted null",
    "silent-passage unchanged",
    "standing unchanged",
  ]);
  const page = texts.get("packs/harbour/index.html") ?? "";
  for (const words of ["By whom?", "Which plan?", "Gone.", "Kept.", "Accepted."])
    expect(page).toContain(words);
});
