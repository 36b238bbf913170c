// Every kind of page of the real site in a real browser: readable by all, silent, whole without scripts, asking nothing of anyone.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltSite, buildSite, open } from "./built-site.ts";

const pages = [
  "index.html",
  "404.html",
  "packs/lavrov-pyongyang-2023/index.html",
  "packs/lavrov-pyongyang-2023/source/index.html",
  "packs/harbour-of-suhayla/index.html",
  "packs/harbour-of-suhayla/source/index.html",
  "boxes/index.html",
  "boxes/quad/index.html",
  "people/index.html",
  "people/kim-jong-un/index.html",
  "organisations/tass/index.html",
  "places/pyongyang/index.html",
  "terms/index.html",
  "by/year/2023/index.html",
  "search/index.html",
] as const;

/** Its links start at the root of the host, so that from a folder it has no styles; the preview's tests open it. */
const fromFolder = pages.filter((path) => path !== "404.html");

let site: BuiltSite;
let axe: string;
beforeAll(async () => {
  site = await buildSite();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
afterAll(() => site.remove());

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };

test.for(
  fromFolder.flatMap(
    (path) =>
      [
        [path, 390, "light"],
        [path, 1280, "dark"],
      ] as const,
  ),
)("%s at %i px, %s: no fault that axe knows", async ([path, width, scheme]) => {
  const { page } = await open(site, path, width, scheme);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => String(target))
          .slice(0, 3)
          .join(" | ")}`,
    );
  });
  await page.close();
  expect(found).toEqual([]);
});

test.for(fromFolder)("%s says nothing to the console and asks nothing of another host", async (path) => {
  const { page, said, asked } = await open(site, path, 1280);
  await page.close();
  expect(said).toEqual([]);
  expect(asked.filter((url) => !url.startsWith("file://"))).toEqual([]);
});

test.for(pages)("%s fits a screen of 320 px", async (path) => {
  const { page } = await open(site, path, 320);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.close();
  expect(wide).toBeLessThanOrEqual(0);
});

test("the article stands on its page whole and in order, without scripts", async () => {
  const article = await readFile(
    new URL("../../content/packs/lavrov-pyongyang-2023/sources/tass/2023-10-19.txt", import.meta.url),
    "utf8",
  );
  const page = await site.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(site.url("packs/lavrov-pyongyang-2023/source/index.html"));
  const client = await page.createCDPSession();
  const { root } = await client.send("DOM.getDocument", { depth: -1 });
  const { outerHTML } = await client.send("DOM.getOuterHTML", { nodeId: root.nodeId });
  await page.close();
  for (const line of article.split("\n")) {
    for (const word of line.split(" ").filter((part) => /^\p{L}{4,}$/u.test(part)))
      expect(outerHTML).toContain(word);
  }
});

test("a passage leads to its box, and the box back to the passage", async () => {
  const { page } = await open(site, "packs/lavrov-pyongyang-2023/index.html", 1280);
  await page.click("#a-aukus");
  await page.waitForSelector("h1");
  const box = page.url();
  const back = await page.$$eval("main a[href*='packs/']", (links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
  await page.close();
  expect(box).toMatch(/boxes\/aukus\/index\.html$/);
  expect(back.some((href) => /packs\/lavrov-pyongyang-2023\/.*#a-/.test(href))).toBe(true);
});

test("a pack page, without fonts, weighs at most 40 kB compressed", async () => {
  const { gzipSync } = await import("node:zlib");
  const page = await readFile(new URL(site.url("packs/lavrov-pyongyang-2023/index.html")));
  const styles = await Promise.all(
    [...page.toString().matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) =>
      readFile(new URL(href, site.url("packs/lavrov-pyongyang-2023/index.html"))),
    ),
  );
  const bytes = [page, ...styles].reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(bytes).toBeLessThanOrEqual(40_000);
});

test.for(["packs/lavrov-pyongyang-2023/index.html", "index.html", "people/kim-jong-un/index.html"] as const)(
  "Tab alone reaches every link and button of %s",
  async (path) => {
    const { page } = await open(site, path, 1280);
    const wanted = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a[href], button, input, select, summary")].filter((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      );
      document.addEventListener("focusin", ({ target }) =>
        (target as Element).setAttribute("data-reached", ""),
      );
      for (const one of all) one.setAttribute("data-wanted", "");
      return all.length;
    });
    for (let presses = 0; presses < wanted + 20; presses++) await page.keyboard.press("Tab");
    const missed = await page.$$eval("[data-wanted]:not([data-reached])", (all) =>
      all.map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    await page.close();
    expect(wanted).toBeGreaterThan(5);
    expect(missed).toEqual([]);
  },
);

test("the search page opened from a folder says why it cannot search, and where else to look", async () => {
  const { page, said } = await open(site, "search/index.html", 1280);
  const shown = await page.$eval("#from-folder", (notice) => notice.checkVisibility());
  const ways = await page.$$eval(".other-ways a", (links) => links.length);
  await page.close();
  expect(said).toEqual([]);
  expect(shown).toBe(true);
  expect(ways).toBeGreaterThan(5);
});
