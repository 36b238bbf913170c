// Reading in a real browser: boxes and entries opened in place, by keyboard and without scripts; links to copy; figures with their tables; nothing wider than the screen.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite, open } from "./built-site.ts";
import { writeGreatPack } from "./great-pack.ts";
import { figureFacts, missedButtons, openInPlace, speakerMarks } from "./seen.ts";

const english = "packs/lavrov-pyongyang-2023/index.html";
const arabic = "packs/harbour-of-suhayla/index.html";
const pages = [english, arabic].flatMap((page) => [page, page.replace("index", "source/index")]);
const great = ["packs/great/index.html", "packs/great/source/index.html"];

let site: BuiltSite;
let content: string;
beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), "chancery-great-"));
  await writeGreatPack(content);
  site = await buildSite(content);
});
afterAll(async () => {
  await site.remove();
  await rm(content, { recursive: true });
});

/** On a page that is closed afterwards. */
async function on<Result>(
  path: string,
  width: number,
  look: (page: Page) => Promise<Result>,
  scheme: "light" | "dark" = "light",
): Promise<Result> {
  const { page } = await open(site, path, width, scheme);
  try {
    await page.waitForSelector("html:not(.unset)");
    return await look(page);
  } finally {
    await page.close();
  }
}

describe("in place", () => {
  test.for([...pages, ...great])("%s has one popover and one button a box or entry", async (path) => {
    const found = await on(path, 1280, (page) =>
      page.evaluate(() => {
        const targets = [...document.querySelectorAll("[popovertarget].glance")].map(
          (button) => button.getAttribute("popovertarget") ?? "",
        );
        const popovers = [...document.querySelectorAll("[popover]")].map(({ id }) => id);
        const named = [...document.querySelectorAll<HTMLAnchorElement>("a.passage")].map(({ href }) => href);
        return { targets, popovers, named: new Set(named).size };
      }),
    );
    expect(found.popovers.length).toBeGreaterThan(0);
    expect([...found.targets].sort()).toEqual([...found.popovers].sort());
    expect(new Set(found.targets).size).toBe(found.targets.length);
    expect(found.targets).toHaveLength(found.named);
  });

  test("opens and closes by keyboard with scripts off, and leads on", async () => {
    const page = await site.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(site.url(english));
    const client = await page.createCDPSession();
    const find = async (selector: string) => {
      const { root } = await client.send("DOM.getDocument");
      return (await client.send("DOM.querySelector", { nodeId: root.nodeId, selector })).nodeId;
    };
    await client.send("DOM.focus", { nodeId: await find("#a-aukus") });
    await page.keyboard.press("Tab");
    expect(await find('.glance:focus[popovertarget="glance-box-aukus"]')).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    expect(await find("#glance-box-aukus:popover-open")).toBeGreaterThan(0);
    await page.keyboard.press("Tab");
    expect(await find("#glance-box-aukus .close:focus")).toBeGreaterThan(0);
    await page.keyboard.press("Tab");
    expect(await find("#glance-box-aukus a:focus")).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    expect(await find("[popover]:popover-open")).toBe(0);
    expect(await find('.glance:focus[popovertarget="glance-box-aukus"]')).toBeGreaterThan(0);
    await page.close();
  });

  test.for([
    [english, "glance-person-vladimir-putin", 1280],
    [english, "glance-box-aukus", 800],
    [arabic, "glance-box-league-of-island-harbours", 1280],
    ["packs/great/index.html", "glance-box-great-20", 1920],
  ] as const)("%s opens %s beside its button at %i px", async ([path, id, width]) => {
    const { button, popover, screen } = await on(path, width, (page) => openInPlace(page, id));
    const between = Math.max(popover.top - button.bottom, button.top - popover.bottom);
    expect(between).toBeGreaterThanOrEqual(-1);
    expect(between).toBeLessThan(40);
    expect(popover.left).toBeGreaterThanOrEqual(0);
    expect(popover.right).toBeLessThanOrEqual(screen.width);
    expect(popover.left - 1).toBeLessThanOrEqual(button.right);
    expect(popover.right + 1).toBeGreaterThanOrEqual(button.left);
  });

  test.for([320, 390])("on a phone of %i px it is a sheet at the foot", async (width) => {
    const { popover, screen } = await on(english, width, (page) =>
      openInPlace(page, "glance-person-vladimir-putin"),
    );
    expect(popover.left).toBe(0);
    expect(popover.right).toBe(screen.width);
    expect(Math.round(popover.bottom)).toBe(screen.height);
    expect(popover.height).toBeLessThanOrEqual(screen.height * 0.71);
  });

  test.for(["light", "dark"] as const)("axe finds nothing in an open popover, %s", async (scheme) => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const found = await on(
      english,
      1280,
      async (page) => {
        await page.click('.glance[popovertarget="glance-box-quad"]');
        await page.evaluate(axe);
        return page.evaluate(async () => {
          const all = await (
            globalThis as unknown as {
              axe: { run(root: string): Promise<{ violations: { id: string }[] }> };
            }
          ).axe.run("#glance-box-quad");
          return all.violations.map(({ id }) => id);
        });
      },
      scheme,
    );
    expect(found).toEqual([]);
  });

  test("its buttons can be hit within 24 px", async () => {
    const missed = await on(english, 390, (page) => page.$$eval(".glance", missedButtons));
    expect(missed).toEqual([]);
  });

  test("is not printed", async () => {
    const shown = await on(english, 1280, async (page) => {
      await page.emulateMediaType("print");
      return page.$$eval(
        ".glance, .glance-sign, [popover]",
        (all) => all.filter((one) => one.checkVisibility()).length,
      );
    });
    expect(shown).toBe(0);
  });
});

