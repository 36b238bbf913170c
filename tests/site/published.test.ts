// The files of a built site as machines read them: valid pages, feeds, data, tables and citations, within their budgets.
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesWithMore } from "./more-packs.ts";
import { headerRules, headersFor } from "./served-site.ts";

const folder = join(tmpdir(), `chancery-published-${process.pid}`);
const lavrov = "packs/lavrov-pyongyang-2023";
const green = "packs/harbour-of-suhayla";

let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  files = await filesWithMore(folder);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function text(path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not published`);
  return new TextDecoder("utf8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

const pages = () => [...files.keys()].filter((path) => path.endsWith(".html"));

test("pages of every kind are valid HTML", () => {
  const validator = new HtmlValidate(new StaticConfigLoader([], { extends: ["html-validate:standard"] }));
  const kinds = new Map(
    pages().map((path) => [path.replace(/^(people|organisations|places|terms)\/[^/]+\/i/, "$1/x/i"), path]),
  );
  const found = [...kinds.values()].flatMap((path) =>
    validator
      .validateStringSync(text(path))
      .results.flatMap(({ messages }) => messages)
      .map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
  );
  expect(kinds.size).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test("what pages load is named by its own hash, and kept for ever", () => {
  const rules = headerRules(text("_headers"));
  const assets = [...files.keys()].filter((path) => path.startsWith("assets/"));
  expect(assets.length).toBeGreaterThan(10);
  for (const path of assets) {
    const hash = /\.([0-9a-f]{10})\.[a-z0-9]+$/.exec(path)?.[1];
    const bytes = files.get(path) ?? new Uint8Array();
    expect(createHash("sha256").update(bytes).digest("hex").slice(0, 10), path).toBe(hash);
    expect(Object.fromEntries(headersFor(`/${path}`, rules))["Cache-Control"]).toContain("immutable");
  }
  for (const path of assets.filter((one) => one.endsWith(".css")))
    for (const [, target = ""] of text(path).matchAll(/url\("([^"]+)"\)/g))
      expect(files.has(`assets/${target}`), `${path}: ${target}`).toBe(true);
});

test("every page has one policy as a header, strict everywhere but for search", () => {
  const rules = headerRules(text("_headers"));
  for (const path of pages()) {
    const policies = headersFor(`/${path}`, rules).filter(([name]) => name === "Content-Security-Policy");
    expect(policies, path).toHaveLength(1);
    const [[, policy = ""] = []] = policies;
    const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(text(path))?.[1];
    expect(policy, path).toBe(`${meta?.replaceAll("&#39;", "'")}; frame-ancestors 'none'`);
    expect(policy.includes("unsafe"), path).toBe(path === "search/index.html");
  }
});

test.for(["lavrov-pyongyang-2023", "harbour-of-suhayla", "bare"])("%s keeps to its budgets", (slug) => {
  const page = text(`packs/${slug}/index.html`);
  const loaded = (pattern: RegExp) =>
    [...page.matchAll(pattern)].map(([, path = ""]) => files.get(`assets/${path}`) ?? new Uint8Array());
  const weigh = (all: readonly Uint8Array[]) => all.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const styles = loaded(/<link rel="stylesheet" href="[^"]*assets\/([^"]+)"/g);
  const scripts = loaded(/<script src="[^"]*assets\/([^"]+)"/g);
  expect(styles.length).toBeGreaterThan(0);
  expect(weigh([new TextEncoder().encode(page), ...styles])).toBeLessThanOrEqual(40_000);
  expect(weigh(scripts)).toBeLessThanOrEqual(15_000);
});

test("with scripts off the search page says how to find things", () => {
  const page = text("search/index.html");
  expect(page).toMatch(/<noscript><p class="notice">[^<]{40,}<\/p><\/noscript>/);
  for (const path of ["index.html", "people/index.html", "by/year/2023/index.html"])
    expect(page).toContain(`href="../${path}"`);
});

describe("what machines are told", () => {
  test("feeds have the packs that anyone may see, newest first, and their times", () => {
    const names: string[] = [];
    const parser = new Parser({ onopentag: (name) => names.push(name) }, { xmlMode: true });
    parser.parseComplete(text("feed.xml"));
    expect(names.filter((name) => name === "entry")).toHaveLength(4);
    const feed = JSON.parse(text("feed.json")) as {
      version: string;
      feed_url: string;
      items: { id: string; url: string; content_text: string; date_published: string }[];
    };
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.feed_url).toBe("https://briefings.example/feed.json");
    expect(feed.items.map(({ url }) => url.split("/").at(-2))).toEqual([
      "scripts",
      "lavrov-pyongyang-2023",
      "bare",
      "withheld",
    ]);
    for (const item of feed.items) {
      expect(item.content_text).not.toBe("");
      expect(new Date(item.date_published).getTime()).not.toBeNaN();
    }
  });

  test("a pack is a Report with its sources and what it cites", () => {
    const [, json = ""] =
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text(`${lavrov}/index.html`)) ?? [];
    const data = JSON.parse(json) as Record<string, unknown>;
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Report",
      url: "https://briefings.example/packs/lavrov-pyongyang-2023/",
      name: "Lavrov in Pyongyang",
      datePublished: "2023-10-19",
      inLanguage: "en",
      author: { "@type": "Organization", name: "Chancery desk" },
      isBasedOn: [{ publisher: { name: "TASS" }, url: "https://tass.com/politics/1693255" }],
    });
    expect(json).not.toContain("ClaimReview");
  });

  test("every page that is indexed names its address, and data on it parses", () => {
    for (const path of pages()) {
      const page = text(path);
      const address = `https://briefings.example/${path.replace(/index\.html$/, "")}`;
      const hidden = page.includes('<meta name="robots" content="noindex">');
      expect(page.includes(`<link rel="canonical" href="${address}">`), path).toBe(!hidden);
      expect(page.includes('property="og:'), path).toBe(!hidden);
      for (const [, json = ""] of page.matchAll(/ld\+json">([\s\S]*?)<\/script>/g))
        expect(JSON.parse(json), path).toHaveProperty("@context");
    }
  });

  test("nothing of a pack above TLP:CLEAR leaves by feeds, sitemap or cards", () => {
    for (const path of ["feed.xml", "feed.json", "sitemap.xml"]) expect(text(path)).not.toContain("suhayla");
    for (const path of pages().filter((one) => text(one).includes("harbour-of-suhayla")))
      expect(/content="noindex"|data-nosnippet/.test(text(path)), path).toBe(true);
    expect(text(`${green}/index.html`)).not.toMatch(/canonical|property="og:|ld\+json/);
  });

  test("hosts are told not to list any file of such a pack, and no other", () => {
    const rules = headerRules(text("_headers"));
    for (const path of [...files.keys()].filter((one) => one.startsWith("packs/"))) {
      const told = headersFor(`/${path}`, rules).filter(([name]) => name === "X-Robots-Tag");
      expect(told, path).toEqual(path.startsWith(`${green}/`) ? [["X-Robots-Tag", "noindex"]] : []);
    }
  });

  test("the sitemap names pages that are there and indexed", () => {
    const addresses = [...text("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one = ""]) => one);
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      const path = address.slice("https://briefings.example/".length);
      expect(text(`${path}index.html`), path).not.toContain("noindex");
    }
  });
});

