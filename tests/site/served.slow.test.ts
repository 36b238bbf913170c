// The site on a plain static host, below a folder: search finds what is there and nothing withheld, no policy is broken, nothing shifts.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BrowserHandle } from "../../scripts/paginate/browser.ts";
import { disk } from "../../scripts/publish/disk.ts";
import { publish } from "../../scripts/publish/publish.ts";
import { filesWithMore, sought, withheldWords } from "./more-packs.ts";
import { faultsOfAxe } from "./seen.ts";
import { type Served, serveSite } from "./served-site.ts";
import { openBrowser } from "./site-browser.ts";

const packPage = "packs/lavrov-pyongyang-2023/index.html";

let parent: string;
let served: Served;
let own: BrowserHandle;
let files: ReadonlyMap<string, Uint8Array>;
let searching: Visit;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "chancery-served-"));
  files = await filesWithMore(join(parent, "content"));
  const folder = join(parent, "site");
  await publish(files, folder, disk);
  served = await serveSite({ folder });
  own = await openBrowser();
  searching = await visit("search/index.html");
}, 120_000);
afterAll(async () => {
  await own?.close();
  await served?.close();
  await rm(parent, { recursive: true, force: true });
});

type Visit = { readonly page: Page; readonly said: string[]; readonly asked: string[] };

async function visit(address: string, width = 1280, script: () => void = () => {}): Promise<Visit> {
  const page = await own.browser.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (cause) => said.push(String(cause)));
  page.on("request", (request) => asked.push(request.url()));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.evaluateOnNewDocument(script);
  await page.setViewport({ width, height: 900 });
  await page.goto(served.url(address), { waitUntil: "load" });
  return { page, said, asked };
}

type Found = { readonly status: string; readonly results: readonly Result[] };
type Result = {
  readonly title: string;
  readonly links: readonly string[];
  readonly marked: readonly string[];
};

/** What the search page shows for a query, once it has an answer. One page asks for all. */
async function search(query: Readonly<Record<string, string>>): Promise<Found> {
  const { page } = searching;
  await page.evaluate((values) => {
    const form = document.getElementById("search") as HTMLFormElement;
    form.reset();
    for (const [name, value] of Object.entries(values))
      (form.elements.namedItem(name) as HTMLInputElement).value = value;
    form.requestSubmit();
  }, query);
  await page.waitForFunction(() => !document.getElementById("search-status")?.textContent?.includes("…"), {
    polling: 20,
  });
  return page.evaluate(() => ({
    status: document.getElementById("search-status")?.textContent ?? "",
    results: [...document.querySelectorAll("#results:not([hidden]) li")].map((item) => ({
      title: item.querySelector(".result-title")?.textContent ?? "",
      links: [...item.querySelectorAll("a")].map(({ href }) => href),
      marked: [...item.querySelectorAll("mark")].map(({ textContent }) => textContent ?? ""),
    })),
  }));
}

