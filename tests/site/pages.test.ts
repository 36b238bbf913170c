// Every kind of page of the real site in a real browser: readable by all, silent, whole without scripts, asking nothing of anyone.
import { readFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltSite, buildSite, open } from "./built-site.ts";
import { faultless, seen } from "./looks.ts";

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

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite();
});
afterAll(() => site.remove());

/** One page of each kind is looked at with axe. */
const looked = pages.filter((path) => !/^(organisations|terms|packs\/harbour-of-suhayla\/source)/.test(path));

test.for(pages)(
  "%s is silent, asks no other host, fits 320 px, and has no fault that axe knows",
  async (path) => {
    const before = path === "404.html" ? rooted : undefined;
    expect(await seen(site, path, looked.includes(path), before)).toEqual(faultless);
  },
);

/** The page for lost addresses has links from the root of its host; they are answered from the folder of the site. */
async function rooted(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on("request", async (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/assets/")) return request.continue();
    const contentType = pathname.endsWith(".css") ? "text/css" : "text/javascript";
    return request.respond({ contentType, body: await readFile(site.folder + pathname) });
  });
}

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
    await Promise.all(Array.from({ length: wanted + 20 }, () => page.keyboard.press("Tab")));
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

test("paper never waits for fonts, and a screen for a second at most, when they do not come", async () => {
  const page = await site.browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => request.url().endsWith(".woff2") || request.continue());
  await page.goto(site.url("packs/lavrov-pyongyang-2023/index.html"), { waitUntil: "domcontentloaded" });
  const visible = () => page.$eval("h1", (one) => one.checkVisibility({ visibilityProperty: true }));
  await page.waitForSelector("html:not(.unset)", { timeout: 3000 });
  expect(await visible()).toBe(true);
  await page.evaluate(() => document.documentElement.classList.add("unset"));
  expect(await visible()).toBe(false);
  await page.emulateMediaType("print");
  expect(await visible()).toBe(true);
  await page.close();
});

test("a page that is printed has its marking in its colours, and no form", async () => {
  const { page } = await open(site, "index.html", 800);
  await page.emulateMediaType("print");
  const forms = await page.$$eval("form", (all) => all.filter((one) => one.checkVisibility()).length);
  await page.goto(site.url("packs/lavrov-pyongyang-2023/index.html"));
  const adjust = await page.$eval(".marking-label", (one) => getComputedStyle(one).printColorAdjust);
  await page.close();
  expect([forms, adjust]).toEqual([0, "exact"]);
});
