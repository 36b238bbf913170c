// The rows on the site as Markdown: builds with their ratios, edits by percentile, a chart of bars, and what memory does.
import type { SiteReport, SiteRow } from "./measure.ts";

/** Of the floor's CPU, for the pages that the floor writes. */
const mostOfFloor = 1.8;
const barWidth = 40;

export function siteTable({ builds, edits, memory, late }: SiteReport): string {
  const floorOf = (packs: number) => builds.find((one) => one.what === "floor" && one.packs === packs)?.cpu;
  const ratio = ({ cpu, packs }: SiteRow) => cpu / (floorOf(packs) ?? Number.NaN);
  const rows = builds.map((row) => {
    const { what, packs, cpu, range, wall, memory, pages, load } = row;
    const spread = range === undefined ? "" : ` (${range.map((one) => (one / 1000).toFixed(2)).join("–")})`;
    const cells = [
      names[what] ?? what,
      number(packs),
      number(pages),
      (cpu / 1000).toFixed(2) + spread,
      Number.isNaN(ratio(row)) ? "–" : `${ratio(row).toFixed(2)}×`,
      ((cpu / packs) | 0) === 0 ? (cpu / packs).toFixed(1) : (cpu / packs).toFixed(0),
      (wall / 1000).toFixed(2),
      memory,
      load,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const latencies = edits.map(
    ({ what, packs, own, all, load }) =>
      `| ${what} | ${number(packs)} | ${own.half} | ${own.most} | ${all.half} | ${all.most} | ${load} |`,
  );
  const judged = builds.filter(
    (row) => row.what === "pages" && row.packs >= 1000 && !Number.isNaN(ratio(row)),
  );
  const verdicts = judged.map((row) => {
    const verdict = ratio(row) <= mostOfFloor ? "met" : "MISSED";
    return `The floor's pages of ${number(row.packs)} packs: ${ratio(row).toFixed(2)}× the floor's CPU (limit ${mostOfFloor}×: ${verdict}).`;
  });
  return [
    rows.length > 0 &&
      [
        "| built by | packs | pages | CPU s | against the floor | CPU ms a pack | s by the clock | peak MB | load |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        ...rows,
      ].join("\n"),
    verdicts.join("\n"),
    chart(builds),
    latencies.length > 0 &&
      [
        "| edit of a | packs | its own pages on disk, ms | 95th percentile | everything that spans packs, ms | 95th percentile | load |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        ...latencies,
      ].join("\n"),
    memory.length > 0 &&
      [
        "| dev after so many rebuilds, MB | packs | rebuilds | heap of the preview | heap of the builder | resident: preview | builder | browser and search |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        ...memory.flatMap(({ what, packs, marks }) =>
          marks.map(
            ({ rebuilds, heaps, resident }) =>
              `| ${memoryNames[what]} | ${[number(packs), rebuilds, ...heaps, ...resident].join(" | ")} |`,
          ),
        ),
      ].join("\n"),
    late.length > 0 && `Not done in their time: ${late.join("; ")}.`,
  ]
    .filter((part) => part !== false && part !== "")
    .join("\n\n");
}

/** CPU seconds as bars, size by size. */
function chart(builds: readonly SiteRow[]): string {
  const sizes = [...new Set(builds.map(({ packs }) => packs))];
  const width = Math.max(...builds.map(({ what }) => (names[what] ?? what).length), 0);
  const blocks = sizes.map((packs) => {
    const rows = builds.filter((one) => one.packs === packs);
    const most = Math.max(...rows.map(({ cpu }) => cpu));
    const lines = rows.map(({ what, cpu }) => {
      const bar = "█".repeat(Math.max(1, Math.round((cpu / most) * barWidth)));
      return `${(names[what] ?? what).padEnd(width)}  ${bar} ${(cpu / 1000).toFixed(2)}`;
    });
    return `${number(packs)} packs, CPU seconds\n${lines.join("\n")}`;
  });
  return blocks.length === 0 ? "" : `\`\`\`\n${blocks.join("\n\n")}\n\`\`\``;
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}

const memoryNames = {
  body: "edits of a pack's text",
  mixed: "packs, boxes and people that come, change and go, faults, PDFs",
} as const;

const names: Readonly<Record<string, string>> = {
  floor: "no framework",
  pages: "Chancery, the same pages",
  cold: "Chancery, everything but search and PDFs",
  kept: "the same, keeping what it makes",
  "kept again": "the same, all kept before, into a new folder",
  "kept changed": "the same once more, over what stands, one pack changed",
  hugo: "Hugo, its own templates",
  plain: "Eleventy, a folder a pack and Nunjucks",
};
