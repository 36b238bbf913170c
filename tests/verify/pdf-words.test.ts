// Words of a print document against words of its PDF: what counts as the same, in every script, and what as lost.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { sourceText } from "../../scripts/verify/pdf-source.ts";
import type { PdfPage } from "../../scripts/verify/pdf-text.ts";
import { compareText, tokens } from "../../scripts/verify/pdf-words.ts";
import { inReadingOrder } from "../../scripts/verify/reading-order.ts";
import { examine, font, job } from "../paginate/documents.ts";

function page(number: number, text: string): PdfPage {
  const words = text
    .split(" ")
    .map((one, index) => ({ text: one, x: index * 9, y: 100, width: 8, size: 10 }));
  return { page: number, width: 595, height: 842, words };
}

const said = (html: string, ...pages: readonly string[]) => {
  const report = compareText(
    { html },
    pages.map((text, index) => page(index + 1, text)),
  );
  return {
    missing: report.missing.map(({ word, page: at }) => `${word}@${at ?? "?"}`),
    extra: report.extra.map(({ word, page: at }) => `${word}@${at ?? "?"}`),
  };
};

describe("the same words", () => {
  test.each([
    [
      "blocks part words, inline elements do not",
      "<p>un<em>believ</em>able</p><p>end</p>",
      ["unbelievable end"],
    ],
    ["a word hyphenated at a line's end", "<p>the information here</p>", ["the infor- mation here"]],
    ["a word cut by a page", "<p>the information here</p>", ["the infor-", "mation here"]],
    ["soft hyphens", "<p>infor\u{AD}mation</p>", ["infor\u{AD}mation"]],
    ["a hard hyphen at a line's end", "<p>well-known</p>", ["well- known"]],
    ["ligatures and letter case", "<p>ﬁnal Straße</p>", ["FINAL STRASSE"]],
    [
      "note numbers at calls and notes",
      '<p>said<span class="footnote">Indeed</span> so</p>',
      ["said1 so 1. Indeed"],
    ],
    [
      "a note number that is drawn before a right-to-left word",
      '<p>שר<span class="footnote">דן</span></p>',
      ["1שר 1. דן"],
    ],
    ["numbers of lists", "<ol><li>one</li><li>two</li></ol>", ["1. one 2. two"]],
    [
      "repeated table heads",
      "<table><thead><tr><th>Head</th></tr></thead><tr><td>a</td></tr></table>",
      ["Head a Head"],
    ],
    [
      "text that is not shown",
      '<p hidden>no</p><p style="display:none">no</p><style>no</style><!-- no --><p>a</p>',
      ["a"],
    ],
    ["a word over many lines", `<p>${"ab".repeat(40)}</p>`, [Array(20).fill("abab").join(" ")]],
    ["characters where nothing parts words", "<p>外交部长说</p>", ["外交 部长说"]],
  ])("%s", (_name, html, pages) => {
    expect(said(html, ...pages)).toEqual({ missing: [], extra: [] });
  });
});

describe("other words", () => {
  test.each([
    ["a lost word, with the page of those before it", "<p>one two three</p>", ["one three"], ["two@1"], []],
    [
      "a number that only a note's number could hide",
      '<p>of 1 ship<span class="footnote">n</span></p>',
      ["of ship1 1. n"],
      ["1@1"],
      [],
    ],
    ["a word printed twice", "<p>one two</p>", ["one two", "two"], [], ["two@1"]],
    ["a lost character", "<p>外交部</p>", ["外部"], ["交@1"], []],
  ])("%s", (_name, html, pages, missing, extra) => {
    expect(said(html, ...pages)).toEqual({ missing, extra });
  });
});

test("tokens", () => {
  expect(tokens("Ünïted Nations’ 5,000 café-au-lait")).toEqual([
    "united",
    "nations",
    "5",
    "000",
    "cafe",
    "au",
    "lait",
  ]);
});

