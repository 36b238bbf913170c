// What differs between two wordings: exact to the letter, and whole words in any script.
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDiff, wordDiff } from "../../scripts/anchor/word-diff.ts";

/** The old wording, the new one, and how a finding shows what differs. */
const cases: readonly (readonly [string, string, string])[] = [
  ["will go", "will go", "will go"],
  ["will go", "will not go", "will {+not +}go"],
  ["will not go", "will go", "will [-not -]go"],
  ["about 1,200 tonnes", "about 1,250 tonnes", "about [-1,200-]{+1,250+} tonnes"],
  ["the old red house", "the new blue house", "the [-old red-]{+new blue+} house"],
  ["cat, dog", "cat; dog", "cat[-,-]{+;+} dog"],
  ["it stood and went", "it stood, they said, and went", "it stood{+,+} {+they said, +}and went"],
  ["a", "b", "[-a-]{+b+}"],
  ["Он не приедет", "Он приедет", "Он [-не -]приедет"],
  ["会议将于周三举行", "会议将于周四举行", "会议将于[-周三-]{+周四+}举行"],
  ["٤٠٠ حاوية", "٥٠٠ حاوية", "[-٤٠٠-]{+٥٠٠+} حاوية"],
  ["", "new", "{+new+}"],
];

test.each(cases)("%j → %j", (was, is, shown) => {
  expect(plainDiff(wordDiff(was, is))).toBe(shown);
});

test("the parts make up both wordings, whatever they are", () => {
  const wording = fc.string({
    unit: fc.constantFrom("a", "b", "的", " ", ",", "1", "é", "😀"),
    maxLength: 30,
  });
  fc.assert(
    fc.property(wording, wording, (was, is) => {
      const parts = wordDiff(was, is);
      const without = (kind: string) =>
        parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join("");
      expect([without("added"), without("removed")]).toEqual([was, is]);
      for (const { text } of parts) expect(text).not.toBe("");
    }),
  );
});
