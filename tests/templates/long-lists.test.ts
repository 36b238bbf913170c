// Lists of more than a page: every item on one part, each part reachable from its neighbours, facets with their own pages.
import { describe, expect, it } from "vitest";
import type { PackCard } from "../../scripts/model/site.ts";
import { sharedRoutes } from "../../scripts/render/routes.ts";
import { english } from "../../templates/labels/en.ts";
import { entryPage, entryParts } from "../../templates/pages/entry.ts";
import { facetLinks, facetsOf } from "../../templates/parts/facets.ts";
import { pageLinks, partsOf } from "../../templates/parts/page-links.ts";
import { full } from "./edition/editions.ts";
import { elementsOf } from "./edition/markup.ts";
import { siteOf } from "./edition/site.ts";

const site = siteOf([full]);
const [card] = site.packs;
if (card === undefined) throw new Error("no pack");
const many = Array.from(
  { length: 250 },
  (_, index): PackCard => ({
    ...card,
    slug: `pack-${index}`,
    title: `Pack ${index}`,
    date: `${2020 + (index % 3)}-01-01`,
    language: index % 2 === 0 ? "en" : "ar",
    sources: index === 0 ? ["وكالة", "وكالات", "A.B"] : ["A B"],
  }),
);
const long = { ...site, packs: many };

function hrefs(markup: string): readonly string[] {
  return elementsOf(markup).flatMap(({ name, attributes }) =>
    name === "a" ? (attributes.get("href") ?? []) : [],
  );
}

describe("the front page of 250 packs", () => {
  const routes = sharedRoutes(long);
  const paths = ["index.html", "packs/page/2/index.html", "packs/page/3/index.html"];

  it("has each pack on one of three parts", () => {
    const shown = paths.flatMap((path) =>
      hrefs(routes.get(path)?.() ?? "").flatMap(
        (href) => /packs\/(pack-\d+)\/|^(?:\.\.\/)+(pack-\d+)\//.exec(href)?.slice(1).find(Boolean) ?? [],
      ),
    );
    expect(shown).toEqual(many.map(({ slug }) => slug));
    expect(routes.has("packs/page/4/index.html")).toBe(false);
  });

  it("leads from each part to the next, and to nothing that is not there", () => {
    for (const path of paths) {
      for (const href of hrefs(routes.get(path)?.() ?? "")) {
        if (/^(?:https?:|#)/.test(href) || /pack-\d+/.test(href)) continue;
        const target = new URL(href, `https://x.example/${path}`).pathname.slice(1);
        expect(routes.has(target), `${path} links to ${href}`).toBe(true);
      }
    }
    const next = hrefs(routes.get("packs/page/2/index.html")?.() ?? "");
    expect(next).toContain("../3/index.html");
    expect(next).toContain("../../../index.html");
  });
});

describe("facets", () => {
  it("give each value one address of its own, in any script", () => {
    const sources = facetsOf(many).filter(({ name }) => name === "source");
    const paths = sources.map(({ path }) => path);
    expect(sources.map(({ value }) => value)).toEqual(["A B", "A.B", "وكالات", "وكالة"]);
    expect(new Set(paths).size).toBe(4);
    expect(paths.slice(0, 2)).toEqual(["by/source/a-b/index.html", "by/source/a-b-2/index.html"]);
    for (const path of paths) expect(path).toMatch(/^by\/source\/[a-z0-9-]+\/index\.html$/);
  });

  it("are years from the newest, and none where all packs are alike", () => {
    const years = facetsOf(many).filter(({ name }) => name === "year");
    expect(years.map(({ value, packs }) => [value, packs.length])).toEqual([
      ["2022", 83],
      ["2021", 83],
      ["2020", 84],
    ]);
    expect(facetsOf(site.packs)).toEqual([]);
  });
});

describe("facets of many values", () => {
  const packs = many.map(
    (pack, index): PackCard => ({
      ...pack,
      sources: [`Wire ${index % 40}`, ...(index < 30 ? ["Wire 7"] : [])],
    }),
  );
  const facets = facetsOf(packs);
  const at = (path: string) => {
    const markup = String(facetLinks(facets, path, english));
    const [shown = "", rest = ""] = markup.split("<details>");
    const sources = (text: string) => [...text.matchAll(/<bdi>(Wire \d+)<\/bdi>/g)].map(([, name]) => name);
    return { shown: sources(shown), all: sources(rest), markup };
  };

  it("show those with most packs at once, and all of them on demand", () => {
    const { shown, all, markup } = at("index.html");
    expect(shown).toHaveLength(12);
    expect(shown).toContain("Wire 7");
    expect(all).toHaveLength(40);
    expect(markup).toContain("<summary>All 40</summary>");
  });

  it("always show the one that the page is of", () => {
    const facet = facets.find(({ value }) => value === "Wire 39");
    expect(at("index.html").shown).not.toContain("Wire 39");
    expect(at(facet?.path ?? "").shown).toContain("Wire 39");
  });

  it("lead to the search, where they are combined", () => {
    expect(hrefs(at("index.html").markup)).toContain("search/index.html");
    expect(hrefs(at("search/index.html").markup)).not.toContain("index.html");
  });
});

it("passages with the same words are one line, with a link to each", () => {
  const [page] = site.people;
  if (page === undefined) throw new Error("no person");
  const passage = (number: number, text: string | null) => ({
    annotation: `n${number}`,
    text,
    publisher: "Wire",
    paragraph: String(number),
    language: "en",
    direction: "ltr" as const,
  });
  const passages = [
    passage(1, "Kim"),
    passage(2, "Kim\nJong"),
    passage(3, "Kim Jong"),
    passage(4, "Kim"),
    passage(5, null),
  ];
  const used = { ...page, uses: [{ pack: card, passages }] };
  const lines = [...String(entryPage(site, used)).matchAll(/<li><span class="quoted">.*<\/li>/g)].map(
    ([line]) => [...line.matchAll(/#a-(n\d)/g)].map(([, id]) => id).join(" "),
  );
  expect(lines).toEqual(["n1 n4", "n2 n3", "n5"]);
});

it("an entry that 250 packs use is cut as well, its facts on each part", () => {
  const [page] = site.people;
  if (page === undefined) throw new Error("no person");
  const used = { ...page, uses: many.map((pack) => ({ pack, passages: [] })) };
  const parts = entryParts(used);
  expect(parts).toHaveLength(3);
  const last = String(entryPage(site, used, parts[2]));
  expect(last).toContain("Pack 249");
  expect(last).toContain(page.entry.name);
  expect(last).toContain("Page 3 of 3");
  elementsOf(last);
});

it.each([
  [1, 9, "1 2 … 9 Next page"],
  [5, 9, "Previous page 1 … 4 5 6 … 9 Next page"],
  [9, 9, "Previous page 1 … 8 9"],
  [2, 3, "Previous page 1 2 3 Next page"],
])("part %s of %s offers %s", (number, of, words) => {
  const [, ...rest] = partsOf(Array.from({ length: of * 100 }), "index.html");
  const part = number === 1 ? partsOf(Array.from({ length: of * 100 }), "index.html")[0] : rest[number - 2];
  if (part === undefined) throw new Error("no part");
  const text = String(pageLinks(part, english)).replace(/<[^>]*>/g, " ");
  expect(text.replace(/\s+/g, " ").trim()).toBe(words);
});