test.each([
  [
    "a word after a number, drawn from its end",
    [
      ["1", 0],
      ["ם", 5],
      ["ע", 10],
    ],
    "1עם",
  ],
  [
    "a word before a number",
    [
      ["ם", 0],
      ["ע", 5],
      ["1", 10],
    ],
    "עם1",
  ],
] as const)("%s", (_name, glyphs, wanted) => {
  expect(inReadingOrder(glyphs.map(([text, x]) => ({ text, x, run: 0 })))).toBe(wanted);
});

test("the source's own text, with its references to pages", () => {
  const source = sourceText(
    '<p>Costs <a href="#c">see <span data-page-of="c">00</span></a> &amp; more&#x2026;</p>',
    () => "7",
  );
  expect(source.text.replace(/\s+/g, " ").trim()).toBe("Costs see 7 & more…");
  expect(source.references).toEqual([{ id: "c", before: " Costs see " }]);
});

describe("every script, printed and read again", () => {
  let paginator: Paginator;
  beforeAll(async () => {
    paginator = await openPaginator();
  }, 60_000);
  afterAll(() => paginator.close());

  test.each([
    [
      "Latin",
      "source-serif-4",
      "source-serif-4-latin-400-normal.woff2",
      "en",
      "The official office was affluent, na\u{EF}ve and fi\u{AD}nal: well-known.",
    ],
    [
      "Cyrillic",
      "source-serif-4",
      "source-serif-4-cyrillic-400-normal.woff2",
      "ru",
      "Министр иностранных дел прибыл",
    ],
    [
      "Arabic",
      "noto-naskh-arabic",
      "noto-naskh-arabic-arabic-400-normal.woff2",
      "ar",
      "قال وزير الخارجية الروسي سيرغي لافروف إن الزيارة",
    ],
    [
      "Hebrew",
      "noto-serif-hebrew",
      "noto-serif-hebrew-hebrew-400-normal.woff2",
      "he",
      "שר החוץ הרוסי הגיע לביקור",
    ],
    ["Thai", "noto-serif-thai", "noto-serif-thai-thai-400-normal.woff2", "th", "รัฐมนตรีว่าการกระทรวง น้ำ"],
    [
      "Devanagari",
      "noto-serif-devanagari",
      "noto-serif-devanagari-devanagari-400-normal.woff2",
      "hi",
      "विदेश मंत्री क्षत्रिय",
    ],
    [
      "Chinese",
      "noto-serif-sc",
      "noto-serif-sc-chinese-simplified-400-normal.woff2",
      "zh",
      "俄罗斯外交部长访问平壤",
    ],
  ])("%s", async (_name, packageName, file, language, text) => {
    const right = language === "ar" || language === "he" ? ' dir="rtl"' : "";
    const document = job(
      `<p lang="${language}"${right}>${`${text} `.repeat(120)}</p>`,
      "@font-face { font-family: Script; src: url(fonts/script.woff2) } body { font-family: Script, Serif }",
    );
    const files = new Map([...document.files, ["fonts/script.woff2", font(packageName, file)] as const]);
    const { words } = await examine(paginator, { ...document, files });
    expect(words.missing).toEqual([]);
    expect(words.extra).toEqual([]);
  });
});

describe("a word of many lines that goes on overleaf, with a note in between", () => {
  const parts = ["abcdefgh", "ijklmnop", "qrstuvwx", "yzabcdef"];
  const html = `<p>before ${parts.join("")} after own note</p>`;
  const page = (number: number, ...words: readonly string[]): PdfPage => ({
    page: number,
    width: 595,
    height: 842,
    words: words.map((text, at) => ({ text, x: 60, y: 60 + 14 * at, width: 40, size: 10 })),
  });

  test("is whole", () => {
    const pages = [
      page(1, "before", ...parts.slice(0, 2), "own", "note"),
      page(2, ...parts.slice(2), "after"),
    ];
    expect(compareText({ html }, pages)).toMatchObject({ missing: [], extra: [] });
  });

  test("is missing without one of its parts", () => {
    const pages = [page(1, "before", ...parts.slice(0, 2), "own", "note"), page(2, "yzabcdef", "after")];
    expect(compareText({ html }, pages).missing.map(({ word }) => word)).toEqual([parts.join("")]);
  });
});
