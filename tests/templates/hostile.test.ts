// Content that tries to be markup: in whatever field it stands, it stays text.
import { describe, expect, it } from "vitest";
import type { Edition } from "../../scripts/model/edition.ts";
import { printDocument } from "../../templates/print/document.ts";
import { full } from "./edition/editions.ts";
import { elementsOf, isOwnScript } from "./edition/markup.ts";
import { renderAll } from "./edition/pages.ts";

const hostile = [
  `"><script>alert(1)</script>`,
  `' onmouseover='alert(1)`,
  `<img src=x onerror=alert(1)>`,
  `</title></textarea></p><iframe srcdoc=x>`,
  `javascript:alert(1)`,
  `[x](javascript:alert(1)) <!-- {{ x }} \${x} &lt;b&gt;`,
  `]]> --> \u202e \u0000`,
];

/** Fields that the schema holds to ids, dates, tags and numbers, so that they cannot hold words. */
const narrow =
  /^(id|slug|date|until|asOf|reviewBy|died|published|captured|time|kind|language|lang|direction|marking|paper|form|speaker|source|block|confidence|publish|baseUrl|support|passages|people|annotations|opens|closes|sections|sha256)$/;

function poison<T>(value: T, words: string, key = ""): T {
  if (typeof value === "string") return (narrow.test(key) ? value : words) as T;
  if (Array.isArray(value))
    return value.map((one) =>
      poison(one, words, narrow.test(key) && typeof one === "string" ? key : ""),
    ) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, poison(inner, words, name)]),
  ) as T;
}

const markup = new Set(["script", "iframe", "img", "textarea"]);

describe.each(hostile)("%j in every field", (words) => {
  const edition: Edition = poison(full, words);
  const pages = [...renderAll([edition]), ["print", String(printDocument(edition))] as const];

  it.each(pages)("%s holds it as text", (_, page) => {
    const all = elementsOf(page);
    expect(all.filter((one) => markup.has(one.name) && !isOwnScript(one))).toEqual([]);
    const attributes = all.flatMap((one) => [...one.attributes.keys()]);
    expect(
      attributes.filter((name) => name.startsWith("on") || name === "srcdoc" || name === "style"),
    ).toEqual([]);
    const links = all.flatMap((one) => one.attributes.get("href") ?? []);
    expect(links.filter((href) => /^\s*(javascript|data|vbscript):/i.test(href))).toEqual([]);
  });
});