describe("what is taken away", () => {
  test("tables are RFC 4180 with nothing that runs, and have every row", () => {
    const timeline = rowsOf(text(`${lavrov}/timeline.csv`));
    expect(timeline[0]).toEqual(["date", "until", "title", "text", "people", "references"]);
    expect(timeline.find(([date]) => date === "2023-09-13")?.[4]).toContain("Vladimir Putin; Kim Jong Un");
    const people = rowsOf(text(`${lavrov}/people.csv`));
    expect(people.find(([id]) => id === "sergey-lavrov")?.slice(1, 4)).toEqual([
      "Sergey Lavrov",
      "Сергей Лавров",
      "ru",
    ]);
    for (const rows of [timeline, people])
      for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
    const edition = JSON.parse(text(`${lavrov}/pack.json`)) as Record<"timeline" | "people", unknown[]>;
    expect([timeline.length - 1, people.length - 1]).toEqual([
      edition.timeline.length,
      edition.people.length,
    ]);
  });

  test("citations say the same in each form", () => {
    const address = "https://briefings.example/packs/lavrov-pyongyang-2023/";
    expect(text(`${lavrov}/cite.txt`)).toBe(
      `Chancery desk. Lavrov in Pyongyang: What the visit was to prepare. Briefing, Edition 1, 19 October 2023. ${address}\n`,
    );
    expect(JSON.parse(text(`${lavrov}/cite.json`))).toMatchObject([
      { type: "report", URL: address, issued: { "date-parts": [[2023, 10, 19]] } },
    ]);
    const bib = text(`${lavrov}/cite.bib`);
    expect(bib).toMatch(/^@techreport\{lavrov-pyongyang-2023,/);
    expect(bib).toContain(address);
    expect(text(`${lavrov}/cite.ris`)).toMatch(/^TY {2}- RPRT\r\n[\s\S]*\r\nER {2}- \r\n$/);
    for (const format of ["bib", "ris", "json", "txt"])
      expect(text(`${green}/cite.${format}`), format).toContain("رصيف جديد");
  });

  test("the page offers each of them", () => {
    const offered = [...files.keys()].filter((path) =>
      new RegExp(`^${lavrov}/[^/]+\\.(csv|bib|ris|txt|json|jsonld)$`).test(path),
    );
    expect(offered.length).toBeGreaterThan(8);
    for (const path of offered)
      expect(text(`${lavrov}/index.html`)).toContain(`href="${path.split("/").at(-1)}"`);
  });
});

/** Strict: CRLF, quotes only around whole cells, doubled inside. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  expect(csv.startsWith("\ufeff")).toBe(true);
  expect(csv.endsWith("\r\n")).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
