// Numbers of paragraphs over editions: what stands keeps its number, what comes gets one of its own, what goes leaves it unused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberParagraphs, storedParagraphs } from "../../scripts/changes/numbers.ts";
import type { StoredParagraph } from "../../scripts/schema/stored-edition.ts";

/** A paragraph a letter; those with a prime are the same reworded. */
const texts: Readonly<Record<string, string>> = {
  A: "The minister arrived in the capital on Wednesday morning.",
  B: "He told reporters that the two sides would discuss trade and transport.",
  "B'": "He told the reporters that both sides would discuss trade and energy.",
  C: "No date for a visit by the president has been agreed so far.",
  "C'": "A date for a visit by the president has been agreed.",
  D: "A commission on the economy is to meet in November.",
  E: "Analysts doubt it.",
  X: "Heavy rain flooded several northern provinces overnight.",
  Y: "Oil prices rose by two per cent after the announcement.",
  Z: "1 + 1 = 2",
  Ж: "Министр прибыл в столицу в среду утром и сразу начал переговоры.",
  "Ж'": "Министр прибыл в столицу в среду вечером и сразу начал переговоры.",
  漢: "外務大臣は水曜日の朝、首都に到着し、記者団に語った。",
  "漢'": "外務大臣は木曜日の朝、首都に到着し、記者団に語った。",
};

function edition(letters: string, stored: readonly StoredParagraph[] | null, number: number) {
  const paragraphs = letters
    .split(" ")
    .filter(Boolean)
    .map((letter) => texts[letter] ?? letter);
  const numbered = numberParagraphs(paragraphs, stored, number);
  return { numbered, stored: storedParagraphs(paragraphs, numbered) };
}

/** The paragraphs of editions 1, 2 …, and all numbers of the last, withdrawn ones with the edition that withdrew them. */
const cases: readonly (readonly [string, readonly string[], string])[] = [
  ["a first edition counts from one", ["A B C"], "1 2 3"],
  ["nothing changed", ["A B C", "A B C"], "1 2 3"],
  ["one came between", ["A B C", "A X B C"], "1 1a 2 3"],
  ["two came between", ["A B C", "A X Y B C"], "1 1a 1b 2 3"],
  ["one came before all", ["A B", "X A B"], "0a 1 2"],
  ["one came at the end", ["A B", "A B X"], "1 2 3"],
  ["one went from the middle", ["A B C", "A C"], "1 [2 in 2] 3"],
  ["one went from the end", ["A B C", "A B"], "1 2 [3 in 2]"],
  ["the last number is not given again", ["A B C", "A B", "A B X"], "1 2 [3 in 2] 4"],
  ["a withdrawn number stays withdrawn", ["A B C", "A C", "A C", "A X C"], "1 1a [2 in 2] 3"],
  ["a paragraph that comes back has its number back", ["A B C", "A C", "A B C"], "1 2 3"],
  ["a letter is not given again", ["A B", "A X B", "A B", "A Y B"], "1 [1a in 3] 1b 2"],
  ["reworded in place", ["A B C", "A B' C"], "1 2 3"],
  ["two in a row reworded", ["A B C D", "A B' C' D"], "1 2 3 4"],
  ["reworded beside a new one", ["A B C", "A X B' C"], "1 1a 2 3"],
  ["replaced by something else", ["A B C", "A X C"], "1 1a [2 in 2] 3"],
  ["replaced at the end", ["A B", "A X"], "1 [2 in 2] 3"],
  ["moved down", ["A B C D", "B C A D"], "2 3 1 4"],
  ["moved, and a new one after it", ["A B C D", "B C A X D"], "2 3 1 3a 4"],
  ["the same words twice, the second gone", ["A E B E", "A E B"], "1 2 3 [4 in 2]"],
  ["the same words twice, the first gone", ["A E B E", "A B E"], "1 [2 in 2] 3 4"],
  ["all gone but one", ["A B C", "B"], "[1 in 2] 2 [3 in 2]"],
  ["all replaced", ["A B", "X Y"], "[1 in 2] [2 in 2] 3 4"],
  ["all gone", ["A B", ""], "[1 in 2] [2 in 2]"],
  ["no words, but signs", ["A Z B", "A Z B"], "1 2 3"],
  ["Russian, one word changed", ["A Ж B", "A Ж' B"], "1 2 3"],
  ["Japanese, one word changed", ["A 漢 B", "A 漢' B"], "1 2 3"],
];

test.each(cases)("%s", (_, editions, expected) => {
  let stored: readonly StoredParagraph[] | null = null;
  for (const [index, letters] of editions.entries()) stored = edition(letters, stored, index + 1).stored;
  const told = (stored ?? []).map(({ number, withdrawn }) =>
    withdrawn === null ? number : `[${number} in ${withdrawn}]`,
  );
  expect(told.join(" ")).toBe(expected);
});

test("only typography changed: nothing did", () => {
  const first = numberParagraphs(["“Yes” – he said."], null, 1);
  const stored = storedParagraphs(["“Yes” – he said."], first);
  expect(numberParagraphs(['"Yes" -  he said.'], stored, 2)).toMatchObject({
    numbers: ["1"],
    added: new Set(),
    reworded: new Set(),
    withdrawn: [],
  });
});

describe("over any editions", () => {
  const letters = fc.constantFrom(...Object.keys(texts));
  const history = fc.array(fc.array(letters, { maxLength: 8 }), { minLength: 2, maxLength: 5 });

  test("no number is used twice, and none for other words that were never reworded", () => {
    fc.assert(
      fc.property(history, (editions) => {
        let stored: readonly StoredParagraph[] | null = null;
        for (const [index, paragraphs] of editions.entries()) {
          const before: readonly StoredParagraph[] = stored ?? [];
          const next = edition(paragraphs.join(" "), stored, index + 1);
          stored = next.stored;
          const numbers = next.stored.map(({ number }) => number);
          expect(new Set(numbers).size).toBe(numbers.length);
          for (const { number } of before) expect(numbers).toContain(number);
          for (const [at, { number, hash }] of next.stored
            .filter(({ withdrawn }) => withdrawn === null)
            .entries()) {
            const was = before.find((one) => one.number === number);
            if (was !== undefined && !next.numbered.reworded.has(at)) expect(was.hash).toBe(hash);
          }
        }
      }),
    );
  });

  test("the same text again changes nothing", () => {
    fc.assert(
      fc.property(history, (editions) => {
        let stored: readonly StoredParagraph[] | null = null;
        for (const [index, paragraphs] of editions.entries())
          stored = edition(paragraphs.join(" "), stored, index + 1).stored;
        const last = editions.at(-1) ?? [];
        expect(edition(last.join(" "), stored, editions.length + 1).stored).toEqual(stored);
      }),
    );
  });
});
