// Pages in small: which words are the article's, what kind its blocks have, where they stand in the file, and what is stated.
import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf } from "../../scripts/anchor/place.ts";
import { parse, readArticle } from "../../scripts/parse/parse.ts";

const prose =
  "This is a sentence that is long enough to be taken for the prose of an article by anybody who reads it.";
const bytes = (text: string) => new TextEncoder().encode(text);

/** Name, page, blocks besides the first, which is `prose`. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "lists",
    `<p>${prose}<ul><li>One thing<li>Another thing</ul>`,
    ["list-item: One thing", "list-item: Another thing"],
  ],
  [
    "nested lists",
    `<p>${prose}<ol><li>One<ul><li>Inner</ul>rest</ol>`,
    ["list-item: One", "list-item: Inner", "list-item: rest"],
  ],
  [
    "quotations",
    `<p>${prose}<blockquote>Quoted <i>words</i> here</blockquote>`,
    ["quote: Quoted words here"],
  ],
  [
    "tables",
    `<p>${prose}<table><caption>Table 1</caption><tr><th>A<th>B<tr><td>1<td>2<br>3</table>`,
    ["paragraph: Table 1", "row: A\tB", "row: 1\t2 3"],
  ],
  ["preformatted", `<p>${prose}<pre>\na\n  b\n</pre>`, ["preformatted: a\n  b"]],
  [
    "headings",
    `<p>${prose}<h3>Three</h3><div role=heading aria-level=4>Four</div><p>More words stand here, and they end.`,
    ["heading3: Three", "heading4: Four", "paragraph: More words stand here, and they end."],
  ],
  [
    "inline marks join, blocks part",
    `<p>${prose}<p>a<b>b</b>c <i>d</i><div>e words of more</div>`,
    ["paragraph: abc d", "paragraph: e words of more"],
  ],
  [
    "double breaks part paragraphs",
    `<p>${prose}<div>One<br>two.<br><br>Three words more.</div>`,
    ["paragraph: One two.", "paragraph: Three words more."],
  ],
  [
    "entities",
    `<p>${prose}<p>a&nbsp;&amp;&#x2014;b &lt;tag&gt; stays`,
    ["paragraph: a\u00a0&—b <tag> stays"],
  ],
  ["a closed dialogue, an open one", `<p>${prose}<dialog>Closed</dialog><dialog open>Open</dialog>`, []],
  [
    "hidden by the page's style sheet, last rule first",
    `<style>.a{display:none}.b{display:none}.b{display:block}</style><p>${prose}<p class=a>Gone.<p class=b>Here it is.`,
    ["paragraph: Here it is."],
  ],
  [
    "responsive classes",
    `<p>${prose}<p class="hidden md:block">Wide words here.<p class="d-none">Gone.`,
    ["paragraph: Wide words here."],
  ],
  [
    "a large initial",
    `<p>${prose}<p><span aria-hidden="true">T</span>he end of it.`,
    ["paragraph: The end of it."],
  ],
  [
    "links of the article stay",
    `<p>${prose}<p>Documents:<ul><li><a href=a>The first text</a><li><a href=b>The second text</a></ul>`,
    ["paragraph: Documents:", "list-item: The first text", "list-item: The second text"],
  ],
  [
    "links away go",
    `<p>${prose}<h4>Related stories</h4><ul><li><a href=a>The first text</a><li><a href=b>The second text</a></ul>`,
    [],
  ],
  [
    "templates and prototypes are text",
    `<p>${prose}<p>{{ x }} __proto__ constructor words.`,
    ["paragraph: {{ x }} __proto__ constructor words."],
  ],
  [
    "names that only look like clutter",
    `<p>${prose}<p class="no-share has-sidebar">These words are of the article.<h2 id="comments">Comments of the court</h2><p>They were many, and long.`,
    [
      "paragraph: These words are of the article.",
      "heading2: Comments of the court",
      "paragraph: They were many, and long.",
    ],
  ],
];

test.each(cases)("%s", (_, page, expected) => {
  const { value, findings } = parse("a.html", bytes(page));
  expect(findings).toEqual([]);
  expect(value.blocks.map(({ kind, level, text }) => `${kind}${level ?? ""}: ${text}`)).toEqual([
    `paragraph: ${prose}`,
    ...expected,
  ]);
});

/** Page, words, `line:column`. */
const places: readonly (readonly [string, string, string])[] = [
  [`<p>${prose}</p>\n<p>One <b>two</b> three`, "two", "2:11"],
  [`<p>${prose}</p>\r\n<p>a &amp; b &mdash; target`, "target", "2:22"],
  [`<!-- é 中 😀 --><p>${prose}</p>\n\n<ul><li>é 中 😀 target</ul>`, "target", "3:15"],
];

