// What must hold of drift whatever the text: an edit outside a passage leaves it be, an edit inside never goes unnoticed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../scripts/drift/comparison.ts";
import { driftOf } from "../../scripts/drift/drift.ts";

const syllables = ["ba", "ko", "mi", "tu", "re", "lo", "шу", "де", "νά", "كت", "قل"];
const word = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(""));
const signs = fc.constantFrom("", "", "", "", ",", ".", ".\n");
const words = fc.array(
  fc.tuple(word, signs).map(([one, sign]) => one + sign),
  { minLength: 12, maxLength: 60 },
);

/** A text as words, a passage of it as a range of words, and a place in it. */
const passage = fc
  .tuple(words, fc.nat(), fc.integer({ min: 1, max: 8 }), fc.nat(), word)
  .map(([text, from, length, place, other]) => {
    const start = from % text.length;
    const end = Math.min(text.length, start + length);
    return { text, start, end, place, other };
  });

function rangeOf(text: readonly string[], start: number, end: number) {
  const before = text.slice(0, start).join(" ");
  const own = text.slice(start, end).join(" ");
  const at = before.length + (start === 0 ? 0 : 1);
  return { start: at, end: at + own.length };
}

const settings = { numRuns: 400, seed: 20231019 };

test("nothing changed: every passage stands unchanged where it stood", () => {
  fc.assert(
    fc.property(passage, ({ text, start, end }) => {
      const range = rangeOf(text, start, end);
      const drift = driftOf(compare(text.join(" "), text.join(" ")), range);
      const own = text.join(" ").slice(range.start, range.end).trimEnd();
      expect(drift).toEqual({
        verdict: "unchanged",
        counterpart: { start: range.start, end: range.start + own.length },
      });
    }),
    settings,
  );
});

test("an edit inside a passage never leaves it unchanged, nor calls it moved", () => {
  fc.assert(
    fc.property(
      passage,
      fc.constantFrom("replace", "insert", "delete"),
      ({ text, start, end, place, other }, kind) => {
        const at = start + (place % (end - start));
        fc.pre(kind !== "insert" || at > start);
        fc.pre(kind !== "replace" || text[at]?.replace(/\W+$/u, "") !== other);
        fc.pre(kind !== "delete" || end - start > 1);
        const edited = text.toSpliced(at, kind === "insert" ? 0 : 1, ...(kind === "delete" ? [] : [other]));
        const after = edited.join(" ");
        const range = rangeOf(text, start, end);
        const was = text.join(" ").slice(range.start, range.end);
        const drift = driftOf(compare(text.join(" "), after), range);
        // The words may still stand there by chance, when what was edited repeats its neighbours.
        const stands = after.replaceAll("\n", " ").includes(was.replaceAll("\n", " "));
        if (!stands) expect(["changed", "lost", "ambiguous"]).toContain(drift.verdict);
      },
    ),
    settings,
  );
});

test("an edit outside a passage of words that stand once leaves it unchanged", () => {
  fc.assert(
    fc.property(
      passage,
      fc.constantFrom("replace", "insert", "delete"),
      ({ text, start, end, place, other }, kind) => {
        const distinct = text.map((one, index) =>
          one.replace(/^\S*?(?=[,.]?\n?$)/u, (stem) => `${stem}${index}x`),
        );
        const outside = [...distinct.keys()].filter((index) => index < start || index >= end);
        const at = outside[place % Math.max(1, outside.length)];
        fc.pre(at !== undefined);
        fc.pre(!(kind === "insert" && at > start && at < end));
        const edited = distinct.toSpliced(
          at ?? 0,
          kind === "insert" ? 0 : 1,
          ...(kind === "delete" ? [] : [other]),
        );
        const range = rangeOf(distinct, start, end);
        const drift = driftOf(compare(distinct.join(" "), edited.join(" ")), range);
        expect(drift.verdict).toBe("unchanged");
      },
    ),
    settings,
  );
});

test("characters without spaces: an edit inside never leaves a passage unchanged", () => {
  const sign = fc.constantFrom(..."政府支持该计划反对双方会面表示同意的了不没");
  fc.assert(
    fc.property(
      fc.array(sign, { minLength: 10, maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 2, max: 8 }),
      fc.nat(),
      sign,
      (text, from, length, place, other) => {
        const start = from % (text.length - 2);
        const end = Math.min(text.length, start + length);
        const at = start + (place % (end - start));
        fc.pre(text[at] !== other);
        const after = text.toSpliced(at, 1, other).join("");
        const was = text.slice(start, end).join("");
        fc.pre(!after.includes(was));
        const drift = driftOf(compare(text.join(""), after), { start, end });
        expect(["changed", "lost", "ambiguous"]).toContain(drift.verdict);
      },
    ),
    settings,
  );
});

test("a paragraph carried elsewhere is moved or stands, never changed or lost", () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 8 }), fc.nat(), fc.nat(), (count, from, to) => {
      const paragraphs = Array.from({ length: count }, (_, index) =>
        Array.from({ length: 9 }, (_none, at) => `p${index}w${at}`).join(" "),
      );
      const source = from % count;
      const target = to % (count - 1);
      const carried = paragraphs[source] ?? "";
      const rest = paragraphs.toSpliced(source, 1);
      const after = rest.toSpliced(target, 0, carried).join("\n");
      const before = paragraphs.join("\n");
      const start = before.indexOf(carried) + 5;
      const drift = driftOf(compare(before, after), { start, end: start + 20 });
      expect(source === target ? ["unchanged"] : ["moved", "unchanged"]).toContain(drift.verdict);
      expect(after.slice(drift.counterpart?.start, drift.counterpart?.end)).toBe(
        before.slice(start, start + 20).trim(),
      );
    }),
    { ...settings, numRuns: 300 },
  );
});

test("a passage that was edited is not what its very words are elsewhere", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 60 }),
      fc.nat(),
      fc.integer({ min: 3, max: 6 }),
      fc.nat(),
      fc.constantFrom("replace", "insert", "delete"),
      fc.boolean(),
      (length, from, size, place, kind, before) => {
        const text = Array.from({ length }, (_, index) => `w${index}${index % 9 === 8 ? "." : ""}`);
        const start = 8 + (from % (length - 16 - size));
        const own = text.slice(start, start + size);
        const at = start + 1 + (place % (size - 2));
        const edited = text.toSpliced(at, kind === "insert" ? 0 : 1, ...(kind === "delete" ? [] : ["other"]));
        const after = edited.toSpliced(before ? 0 : edited.length, 0, "they", "said", ...own);
        const range = rangeOf(text, start, start + size);
        const { verdict } = driftOf(compare(text.join(" "), after.join(" ")), range);
        expect(["changed", "lost"]).toContain(verdict);
      },
    ),
    settings,
  );
});

test("of equal sentences between different ones the one that was taken out is lost and the others stand", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(), fc.boolean(), (count, out, blocks) => {
      const same = "The room was silent.";
      const sentences = Array.from({ length: count }, (_, index) => [
        `Speaker ${index}x spoke y${index}.`,
        same,
      ]);
      const gone = out % count;
      const join = blocks ? "\n" : " ";
      const before = sentences.flat().join(join);
      const after = sentences.flatMap((two, index) => (index === gone ? two.slice(0, 1) : two)).join(join);
      const comparison = compare(before, after);
      let at = -1;
      for (let index = 0; index < count; index++) {
        at = before.indexOf(same, at + 1);
        const { verdict } = driftOf(comparison, { start: at, end: at + same.length });
        expect(verdict).toBe(index === gone ? "lost" : "unchanged");
      }
    }),
    settings,
  );
});
