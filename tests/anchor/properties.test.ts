// What must hold of every text: a range that is described is found again, and offsets lead back to the same words.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEdge } from "../../scripts/anchor/edges.ts";
import { match, searchable } from "../../scripts/anchor/match.ts";
import { normalise } from "../../scripts/anchor/normalise.ts";

const words = [
  "was",
  "legal",
  "illegal",
  "15,000",
  "Lavrov’s",
  "café",
  "cafe\u0301",
  "“yes”",
  "한국",
  "\u1112\u1161\u11ab",
];
const scripts = [
  "拉夫罗夫",
  "テスト",
  "เดินทาง",
  "می‌خواهم",
  "नमस्ते",
  "👩‍🚀",
  "الرئيس",
  "сказал",
  "coop\u00aderation",
  "သွား",
];
const gaps = [" ", "\n", "\u00a0", " – ", "—", ", ", ". ", "\u200b", "", "  "];
const text = fc
  .array(fc.tuple(fc.constantFrom(...words, ...scripts), fc.constantFrom(...gaps)), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.flat().join(""));
const anyText = fc.oneof(text, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("normalise", () => {
  test("is what the contract declares, character by character", () => {
    const declared = (value: string) =>
      value
        .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
        .normalize("NFC")
        .replace(/[\u2018-\u201b]/g, "'")
        .replace(/[\u201c-\u201f]/g, '"')
        .replace(/[\u2010-\u2015\u2212]/g, "-")
        .replace(/\p{White_Space}+/gu, " ");
    fc.assert(
      fc.property(anyText, (value) => {
        expect(normalise(value).text).toBe(declared(value));
      }),
    );
  });

  test("twice changes nothing", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(normalise(normalise(value).text).text).toBe(normalise(value).text);
      }),
    );
  });

  test("offsets stay within the text, in order", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const { text: made, starts, ends } = normalise(value);
        expect([starts.length, ends.length]).toEqual([made.length, made.length]);
        for (let index = 0; index < made.length; index++) {
          expect(starts[index]).toBeLessThan(ends[index] ?? -1);
          expect(ends[index]).toBeLessThanOrEqual(value.length);
          if (index > 0) expect(starts[index]).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
        }
      }),
    );
  });
});

test("a described range is matched again, and maps back to its own words", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (value, from, to) => {
      const made = searchable(value);
      const { text: plain, starts, ends } = made.normalised;
      const edges = Array.from({ length: plain.length + 1 }, (_, offset) => offset).filter((offset) =>
        isEdge(plain, offset),
      );
      const [a = 0, b = 0] = [edges[from % edges.length] ?? 0, edges[to % edges.length] ?? 0].sort(
        (x, y) => x - y,
      );
      const exact = plain.slice(a, b);
      if (exact.trim() !== exact || exact === "") return;
      const found = match({ exact, prefix: plain.slice(0, a), suffix: plain.slice(b) }, made);
      expect(found).toEqual({ kind: "anchored", range: { start: starts[a], end: ends[b - 1] } });
      if (found.kind === "anchored") {
        expect(normalise(value.slice(found.range.start, found.range.end)).text).toBe(exact);
      }
    }),
    { numRuns: 500 },
  );
});

test("what is found is always the words of the selector, whatever is asked for", () => {
  fc.assert(
    fc.property(text, text, (value, exact) => {
      const found = match({ exact, prefix: "", suffix: "" }, searchable(value));
      if (found.kind !== "anchored") return;
      const { start, end } = found.range;
      expect(normalise(value.slice(start, end)).text).toBe(normalise(exact).text.trim());
    }),
  );
});

test("no edge parts a grapheme", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  fc.assert(
    fc.property(anyText, (value) => {
      const { text: plain } = normalise(value);
      const starts = new Set([...segmenter.segment(plain)].map(({ index }) => index));
      for (let offset = 1; offset < plain.length; offset++) {
        if (isEdge(plain, offset)) expect(starts).toContain(offset);
      }
    }),
  );
});