describe("speakers", () => {
  test.for([english, arabic])("are told apart by text where colours are not ours: %s", async (path) => {
    const found = await on(path, 1280, async (page) => {
      const client = await page.createCDPSession();
      await client.send("Emulation.setEmulatedMedia", {
        features: [{ name: "forced-colors", value: "active" }],
      });
      return page.evaluate(speakerMarks);
    });
    expect(found.inks).toBe(1);
    expect(new Set(found.key).size).toBe(found.key.length);
    expect(new Set(found.signs)).toEqual(new Set(found.key.map((sign) => `"${sign}"`)));
    expect([found.direct, found.indirect]).toEqual(["solid", "dotted"]);
  });

  test("have inks of their own where colours are", async () => {
    const inks = await on(english, 1280, (page) =>
      page.$$eval("article .quotation", (all) => all.map((one) => getComputedStyle(one).textDecorationColor)),
    );
    expect(new Set(inks).size).toBe(6);
  });
});

describe("paragraphs", () => {
  test("have links that lead to them and mark them", async () => {
    const marked = await on(`${english}`, 1280, async (page) => {
      await page.focus('a.number[href="#tass-p6"]');
      await page.keyboard.press("Enter");
      return page.$eval("#tass-p6", (one) => [
        one.matches(":target"),
        getComputedStyle(one).backgroundColor !== getComputedStyle(document.body).backgroundColor,
        location.hash,
      ]);
    });
    expect(marked).toEqual([true, true, "#tass-p6"]);
  });

  test("a number copies its link and says so, and says the link itself where it may not", async () => {
    for (const allowed of [true, false]) {
      const page = await site.browser.newPage();
      await page.evaluateOnNewDocument((may) => {
        const copied: string[] = [];
        Object.assign(globalThis, { copied });
        const writeText = async (text: string) => {
          if (!may) throw new Error("no");
          copied.push(text);
        };
        Object.defineProperty(navigator, "clipboard", { value: { writeText } });
      }, allowed);
      await page.goto(site.url(english));
      await page.click('a.number[href="#tass-p3"]');
      await page.waitForSelector(".copied:not(:empty)");
      const [said, copied, canonical] = await page.evaluate(() => [
        document.querySelector(".copied")?.textContent,
        (globalThis as unknown as { copied: string[] }).copied,
        document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href.split("#")[0],
      ]);
      await page.close();
      const address = `${canonical}#tass-p3`;
      expect(said).toBe(allowed ? "Link copied" : address);
      expect(copied).toEqual(allowed ? [address] : []);
    }
  });

  test("the script for it weighs at most 2 kB, and all scripts of a pack page 15 kB", async () => {
    const sources = await on(english, 1280, (page) =>
      page.$$eval("script[src]", (all) => all.map((one) => (one as HTMLScriptElement).src)),
    );
    const weights = await Promise.all(
      sources.map(async (src) => [src, gzipSync(await readFile(new URL(src))).length] as const),
    );
    expect(weights.find(([src]) => src.includes("reading"))?.[1]).toBeLessThanOrEqual(2000);
    expect(weights.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(15_000);
  });
});

describe("figures", () => {
  test.for([english, arabic, ...great.slice(0, 1)])(
    "%s: each has a name, a table, and letters of 11 px on the narrowest screen",
    async (path) => {
      for (const width of path === english ? [320, 390, 768, 1280] : [320, 1280]) {
        const figures = await on(path, width, (page) => page.$$eval("figure svg", figureFacts));
        expect(figures).toHaveLength(3);
        for (const { name, least, rows, fits } of figures) {
          expect(name).not.toBe("");
          expect(least, `${name} at ${width} px`).toBeGreaterThanOrEqual(11);
          expect(rows).toBeGreaterThan(0);
          expect(fits).toBe(true);
        }
      }
    },
  );
});

describe("fit", () => {
  test.for([
    ...great,
    "packs/least/index.html",
    "boxes/great-0/index.html",
    "people/great-0/index.html",
    "people/index.html",
    "boxes/index.html",
    "index.html",
  ])("%s fits 320 px, which is 400 %% of 1280, whatever its words", async (path) => {
    const wide = await on(path, 320, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    expect(wide).toBeLessThanOrEqual(0);
  });

  test.for([
    [english, 390],
    [arabic, 1280],
  ] as const)("%s does not shift at %i px", async ([path, width]) => {
    const page = await site.browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.evaluateOnNewDocument(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(site.url(path), { waitUntil: "networkidle0" });
    await page.waitForSelector("html:not(.unset)");
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    await page.close();
    expect(shifts).toEqual([]);
  });
});
