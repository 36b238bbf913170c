// Sixty packs of every script and shape, from their content files to PDFs: no word lost, all facts true, the same bytes.

import { expect, test } from "vitest";
import { check, composeAll } from "../../scripts/line.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Print, printInput, printPack } from "../../scripts/paginate/pack.ts";
import { openPaginator } from "../../scripts/paginate/paginate.ts";
import { readAssets } from "../../scripts/read/assets.ts";
import { readFonts } from "../../scripts/read/fonts.ts";
import { printAll } from "../../scripts/rebuild/prints.ts";
import { verifyPrint } from "../../scripts/verify/print.ts";
import { findingLines } from "../support/content.ts";
import { packContent } from "./pack-content.ts";

const COUNT = 60;
const silent = () => {};

/** Whose words verify reads back. */
const READ = ["en", "ru", "el", "ja", "zh", "hi", "th"];
/** Where words are drawn in another order than they are read, or cut at line ends anywhere. */
const OPEN = ["ar", "he", "ko"];

test("sixty packs", () => printed(READ));
test("sixty packs in Arabic, Hebrew and Hangul", () => printed(OPEN));

async function printed(languages: string[]): Promise<void> {
  const checked = check(packContent(COUNT, languages));
  expect(findingLines(checked.findings.filter(({ severity }) => severity === "error"))).toBe("");
  const { editions } = composeAll(checked, { builtAt: null, baseUrl: null, only: null });
  const kit = { assets: await readAssets(), fonts: await readFonts() };
  const bySlug = new Map(editions.map((edition) => [edition.slug, edition]));

  /** All packs by their slugs, printed by two browsers. */
  async function press(): Promise<ReadonlyMap<string, Print>> {
    const prints = new Map<string, Print>();
    await printAll([...bySlug.keys()], 2, silent, openPaginator, async (slug, paginator) => {
      const edition = bySlug.get(slug) as Edition;
      prints.set(slug, await printPack(paginator, await printInput(edition, kit), carried(edition)));
    });
    return prints;
  }

  const prints = await press();
  expect(prints.size).toBe(COUNT);
  const findings = [...prints.values()].flatMap(({ edition, printed: print, ...rest }) =>
    verifyPrint(edition, { ...print, ...rest }),
  );
  expect(findingLines(findings)).toBe("");
  const pages = [...prints.values()].map((one) => one.printed.folios.length);
  expect(Math.max(...pages)).toBeGreaterThan(20);

  const again = await press();
  const changed = [...prints].filter(([slug, { printed: one }]) => {
    const other = again.get(slug)?.printed.pdf ?? new Uint8Array();
    return !Buffer.from(one.pdf).equals(other);
  });
  expect(changed.map(([slug]) => slug)).toEqual([]);
}

function carried(edition: Edition) {
  const bytes = new TextEncoder().encode(JSON.stringify(edition));
  const what = {
    mediaType: "application/json",
    relationship: "Data",
    description: "The pack as data",
  } as const;
  return [{ name: "pack.json", ...what, bytes }];
}
