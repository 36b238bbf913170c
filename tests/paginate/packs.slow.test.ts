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

/** Whose words verify reads back. */
const READ = ["en", "ru", "el", "ja", "zh", "hi", "th"];
/** Open: words that a line cuts, and note numbers beside numbers, are not yet put together right to left and in Hangul. */
const OPEN = ["ar", "he", "ko"];

test("sixty packs", () => printed(READ));
test("sixty packs in Arabic, Hebrew and Hangul", () => printed(OPEN));

async function printed(languages: string[]): Promise<void> {
  const checked = check(packContent(COUNT, languages));
  expect(findingLines(checked.findings.filter(({ severity }) => severity === "error"))).toBe("");
  const { editions } = composeAll(checked, { builtAt: null, baseUrl: null, only: null });
  const kit = { assets: await readAssets(), fonts: await readFonts() };
  const printAll = (): Promise<PrintedPacks> => printPacks(editions, kit, 2, silent);

  const { pdfs, prints } = await printAll();
  expect(pdfs.size).toBe(COUNT);
  const findings = await Promise.all(
    prints.map(({ edition, printed: print, ...rest }) => verifyPrint(edition, { ...print, ...rest })),
  );
  expect(findingLines(findings.flat())).toBe("");
  const pages = prints.map((one) => one.printed.folios.length);
  expect(Math.max(...pages)).toBeGreaterThan(20);

  const again = await printAll();
  const changed = [...pdfs].filter(
    ([path, bytes]) => !Buffer.from(bytes).equals(again.pdfs.get(path) ?? bytes.slice(1)),
  );
  expect(changed.map(([path]) => path)).toEqual([]);
}
