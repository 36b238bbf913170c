// Every word of an article stands in the reader text once and in order, and its bytes lead back to it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../scripts/parse/parse.ts";

const line = fc
  .array(fc.constantFrom("One", "two,", "“three”", "über", "平壌", "الرئيس", "15,000", "end.", "–"), {
    maxLength: 14,
  })
  .map((words) => words.join(" "));
const article = fc.tuple(
  fc.array(line, { minLength: 1, maxLength: 20 }),
  fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
);

test("words of plain text", () => {
  fc.assert(
    fc.property(article, ([lines, end]) => {
      const text = lines.join(end);
      if (text.trim() === "") return;
      const bytes = new TextEncoder().encode(text);
      const { value } = parse("a.txt", bytes);
      expect(value.text.split(/\s+/)).toEqual(text.trim().split(/\s+/));
      for (const { runs } of value.blocks) {
        for (const { start, end: stop, byteStart, byteEnd } of runs) {
          const words = value.text.slice(start, stop);
          if (words !== " ") expect(new TextDecoder().decode(bytes.subarray(byteStart, byteEnd))).toBe(words);
        }
      }
    }),
  );
});

test("words of Markdown without markup", () => {
  fc.assert(
    fc.property(article, ([lines, end]) => {
      const text = lines.join(end);
      if (text.trim() === "") return;
      const { value } = parse("a.md", new TextEncoder().encode(text));
      expect(value.text.split(/\s+/)).toEqual(text.trim().split(/\s+/));
    }),
  );
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom("a.txt", "a.md", "a", "a.toString"),
      (bytes, name) => {
        const { findings, value } = parse(name, bytes);
        expect(findings.length > 0 || value.text.length > 0).toBe(true);
      },
    ),
  );
});
