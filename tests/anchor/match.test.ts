// Selector → range, case by case.
import { expect, test } from "vitest";
import { match, searchable } from "../../scripts/anchor/match.ts";
import { matchCases } from "./match-cases.ts";

test.each(matchCases)("$name", ({ text: marked, exact, prefix = "", suffix = "", kind = "anchored" }) => {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const text = marked.replace(/[⟦⟧]/g, "");
  const found = match({ exact, prefix, suffix }, searchable(text));
  expect(found.kind).toBe(kind);
  if (found.kind !== "anchored") return;
  expect(text.slice(found.range.start, found.range.end)).toBe(text.slice(start, end));
  expect(found.range).toEqual({ start, end });
});

test("names of cases are unique", () => {
  const names = matchCases.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

test("an ambiguous match names its candidates, those that agree when any do", () => {
  const text = searchable("a Kim b, a Kim c, d Kim e");
  const starts = (prefix: string) => {
    const found = match({ exact: "Kim", prefix, suffix: "" }, text);
    return found.kind === "ambiguous" ? found.candidates.map(({ start }) => start) : null;
  };
  expect(starts("")).toEqual([2, 11, 20]);
  expect(starts("a")).toEqual([2, 11]);
  expect(starts("nowhere")).toEqual([2, 11, 20]);
});