test.each(places)("%j: %s at %s", (page, words, expected) => {
  const { value } = parse("a.html", bytes(page));
  const start = value.text.indexOf(words);
  const { line, column } = placeOf(
    { start, end: start + words.length },
    { path: "a.html", bytes: bytes(page) },
    value,
  );
  expect(`${line}:${column}`).toBe(expected);
});

/** Head or body of a page, and what it states. */
const stated: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['<html lang="ar" dir="rtl">', { language: "ar", direction: "rtl" }],
  ['<meta property="og:locale" content="ru_RU">', { language: "ru-RU" }],
  ['<html lang="no such language">', {}],
  [
    '<link rel="canonical" href="/relative"><meta property="og:url" content="https://example.org/a">',
    { url: "https://example.org/a" },
  ],
  ['<link rel="canonical" href="javascript:alert(1)">', {}],
  ["<!-- saved from url=(0021)https://example.org/b -->", { url: "https://example.org/b" }],
  ['<meta name="date" content="10/11/2023">', {}],
  ['<meta name="date" content="19 October 2023">', { published: "2023-10-19" }],
  ['<meta name="date" content="2023-10-19T23:30:00-05:00">', { published: "2023-10-19" }],
  [
    '<html lang="ru"><meta name="pubdate" content="19 октября 2023 г., 12:00">',
    { published: "2023-10-19", language: "ru" },
  ],
  [
    '<html lang="ar"><meta name="pubdate" content="١٩ أكتوبر ٢٠٢٣">',
    { published: "2023-10-19", language: "ar" },
  ],
  ['<meta name="author" content="https://example.org/profile">', {}],
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A &amp; B","author":{"name":"X Y"},"publisher":{"name":"Z"}}</script>',
    { title: "A & B", byline: "X Y", publisher: "Z" },
  ],
  ['<script type="application/ld+json">{not json</script>', {}],
  [
    '<script type="application/ld+json">[{"@type":["Report"],"author":["A",{"name":"B"}],"inLanguage":"en-US"}]</script>',
    { byline: "A, B", language: "en-US" },
  ],
  ["<title>Only this | Site</title>", { title: "Only this | Site" }],
];

test.each(stated)("%s", (head, expected) => {
  const { value } = readArticle("a.html", bytes(`${head}<p>${prose}`));
  expect(Object.fromEntries(Object.entries(value.metadata).filter(([, one]) => one !== null))).toEqual(
    expected,
  );
});

test("no page makes it throw, and no word is its own invention", () => {
  const piece = fc.constantFrom(
    "<div>",
    "</div>",
    "<p class=nav>",
    "<li>",
    "<table><tr><td>",
    "</table>",
    "<!--",
    "-->",
    "<h1>",
    "a word. ",
    "<a href=x>",
    "</a>",
    "<script>",
    "&amp",
    "<br>",
    "<style>",
    "<pre>",
    "<svg><title>",
    prose,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { value, findings } = parse("a.html", bytes(pieces.join("")));
      expect(findings.length > 0 || value.text.length > 0).toBe(true);
      const words = new Set(`${pieces.join(" ").replaceAll(/[<>]/g, " ")}`.split(/[^a-zA-Z0-9]+/));
      for (const word of value.text.split(/[^a-zA-Z0-9]+/))
        if (word.length > 5) expect(words.has(word)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
