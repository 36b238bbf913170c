// The second edition of a pack as a PDF: what changed is told with its pages, and bars stand beside it in the outer margin.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { composeWhole, impactOf } from "../../scripts/impact/impact.ts";
import { check } from "../../scripts/line.ts";
import { produce } from "../../scripts/produce.ts";
import { readAtlas } from "../../scripts/read/atlas.ts";
import { read } from "../../scripts/read/read.ts";
import { readPdfText } from "../../scripts/verify/pdf-text.ts";
import { stockCopy } from "../support/content.ts";
import { run } from "../support/run.ts";

test("a second edition in print", async () => {
  const folder = await stockCopy();
  expect((await run("release", ["visit", "--content", folder])).status).toBe(0);
  const path = join(folder, "packs/visit/pack.yaml");
  const text = await readFile(path, "utf8");
  await writeFile(
    path,
    text
      .replace("title: A visit", "title: A visit\nedition: 2")
      .replace("Another visit is likely.", "Another visit is not likely."),
  );
  const wanted = { only: null, pdf: true, baseUrl: null, builtAt: null, jobs: 1 };
  const { files, findings } = await produce(folder, wanted, () => {});
  expect(findings).toEqual([]);
  const pdf = files?.get("packs/visit/visit.pdf") ?? new Uint8Array();
  const pages = readPdfText(pdf).map(({ words }) => words.map((one) => one.text).join(" "));
  const point = pages.findIndex((page) => page.includes("Another visit is not likely.")) + 1;
  const section = pages.find((page) => page.includes("Key point 1")) ?? "";
  expect(section).toContain("Changes since edition 1");
  expect(section.replace(/\s+/g, " ")).toMatch(new RegExp(`Key point 1 \\( ?page ${point} ?\\) ?: reworded`));

  const checked = check((await read(folder)).value);
  const [edition] = composeWhole(checked).editions;
  if (edition === undefined) throw new Error("no edition");
  const thing = { kind: "box", id: "aukus" } as const;
  const impact = await impactOf((await read(folder)).value, checked, edition, thing, {
    pdf,
    atlas: await readAtlas(),
  });
  const told = "rule" in impact ? [] : (impact.pdfPages ?? []);
  const shown = pages.flatMap((page, index) => (page.includes("Three states agreed") ? [index + 1] : []));
  expect(shown.length).toBeGreaterThan(0);
  for (const page of shown) expect(told).toContain(page);
});