describe("search", () => {
  test.for(sought)("in %s finds %s at %s", async ([language, q, fragment]) => {
    const { results } = await search({ q });
    expect(searching.said).toEqual([]);
    const links = results.flatMap((result) => result.links);
    expect(links).toContain(served.url(`packs/scripts/source/index.html#${fragment}`));
    const marked = results.flatMap((result) => result.marked);
    expect(marked.some((words) => words.includes(language === "ar" ? "ميناء" : q))).toBe(true);
  });

  test.for([
    [{ q: "Lavrov" }, "packs/lavrov-pyongyang-2023/index.html"],
    [{ q: "Лавров" }, "people/sergey-lavrov/index.html"],
    [{ q: "Putin", kind: "person" }, "people/vladimir-putin/index.html"],
    [{ q: "quad", kind: "box" }, "boxes/quad/index.html"],
    [{ q: '"is expected to discuss on Thursday"' }, "packs/lavrov-pyongyang-2023/source/index.html"],
    [{ q: "", kind: "pack", person: "layla-al-sabbagh" }, "packs/harbour-of-suhayla/index.html"],
    [{ q: "سهيلة", year: "2022" }, "packs/harbour-of-suhayla/index.html"],
  ] as const)("%o leads to %s", async ([query, path]) => {
    const { results } = await search(query);
    expect(searching.said).toEqual([]);
    expect(results.flatMap(({ links }) => links).map((link) => link.split("#")[0])).toContain(
      served.url(path),
    );
  });

  test.for([
    "abracadabra",
    "zzz Lavrov",
    "恩正朝",
    '"discuss to expected is"',
    "Quintessential",
    "marmalade",
  ])("%s finds nothing, and says so", async (q) => {
    const { results, status } = await search({ q });
    expect(results).toEqual([]);
    expect(status).toContain("Nothing was found");
  });

  test("a filter leaves out what it should", async () => {
    const { results, status } = await search({ q: "", kind: "pack", year: "2021" });
    expect(results.map(({ title }) => title)).toEqual(["Bare"]);
    expect(status).toBe("Results: 1");
  });

  test("every link of a result leads to a page and a fragment that are there", async () => {
    const { results } = await search({ q: "Lavrov" });
    const links = new Set(results.flatMap((result) => result.links));
    expect(links.size).toBeGreaterThan(5);
    for (const link of links) {
      const [address = "", fragment, ...more] = link.slice(served.url("").length).split("#");
      expect(more, link).toEqual([]);
      const html = new TextDecoder().decode(files.get(address));
      expect(html, link).toContain(fragment === undefined ? "<h1" : `id="${fragment}"`);
    }
  });

  test.for(["light", "dark"])("its results have no fault that axe knows, %s", async (scheme) => {
    await searching.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { results } = await search({ q: "Lavrov" });
    expect(results.length).toBeGreaterThan(2);
    const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await searching.page.evaluate(await readFile(axe, "utf8"));
    expect(await searching.page.evaluate(faultsOfAxe)).toEqual([]);
  });

  test("an address with a query is answered at once", async () => {
    const { page, said } = await visit("search/index.html?q=AUKUS&kind=box");
    await page.waitForSelector("#results li mark");
    expect(await page.$eval("#kind", (field) => (field as HTMLSelectElement).value)).toBe("box");
    expect(await page.$$eval("#results li", (items) => items.length)).toBe(1);
    await page.close();
    expect(said).toEqual([]);
  });

  test("typing asks again, and Tab leads from the field to the results", async () => {
    const { page, said } = await visit("search/index.html");
    await page.focus("#q");
    await page.keyboard.type("AUKUS");
    await page.waitForSelector("#results li");
    expect(await page.evaluate(() => location.search)).toBe("?q=AUKUS");
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.closest("#results") !== null)) break;
    }
    expect(await page.evaluate(() => document.activeElement?.closest("#results") !== null)).toBe(true);
    await page.close();
    expect(said).toEqual([]);
  });
});

test("nothing that is withheld is in any file", () => {
  for (const [path, bytes] of files) {
    const text = new TextDecoder("latin1").decode(bytes);
    for (const word of withheldWords.split(" ")) expect(text.includes(word), path).toBe(false);
  }
});

test.for([
  "index.html",
  packPage,
  "packs/withheld/index.html",
  "packs/harbour-of-suhayla/source/index.html",
  "people/sergey-lavrov/index.html",
  "by/year/2023/index.html",
])("%s breaks no policy and asks no other host", async (path) => {
  const { page, said, asked } = await visit(path);
  const inline = await page.$$eval(
    "style, [style], script:not([src]):not([type='application/ld+json'])",
    (all) => all.map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );
  await page.close();
  expect(said).toEqual([]);
  expect(inline).toEqual([]);
  expect(asked.filter((address) => !address.startsWith(served.url("")))).toEqual([]);
});

test("an address with a query moves nothing when its answer comes", async () => {
  const { page } = await visit("search/index.html?q=Lavrov", 390, noteShifts);
  await page.waitForSelector("#results li");
  const [shifts, shown] = await page.evaluate(() => [
    (globalThis as unknown as { shifts: number[] }).shifts,
    document.querySelector(".other-ways")?.checkVisibility(),
  ]);
  await page.close();
  expect(shown).toBe(true);
  expect((shifts as number[]).filter((value) => value > 0.05)).toEqual([]);
});

test.for([
  [packPage, 390],
  [packPage, 1280],
  ["packs/harbour-of-suhayla/index.html", 390],
  ["packs/scripts/index.html", 1280],
  ["packs/bare/index.html", 390],
] as const)("nothing shifts on %s at %i px", async ([path, width]) => {
  const { page } = await visit(path, width, noteShifts);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 100))));
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  await page.close();
  expect(shifts.filter((value) => value > 0)).toEqual([]);
});

/** Runs in the page before anything else of it. */
function noteShifts(): void {
  const store = globalThis as unknown as { shifts: number[] };
  store.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) store.shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: "layout-shift", buffered: true });
}
