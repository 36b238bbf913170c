// Hundreds of random edits, deletions, renames and breakages, from several beginnings.
import { expect, test } from "vitest";
import { edits } from "./edits.ts";
import { editAndCompare } from "./metamorphic.ts";

test("six hundred edits of every kind give what clean builds give", { timeout: 1_800_000 }, async () => {
  const made = new Map<string, number>();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    for (const [name, count] of await editAndCompare(seed, 100, 2))
      made.set(name, (made.get(name) ?? 0) + count);
  }
  expect([...made.keys()].sort()).toEqual(edits.map(({ name }) => name).sort());
});
