// What makes the tool another one, so that nothing is taken from the store that it would make otherwise.

import { expect, test } from "vitest";
import { shapesOutput } from "../../scripts/read/tool.ts";

test.each([
  ["session.ts", true],
  ["print.css", true],
  ["search.js", true],
  ["pack.json", true],
  ["README.md", false],
])("%s shapes what is made: %s", (name, expected) => {
  expect(shapesOutput(name)).toBe(expected);
});
