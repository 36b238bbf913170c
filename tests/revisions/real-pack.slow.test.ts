// The real pack with a second revision of its article, made up here: every verdict, on the site, as data and in the PDF.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdfText } from "../../scripts/verify/pdf-text.ts";
import { type Built, build, capture, copyWith } from "./built.ts";
import { edited } from "./edited-article.ts";

const slug = "lavrov-pyongyang-2023";
const content = fileURLToPath(new URL("../../content", import.meta.url));
const article = `packs/${slug}/sources/tass/2023-10-19.txt`;

let parent: string;
let built: Built;
let pages: readonly string[];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "chancery-revisions-"));
  const folder = join(parent, "content");
  await copyWith(content, slug, folder);
  await capture(folder, slug, edited(await readFile(join(folder, article), "utf8")), "2026-11-24");
  built = await build(folder, slug);
  const pdf = built.files.get(`packs/${slug}/${slug}.pdf`) ?? new Uint8Array();
  pages = readPdfText(pdf).map(({ words }) => words.map(({ text }) => text).join(" "));
}, 180_000);

afterAll(() => rm(parent, { recursive: true }));

describe("the edition", () => {
  test("says of each note what became of its passage", () => {
    const { annotations, orphans } = built.edition;
    const verdict = (id: string) =>
      annotations.find((one) => one.id === id)?.verdict ?? orphans.find((one) => one.id === id)?.verdict;
    expect(orphans.map((one) => `${one.id} ${one.verdict}`)).toEqual([
      "peskov-channels changed",
      "rudenko-postpone changed",
      "rudenko-he-noted lost",
      "this-this lost",
      "rudenko-tomorrow lost",
      "coordinate-positions ambiguous",
    ]);
    for (const id of ["apparently", "in-focus", "rudenko-concerned", "lavrov-steps", "dateline"])
      expect(verdict(id), id).toBe("unchanged");
    const moved = annotations.filter((one) => one.verdict === "moved").map(({ id }) => id);
    expect(moved).toEqual(["zakharova-commission", "intergovernmental-commission", "commission-name"]);
  });

  test("knows both states of the source, and in which each orphan last stood", () => {
    const [source] = built.edition.sources;
    expect(source?.revisions.map(({ file, captured }) => `${file} ${captured}`)).toEqual([
      "2023-10-19.txt 2026-11-23",
      "2026-11-24.txt 2026-11-24",
    ]);
    expect(source).toMatchObject({ file: "2026-11-24.txt", changed: true, quotations: 7 });
    for (const { revision } of built.edition.orphans)
      expect(revision).toMatchObject({ file: "2023-10-19.txt" });
  });
});

describe.each(["page", "PDF"])("on the %s", (where) => {
  const plain = (html: string) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replace(/\s+/g, " ");
  const all = () => (where === "PDF" ? pages.join(" ") : plain(built.text(`packs/${slug}/index.html`)));
  const squeezed = (text: string) => text.replace(/\s+/g, "");

  test("the change is announced, with what it did", () => {
    const { annotations, orphans } = built.edition;
    const count = annotations.length + orphans.length;
    const words = `The text of TASS was changed after it was first captured: 6 of ${count} notes on it no longer stand in it as they did.`;
    expect(squeezed(where === "PDF" ? (pages[0] ?? "") : all())).toContain(squeezed(words));
  });

  test("the appendix has both wordings, what stood around, and the note", () => {
    const text = squeezed(all());
    for (const words of [
      "Notes on words that changed",
      "coordinated via diplomatic channels.",
      "agreed via diplomatic channels.",
      "only postpone the resolution of the Korean nuclear issue.",
      "do not postpone the resolution of the Korean nuclear issue.",
      "The words are gone",
      "he noted that",
      "Which words are meant now cannot be told",
    ])
      expect(text, words).toContain(squeezed(words));
  });

  test("quotations that no longer stand are not counted as checked", () => {
    const words =
      "7 of 10 direct quotations stand word for word in the English text of TASS as last captured; 3 stood in an earlier state of it.";
    expect(squeezed(all())).toContain(squeezed(words));
    expect(all()).not.toContain("10 of 10");
  });

  test("key points say which support they lost", () => {
    expect(squeezed(all())).toContain(
      squeezed("No longer borne out as it was by a passage that was changed"),
    );
  });
});

test("what was taken out and put in is marked as such in the page", () => {
  const html = built.text(`packs/${slug}/index.html`);
  expect(html).toContain("<del>coordinated</del> via diplomatic channels.");
  expect(html).toContain("<ins>agreed</ins> via diplomatic channels.");
  expect(html).toContain('<a href="#orphan-peskov-channels">');
  for (const { id } of built.edition.orphans) expect(html).toContain(`id="orphan-${id}"`);
});
