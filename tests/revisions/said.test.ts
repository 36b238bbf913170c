// What a reader is told of each source: counted right, in words that fit it, and never more than was checked.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { arabic } from "../../templates/labels/ar.ts";
import { english } from "../../templates/labels/en.ts";
import { briefingPage } from "../../templates/pages/briefing.ts";
import { sourcePage } from "../../templates/pages/source.ts";
import { composed } from "../support/compose.ts";
import { stockText } from "../support/content.ts";

const folder = "packs/visit/sources/tass";
const annotations = "packs/visit/annotations.yaml";
const people = "register/people.yaml";
const old = stockText(`${folder}/2023-10-19.txt`);

/** source.yaml of states of the article, with more lines of its own. */
function states(texts: readonly string[], more = ""): Readonly<Record<string, string>> {
  const name = (index: number) => (index === 0 ? "2023-10-19.txt" : `2023-10-2${index}.txt`);
  const list = texts.map(
    (text, index) =>
      `  - {file: ${name(index)}, sha256: ${createHash("sha256").update(text).digest("hex")}}\n`,
  );
  return {
    [`${folder}/source.yaml`]: `publisher: TASS\nlanguage: en\n${more}revisions:\n${list.join("")}`,
    ...Object.fromEntries(texts.map((text, index) => [`${folder}/${name(index)}`, text])),
  };
}

async function page(texts: Readonly<Record<string, string>>): Promise<string> {
  const { edition } = await composed(texts);
  return String(briefingPage(edition, { pdf: false }));
}
const plain = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

/** Notes that fell, all notes, and the sentence. */
const announcements = [
  [0, 0, "The text of X was changed after it was first captured."],
  [0, 1, "The text of X was changed after it was first captured; the one note on it still stands."],
  [0, 5, "The text of X was changed after it was first captured; all 5 notes on it still stand."],
  [
    1,
    1,
    "The text of X was changed after it was first captured: the one note on it no longer stands in it as it did.",
  ],
  [
    1,
    5,
    "The text of X was changed after it was first captured: 1 of 5 notes on it no longer stands in it as it did.",
  ],
  [
    3,
    68,
    "The text of X was changed after it was first captured: 3 of 68 notes on it no longer stand in it as they did.",
  ],
] as const;

test.each(announcements)("%i of %i notes", (fallen, notes, words) => {
  expect(english.revisions.announced("X", fallen, notes)).toBe(words);
  const inArabic = arabic.revisions.announced("س", fallen, notes);
  expect(inArabic).toMatch(/^تغيّر نص س بعد حفظه أول مرة.*\.$/);
  if (fallen > 2) expect(inArabic).toContain(String(fallen));
});

describe("a changed source is announced", () => {
  const edited = old.replace("We discussed", "We never discussed");

  test("on the briefing and on the page of the source", async () => {
    const { edition } = await composed(states([old, edited]));
    for (const html of [briefingPage(edition, { pdf: false }), sourcePage(edition)].map(String)) {
      expect(plain(html)).toContain("1 of 4 notes on it no longer stands in it as it did.");
      expect(html).toMatch(/<a href="[^"]*#orphans">/);
    }
  });

  test("not when only its bytes changed, and not when it was captured once", async () => {
    for (const texts of [states([old]), states([old, old.replaceAll("\n", "\r\n")])]) {
      expect(await page(texts)).not.toContain("announcement");
    }
  });

  test("with a key point that lost its support", async () => {
    const html = await page(states([old, edited]));
    expect(html).toContain(
      'No longer borne out as it was by <a href="#orphan-discussed">a passage that was changed</a>',
    );
    expect(html).not.toContain("Borne out by");
  });

  test("with its boxes, people and places still there", async () => {
    const { edition } = await composed(states([old, "Nothing of it is left.\n"]));
    expect(edition.orphans.map(({ id }) => id)).toEqual(["discussed", "aukus", "pyongyang", "was-was"]);
    expect([edition.boxes.length, edition.people.length, edition.places.length]).toEqual([1, 1, 1]);
    expect(plain(String(briefingPage(edition, { pdf: false })))).toContain(
      "0 of 1 direct quotation stands word for word",
    );
  });
});

describe("what was checked", () => {
  const checked =
    "1 of 1 direct quotation was checked word for word against the English text of TASS as captured.";
  const spoken = "{sergey-lavrov: {name: Sergey Lavrov, native_name: {text: Сергей Лавров, lang: ru}}}";

  test("names the text's language, and the originals that were not", async () => {
    const text = plain(await page({ [people]: spoken }));
    expect(text).toContain(checked);
    expect(text).toContain(
      "Words spoken in Russian stand here in translation; the Russian originals were not checked.",
    );
  });

  test("says no such thing of a text in the speaker's own language", async () => {
    const text = plain(
      await page({
        [people]: spoken,
        ...states([old], "licence: free\n"),
        [`${folder}/source.yaml`]:
          states([old])[`${folder}/source.yaml`]?.replace("language: en", "language: ru") ?? "",
      }),
    );
    expect(text).toContain("against the Russian text of TASS");
    expect(text).not.toContain("spoken in Russian");
  });

  test("holds for a text that is not shown", async () => {
    const text = plain(await page(states([old], "publish: none\n")));
    expect(text).toContain(checked);
    expect(text).not.toContain("We discussed AUKUS");
  });

  test("is nothing where nobody is quoted, and then nobody's words are spoken of", async () => {
    const text = plain(
      await page({ [annotations]: stockText(annotations).replace(/ {2}quotation:.*/, "  note: Unnamed.") }),
    );
    expect(text).toContain("The text has no direct quotations marked to check.");
    expect(text).toContain("Whether what TASS printed is true was not checked.");
    expect(text).not.toContain("speakers");
  });
});
