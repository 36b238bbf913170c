// A page seen as its readers see it: silent, asking no other host, fitting the narrowest screen, and without a fault that axe knows in four looks.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { type BuiltSite, open } from "./built-site.ts";
import { faultsOfAxe } from "./seen.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const looks = [390, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => [width, scheme] as const),
);

/** `wide`: by how many pixels it is wider than a screen of 320. */
export type Seen = {
  readonly said: readonly string[];
  readonly outside: readonly string[];
  readonly wide: number;
  readonly faults: readonly string[];
};

export const faultless: Seen = { said: [], outside: [], wide: 0, faults: [] };

/** Without `asks`, axe is not asked. */
export async function seen(
  site: BuiltSite,
  path: string,
  asks = true,
  before?: (page: Page) => Promise<void>,
): Promise<Seen> {
  const { page, said, asked } = await open(site, path, 320, "light", before);
  await page.waitForSelector("html:not(.unset)");
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const faults: string[] = [];
  await page.evaluate(axe);
  for (const [width, scheme] of asks ? looks : []) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const fault of await page.evaluate(faultsOfAxe)) faults.push(`${width} ${scheme}: ${fault}`);
  }
  await page.close();
  return {
    said,
    outside: asked.filter((url) => !url.startsWith("file://")),
    wide: Math.max(0, wide),
    faults,
  };
}
