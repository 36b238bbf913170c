// What the rows on the site say and where they are kept; that they are measured is for the benchmark itself.

import { expect, test } from "vitest";
import { withSection } from "../../scripts/bench/page.ts";
import type { SiteReport, SiteRow } from "../../scripts/bench/site/measure.ts";
import { siteTable } from "../../scripts/bench/site/table.ts";

function row(what: string, packs: number, cpu: number): SiteRow {
  return { what, packs, cpu, wall: cpu, memory: 100, pages: packs * 2, load: 0.5 };
}

const nothing: SiteReport = { builds: [], edits: [], memory: [], late: [] };

test.each([
  [17_000, "1.70× the floor's CPU (limit 1.8×: met)"],
  [19_000, "1.90× the floor's CPU (limit 1.8×: MISSED)"],
])("the pages of 1,000 packs in %d ms of CPU", (cpu, verdict) => {
  const builds = [row("floor", 1000, 10_000), row("pages", 1000, cpu)];
  expect(siteTable({ ...nothing, builds })).toContain(`The floor's pages of 1,000 packs: ${verdict}`);
});

test("a build without its floor has no ratio, and bars are as long as their rows are dear", () => {
  const builds = [row("cold", 100, 2000), row("plain", 100, 1000)];
  const text = siteTable({ ...nothing, builds });
  expect(text).toContain("| Chancery, everything but search and PDFs | 100 | 200 | 2.00 | – | 20 |");
  expect([...text.matchAll(/█+/g)].map(([bar]) => bar.length)).toEqual([40, 20]);
});

test("a row that took turns tells how far they were apart", () => {
  const builds = [{ ...row("floor", 1000, 4000), range: [3000, 5000] as const }];
  expect(siteTable({ ...nothing, builds })).toContain(
    "| no framework | 1,000 | 2,000 | 4.00 (3.00–5.00) | 1.00× |",
  );
});

test("rows that ran out of time are named", () => {
  expect(siteTable({ ...nothing, late: ["cold, 5000 packs"] })).toBe(
    "Not done in their time: cold, 5000 packs.",
  );
});

test("what dev holds is told mark by mark", () => {
  const marks = [
    { rebuilds: 1, heaps: [8, 60.5], resident: [86, 190, 0] },
    { rebuilds: 100, heaps: [8.1, 61], resident: [87, 210, 300] },
  ] as const;
  const text = siteTable({ ...nothing, memory: [{ what: "body", packs: 1000, marks }] });
  expect(text).toContain("| edits of a pack's text | 1,000 | 1 | 8 | 60.5 | 86 | 190 | 0 |\n");
  expect(text).toContain("| edits of a pack's text | 1,000 | 100 | 8.1 | 61 | 87 | 210 | 300 |");
});

test("a section is replaced alone, and comes in its place", () => {
  const printing = withSection("", "Printing", "old rows\n\n### within\n\nmore");
  const both = withSection(printing, "Site", "rows of the site");
  const again = withSection(both, "Site", "newer rows");
  expect(both.match(/^## .*/gm)).toEqual(["## Site", "## Printing"]);
  expect(again).toContain("old rows\n\n### within\n\nmore");
  expect(again).toContain("newer rows");
  expect(again).not.toContain("rows of the site");
  expect(withSection(again, "Site", "newer rows")).toBe(again);
});
