// Text that needs no parser is rendered without one, to the letter as the parser would have it.
import fc from "fast-check";
import sanitize from "sanitize-html";
import { expect, test } from "vitest";
import { markdownIt } from "../../scripts/markdown/instance.ts";
import { isPlain, renderMarkdown } from "../../scripts/markdown/render.ts";

const pieces = fc.oneof(
  fc.constantFrom(
    ..."a|word |1|1.|2)| |  |-|+|—|.|,|(|)|/|http|www.x.org|a@b.org|é|中|ع|@|$|%|;|?|{|}|…|©|(c)|...|--".split(
      "|",
    ),
  ),
  fc.constantFrom(
    "\u00a0",
    "\u3000",
    "\u2028",
    "\t",
    "&",
    "<",
    "*",
    "_",
    "`",
    "[",
    "\\",
    "~",
    "!",
    "#",
    '"',
    "'",
  ),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);

function parsed(text: string, inline: boolean): string {
  const tokens = inline ? markdownIt.parseInline(text.trim(), {}) : markdownIt.parse(text, {});
  const html = markdownIt.renderer.render(tokens, markdownIt.options, {});
  return sanitize(html, { allowedTags: ["p"], allowedAttributes: {} }).trim();
}

test("plain text is what the parser makes of it", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      if (!isPlain(text)) return;
      plain += 1;
      const options = { citations: {}, href: () => "" };
      expect(renderMarkdown(text, options)).toBe(parsed(text, false));
      expect(renderMarkdown(text, { ...options, inline: true })).toBe(parsed(text, true));
    }),
    { numRuns: 4000 },
  );
  expect(plain).toBeGreaterThan(300);
});

test.each([
  "",
  " a",
  "a ",
  "- a",
  "1. a",
  "a\nb",
  "*a*",
  "a & b",
  "a [@b]",
  "a\\",
  "<b>",
  "https://a",
  "a\u2028b",
])("%j is for the parser", (text) => expect(isPlain(text)).toBe(false));
