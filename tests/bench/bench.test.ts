// What the benchmark makes, hears and says; that it measures is for the benchmark itself.

import { expect, test } from "vitest";
import { FINISHED, PEER, PRINTED } from "../../scripts/bench/contestants.ts";
import { benchDocument } from "../../scripts/bench/document.ts";
import { complaints, type Measured } from "../../scripts/bench/measure.ts";
import { costOf } from "../../scripts/bench/process-tree.ts";
import { table } from "../../scripts/bench/table.ts";

const MACHINE = { cpu: "a chip", cores: 2, node: "24", browser: "Chrome", pagedjs: "0.4.3" };

test("documents are the same each time, and longer ones have more chapters", async () => {
  const [first, again, longer] = await Promise.all([7, 7, 52].map((pages) => benchDocument(pages, "filled")));
  expect(again?.html).toBe(first?.html);
  const chapters = (html = "") => html.match(/<section class="chapter"/g)?.length ?? 0;
  expect(chapters(longer?.html)).toBeGreaterThan(chapters(first?.html));
});

test.each([
  ["progress\rRendering 3\n", []],
  ["Loaded\nError: no such font\n", ["Error: no such font"]],
  ["a warning: page 3\n", ["a warning: page 3"]],
  ["(Use `node --trace-deprecation ...` to show where the warning was created)\n", []],
])("%j", (stderr, expected) => {
  expect(complaints(stderr)).toEqual(expected);
});

test("a command that writes to standard error is heard", async () => {
  const cost = await costOf([process.execPath, "-e", "console.error('oh'); console.log('so')"], process.env);
  expect([cost.stdout, cost.stderr]).toEqual(["so\n", "oh\n"]);
});

function measured(contestant: string, size: number, cpu: number, more: Partial<Measured> = {}): Measured {
  return { contestant, size, pages: size, cpu: [cpu], layout: [], memory: 1e8, lost: 0, faults: [], ...more };
}

test("limits are held, and faulty prints named", () => {
  const contestants = [
    measured(PRINTED, 204, 3, { layout: [1] }),
    measured(FINISHED, 204, 6, { faults: ["words: one", "words: two", "words: three", "words: four"] }),
    measured(PEER, 204, 20, { lost: 3 }),
  ];
  const text = table({ machine: MACHINE, contestants, levers: [] });
  expect(text).toContain("1/6.7 (limit 0.167: met)");
  expect(text).toContain("1/3.3 (limit 0.25: MISSED)");
  expect(text).toContain(`- ${FINISHED}, 204 pages: words: one; words: two; words: three (4 in all)`);
  expect(text).not.toContain(`- ${PRINTED}`);
});

test("sound prints are said to be sound", () => {
  const text = table({ machine: MACHINE, contestants: [measured(PRINTED, 52, 1)], levers: [] });
  expect(text).toContain("No print is faulty");
});

test.each([
  [[0.7, 0.5, 0.9], [], "0.70 s by the clock (at most 0.90; limit 0.8: met), 1.00 s of CPU."],
  [
    [0.9, 0.85, 1],
    ["missing: a"],
    "0.90 s by the clock (at most 1.00; limit 0.8: MISSED), 1.00 s of CPU. Faulty: missing: a.",
  ],
])("what a save waits for: %j", (wall, faults, expected) => {
  const warm = { pages: 8, wall, cpu: [1, 1, 1], faults };
  expect(table({ machine: MACHINE, contestants: [], levers: [], warm })).toContain(expected);
});
