// Anchoring stays quick on texts and selectors of any size and make.
import { expect, test } from "vitest";
import { match, searchable } from "../../scripts/anchor/match.ts";

const word = (index: number) => `w${(index * 7919) % 100_003}`;
const long = Array.from({ length: 100_000 }, (_, index) => word(index)).join(" ");
const cases: readonly (readonly [string, string, string])[] = [
  ["a common letter of a text without spaces", "の人".repeat(20_000), "の"],
  ["a long orphan", long, `${long.slice(0, 50_000)} altered`],
  ["a long stack of marks", `a${"\u0301".repeat(50_000)} b`, "b"],
  ["many soft hyphens", "\u00ad".repeat(100_000), "a"],
];

test.each(cases)("%s", (_, text, exact) => {
  const start = performance.now();
  match({ exact, prefix: "x", suffix: "" }, searchable(text));
  expect(performance.now() - start).toBeLessThan(3000);
});
