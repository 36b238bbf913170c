// Sixty packs of every script and shape, from their content files to PDFs: no word lost, all facts true, the same bytes.

import { expect, test } from "vitest";
import { check, composeAll } from "../../scripts/line.ts";
import { type PrintedPacks, printPacks } from "../../scripts/paginate/packs.ts";
import { readAssets } from "../../scripts/read/assets.ts";
import { readFonts } from "../../scripts/read/fonts.ts";
import { verifyPrint } from "../../scripts/verify/print.ts";
import { findingLines } from "../support/content.ts";
import { packContent } from "./pack-content.ts";

const COUNT = 60;
const silent = () => {};

test("sixty packs", async () => {
  const checked = check(packContent(COUNT));
  expect(findingLines(checked.findings.filter(({ severity }) => severity === "error"))).toBe("");
  const { editions } = composeAll(checked, { builtAt: null, baseUrl: null, only: null });
  const kit = { assets: await readAssets(), fonts: await readFonts() };
  const print = (): Promise<PrintedPacks> => printPacks(editions, kit, 2, silent);

  const { pdfs, prints } = await print();
  expect(pdfs.size).toBe(COUNT);
  const findings = await Promise.all(
    prints.map(({ edition, printed, ...rest }) => verifyPrint(edition, { ...printed, ...rest })),
  );
  expect(findingLines(findings.flat())).toBe("");
  const pages = prints.map(({ printed }) => printed.folios.length);
  expect(Math.max(...pages)).toBeGreaterThan(20);

  const again = await print();
  const changed = [...pdfs].filter(([path, bytes]) => !Buffer.from(bytes).equals(again.pdfs.get(path) ?? bytes.slice(1)));
  expect(changed.map(([path]) => path)).toEqual([]);
});
