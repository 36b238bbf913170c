// What becomes of a passage between two texts: name, old text, new text, the passage, its verdict and its counterpart.
import { expect, test } from "vitest";
import { match, searchable } from "../../scripts/anchor/match.ts";
import { compare } from "../../scripts/drift/comparison.ts";
import { driftOf } from "../../scripts/drift/drift.ts";
import { cases } from "./verdict-cases.ts";

test.for(cases)("$name", ({ before, after, exact, prefix, verdict, counterpart }) => {
  const found = match({ exact, prefix: prefix ?? "", suffix: "" }, searchable(before));
  if (found.kind !== "anchored") throw new Error(`the case's own selector is ${found.kind}`);
  const drift = driftOf(compare(before, after), found.range);
  const text =
    drift.counterpart === null ? null : after.slice(drift.counterpart.start, drift.counterpart.end);
  expect({ verdict: drift.verdict, counterpart: text }).toEqual({ verdict, counterpart });
});
