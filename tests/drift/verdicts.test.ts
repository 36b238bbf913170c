// What becomes of passages between two texts, in many scripts: each line of tests/drift/cases is one.
import { expect, test } from "vitest";
import { match, searchable } from "../../scripts/anchor/match.ts";
import { compare } from "../../scripts/drift/comparison.ts";
import { driftOf } from "../../scripts/drift/drift.ts";
import { parse } from "../../scripts/parse/parse.ts";
import { cases } from "./cases.ts";

/** A line feed of a case parts blocks, in plain text too, where an empty line does. */
function readerText(format: string, text: string): string {
  const written = format === "txt" ? text.replace(/\r?\n/g, "$&$&") : text;
  return parse(`text.${format}`, new TextEncoder().encode(written)).value.text;
}

test("there are many, each once", () => {
  expect(cases.length).toBeGreaterThan(180);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test.for(cases)("$name", ({ before, after, formats, exact, prefix, suffix, verdict, counterpart }) => {
  const [oldText, newText] = [readerText(formats[0], before), readerText(formats[1], after)];
  const found = match({ exact, prefix, suffix }, searchable(oldText));
  const drift =
    found.kind === "anchored"
      ? driftOf(compare(oldText, newText), found.range)
      : { verdict: found.kind === "ambiguous" ? "ambiguous" : "lost", counterpart: null };
  const text =
    drift.counterpart === null ? null : newText.slice(drift.counterpart.start, drift.counterpart.end);
  expect({ verdict: drift.verdict, counterpart: text }).toEqual({ verdict, counterpart });
});
