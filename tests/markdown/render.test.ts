// Markdown to HTML: what is kept, what is shown as typed, and what can never come through.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../scripts/markdown/render.ts";
import { citedIds, lostWords, plainText } from "../../scripts/markdown/words.ts";

const options = { citations: { crs: 1, un: 2 }, href: (number: number) => `#ref-${number}` };
const render = (markdown: string) => renderMarkdown(markdown, options);

/** Markdown → HTML. */
const cases: readonly (readonly [string, string])[] = [
  ["a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"],
  ["a [@crs]", '<p>a\u00a0<a class="citation" href="#ref-1">[1]</a></p>'],
  [
    "a [@un; @crs].",
    '<p>a\u00a0<a class="citation" href="#ref-2">[2]</a><a class="citation" href="#ref-1">[1]</a>.</p>',
  ],
  ["a [@nobody]", "<p>a [@nobody]</p>"],
  ["a [@constructor]", "<p>a [@constructor]</p>"],
  ["`[@crs]`", "<p><code>[@crs]</code></p>"],
  ["[a](https://example.org/)", '<p><a href="https://example.org/">a</a></p>'],
  ["[a](mailto:a@example.org)", '<p><a href="mailto:a@example.org">a</a></p>'],
  ["https://example.org", "<p>https://example.org</p>"],
  ['"a" -- b... (c)', '<p>"a" -- b... (c)</p>'],
  ["a {{ b }} {% c %} d", "<p>a {{ b }} {% c %} d</p>"],
  ["# a\n# b", "<h3>a</h3>\n<h3>b</h3>"],
  ["# a\n### b\n###### c\n## d", "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h4>d</h4>"],
  ["## a\n#### b\n### c", "<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>"],
  ["### a\n## b\n### c", "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>"],
  ["# a\n## b\n### c\n#### d\n##### e", "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>"],
  ["3. a", '<ol start="3">\n<li>a</li>\n</ol>'],
];

test.each(cases)("%j", (markdown, html) => {
  expect(render(markdown).replaceAll("&quot;", '"')).toBe(html);
});

/** What an attacker types; none of it may become markup, and its words stay. */
const payloads = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe src=file:///etc/passwd></iframe>",
  "<style>body{display:none}</style>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content=0;url=//evil.example>",
  '<a href="javascript:alert(1)">x</a>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example)",
  "![x](https://evil.example/pixel)",
  "![x](javascript:alert(1))",
  '<https://example.org/"onmouseover=alert(1)>',
  '[x](https://example.org/ "\\"onmouseover=alert(1)")',
  '[x](<https://example.org/" onclick="alert(1)>)',
  "[a]: javascript:alert(1)\n\n[a]",
  "<!-- <script>alert(1)</script> -->",
  "<![CDATA[<script>alert(1)</script>]]>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  '```"><script>alert(1)</script>\nx\n```',
  "<form id=x><input name=attributes></form>",
  "[x](https://example.org){onclick=alert(1)}",
  "| a |\n|:-:|\n| <script>alert(1)</script> |",
  '[@crs"onclick=alert(1)]',
];
const tags = /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|code|hr|br|em|strong|s|a|table|thead|tbody|tr|th|td)$/;
const attributes =
  /^ (?:href="(?:https?:\/\/|mailto:|#)[^"<>]*"|title="[^"<>]*"|class="(?:citation|start|centre|end)"|start="\d+")$/;

/** What in the HTML is not on the allow-list. */
function strangers(html: string): readonly string[] {
  return [...html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)].flatMap(([tag, name = "", rest = ""]) => {
    const parts = rest.replace(/\/\s*$/, "").match(/ [^\s=]+(?:="[^"]*")?/g) ?? [];
    return tags.test(name) &&
      parts.join("").trim() === rest.replace(/\/\s*$/, "").trim() &&
      parts.every((part) => attributes.test(part))
      ? []
      : [tag];
  });
}

describe("nothing but the allow-list comes through", () => {
  test.each(payloads)("%j", (payload) => {
    for (const markdown of [payload, `a ${payload} b`, `- ${payload}`, `> ${payload}`]) {
      expect(strangers(render(markdown))).toEqual([]);
      expect(strangers(renderMarkdown(markdown, { ...options, inline: true }))).toEqual([]);
    }
  });

  test("whatever is put together", () => {
    const piece = fc.constantFrom(
      ...payloads,
      "<",
      ">",
      '"',
      "`",
      "[",
      "](",
      ")",
      "\n",
      "*",
      "&lt;",
      "&#x3c;",
      "|",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        expect(strangers(render(parts.join("")))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("the check itself sees what is foreign", () => {
    expect(strangers("<p>a</p><script>")).toEqual(["<script>"]);
    expect(strangers('<a href="javascript:x">')).toHaveLength(1);
    expect(strangers('<p onclick="x">')).toHaveLength(1);
  });
});

describe("words", () => {
  const kept = [
    "a *b* [c](https://example.org/d) e",
    "1. one\n2. two\n\n2023\\. three",
    '[a][b]\n\n[b]: https://example.org/path "title"',
    "a < b & c > d &amp; &copy; é",
    "<b>bold</b> <!-- comment --> text",
    "```js\ncode\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "a [@crs; @un] b",
    "# a\n\n- b\n  - c\n\n> d",
    "a [@constructor]",
  ];
  test.each(kept)("%j loses none", (markdown) => expect(lostWords(markdown)).toEqual([]));

  const lost: readonly (readonly [string, readonly string[]])[] = [
    [`${"> ".repeat(120)}buried words`, ["buried", "words"]],
    [
      `${Array.from({ length: 60 }, (_, depth) => `${"  ".repeat(depth)}- level`).join("\n")} buried`,
      ["buried"],
    ],
  ];
  test.each(lost)("%j", (markdown, words) =>
    expect(lostWords(markdown)).toEqual(expect.arrayContaining([...words])),
  );

  test("citations are found where they are citations", () => {
    expect(citedIds("a [@x; @y] `[@z]` [@x]\n\n- [@w]")).toEqual(["x", "y", "x", "w"]);
  });

  test("plain text has no markup and no citations", () => {
    expect(plainText("A *b* [@crs]. [C](https://example.org) &amp; <d>\n\n- e\n- f")).toBe(
      "A b. C & <d> e f",
    );
  });
});
