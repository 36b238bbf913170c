// Files stay small enough to be read as one thought.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const lengthOf = (path: string) => readFileSync(new URL(path, root), "utf8").split("\n").length - 1;

/** Written by hand: cases are data, and the JSON Schemas are made. */
const sizes = ["scripts", "templates", "tests"]
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((path) => /\.(ts|js|css)$/.test(path) && !/\/(cases|fixtures)\//.test(path))
  .map((path) => ({ path, lines: lengthOf(path) }));

test("no file has more than 300 lines", () => {
  expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
});

test("half of the files have at most 100 lines", () => {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  expect(sorted.length).toBeGreaterThan(100);
});

test("Eleventy is wired in at most 60 lines", () => {
  expect(lengthOf(".eleventy.ts")).toBeLessThanOrEqual(60);
});
