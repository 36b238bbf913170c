// Every page of a site, read strictly: well formed, in order, every link leading somewhere.
import { describe, expect, it } from "vitest";
import { policyFor } from "../../templates/parts/policy.ts";
import { listKinds } from "../../templates/paths.ts";
import { arabic } from "./edition/arabic.ts";
import { full, least } from "./edition/editions.ts";
import { elementsOf, isOwnScript } from "./edition/markup.ts";
import { renderAll } from "./edition/pages.ts";

const pages = renderAll([full, arabic, least]);
const elements = new Map([...pages].map(([path, page]) => [path, elementsOf(page)]));
const ids = new Map(
  [...elements].map(([path, all]) => [path, all.flatMap((one) => one.attributes.get("id") ?? [])]),
);
const offered = new Set(["pdf", "json", "jsonld", "csv", "txt", "bib", "ris", "xml"]);

describe.each([...elements])("%s", (path, all) => {
  it("says what it is", () => {
    const [root] = all;
    expect(root?.attributes.get("lang")).toMatch(/^(en|ar)$/);
    expect(root?.attributes.get("dir")).toBe(root?.attributes.get("lang") === "ar" ? "rtl" : "ltr");
    expect(all.filter(({ name }) => name === "h1")).toHaveLength(1);
    expect(all.filter(({ name }) => name === "main")).toHaveLength(1);
    expect(pages.get(path)).toMatch(/<title>[^<]+<\/title>/);
  });

  it("allows nothing but our own files", () => {
    const csp = all.find(({ attributes }) => attributes.get("http-equiv") === "Content-Security-Policy");
    const search = path === "search/index.html";
    const form = search || path === "index.html";
    expect(csp?.attributes.get("content")).toBe(policyFor({ search, form }));
    expect(
      all.filter(
        (one) =>
          one.name === "style" || (one.name === "script" && !isOwnScript(one)) || one.attributes.has("style"),
      ),
    ).toEqual([]);
  });

  it("skips no heading level", () => {
    const levels = all.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("uses no id twice", () => {
    const here = ids.get(path) ?? [];
    expect(here.filter((id, index) => here.indexOf(id) !== index)).toEqual([]);
  });

  it("has no link in a link", () => {
    expect(all.filter(({ name, within }) => name === "a" && within.includes("a"))).toEqual([]);
  });

  it("leads somewhere with every link and label", () => {
    for (const { attributes } of all) {
      const labelled = attributes.get("aria-labelledby");
      for (const id of labelled?.split(" ") ?? []) expect(ids.get(path)).toContain(id);
      const href = attributes.get("href");
      if (href === undefined || /^https?:/.test(href)) continue;
      const { pathname, hash } = new URL(href, `https://x.example/${path}`);
      const target = pathname.slice(1);
      if (target.startsWith("assets/") || offered.has(target.split(".").pop() ?? "")) continue;
      expect(ids.has(target), `${path} links to ${href}`).toBe(true);
      if (hash !== "") expect(ids.get(target), `${path} links to ${href}`).toContain(hash.slice(1));
    }
  });
});

describe("links", () => {
  it("are relative everywhere but on the page for lost addresses", () => {
    for (const [path, all] of elements) {
      const own = all
        .flatMap(({ attributes }) => attributes.get("href") ?? [])
        .filter((href) => !/^https?:/.test(href));
      if (path !== "404.html") expect(own.filter((href) => href.startsWith("/"))).toEqual([]);
    }
  });

  it("are offered only for what there is", () => {
    expect(pages.get("packs/least/index.html")).not.toContain("#summary");
    expect(listKinds.every((kind) => pages.has(`${kind}/index.html`))).toBe(true);
  });
});

describe("a pack that may not be shared with anyone", () => {
  it.each([
    ["packs/lafrof/index.html", true],
    ["packs/lafrof/source/index.html", true],
    ["packs/lavrov-pyongyang-2023/index.html", false],
    ["404.html", true],
  ])("%s asks not to be indexed: %s", (path, hidden) => {
    const robots = elements.get(path)?.some(({ attributes }) => attributes.get("content") === "noindex");
    expect(robots).toBe(hidden);
  });
});
