// Quotations as they are printed, against the quoted words: the first part that is not theirs, or none.
import { expect, test } from "vitest";
import { misquoted } from "../../scripts/anchor/shown.ts";

const cases: readonly (readonly [shown: string, quoted: string, wrong: string | null])[] = [
  ["We are … ready", "We are, as ever, ready", null],
  ["We are ... ready", "We are, as ever, ready", null],
  ["We are [always] ready", "We are ready", null],
  ["[W]e are ready", "we are ready", null],
  ["We are […] ready", "We are, as ever, ready", null],
  ["this this [sic] is it", "this this is it", null],
  ["We are ready", "We are not ready", "We are ready"],
  ["We are … steady", "We are ready", "steady"],
  ["ready … We are", "We are ready", "We are"],
  ["very … very", "very good", "very"],
  ["legal", "illegal", "legal"],
  ["5,000 … tonnes", "15,000 of tonnes", "5,000"],
  ["We are not… ready", "We are ready", "We are not"],
  ["He said “no” … twice", 'He said "no" to me twice', null],
  ["First line … third", "First line\nsecond\nthird", null],
  ["Wait… what", "Wait… what", null],
  ["1[0]5 ships", "15 ships", "1"],
  ["[2]5 ships", "15 ships", "5 ships"],
  ["[W]e have 15 [grey] ships", "we have 15 ships", null],
  ["…", "We are ready", "…"],
  ["Мы … готовы", "Мы всегда готовы", null],
  ["我们…准备好了", "我们已经准备好了", null],
  ["نحن … مستعدون", "نحن دائما مستعدون", null],
  ["نحن … مستعدين", "نحن دائما مستعدون", "مستعدين"],
];

test.for(cases)("%s | %s", ([shown, quoted, wrong]) => {
  expect(misquoted(shown, quoted)).toBe(wrong);
});
