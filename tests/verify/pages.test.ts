// Rules over finished pages: each has a page that breaks it, and pages that keep it.
import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linksOf, verifySource } from "../../scripts/verify/pages.ts";
import { composed } from "../support/compose.ts";
import { verifyPages } from "../support/pages.ts";

const path = "packs/a/index.html";
const other = '<p id="there">x</p>';
const published = new Set([path, "index.html", "boxes/é/index.html", "assets/site.css"]);

/** HTML of a pack's page, and the rule that it breaks; null for none. */
const cases: readonly (readonly [string, string | null])[] = [
  ['<a href="../../index.html">', null],
  ['<a href="../../index.html#there">', null],
  ['<a href="../../boxes/%C3%A9/index.html">', null],
  ['<a href="#own"></a><p id="own">', null],
  ['<a href="https://example.org/">', null],
  ['<a href="mailto:a@example.org">', null],
  ['<link href="../../assets/site.css">', null],
  ['<a href="../../nowhere.html">', "broken-link"],
  ['<a href="../../index.html#nowhere">', "broken-link"],
  ['<a href="#nowhere">', "broken-link"],
  ['<link href="../../assets/none.css">', "broken-link"],
  ['<a title="x" href="../../../outside.html">', "broken-link"],
  ['<img src="https://evil.example/pixel">', "foreign-request"],
  ['<script src="http://evil.example/x.js">', "foreign-request"],
  ['<link rel="stylesheet" href="https://fonts.example/x.css">', "foreign-request"],
  ['<link rel="alternate stylesheet" href="https://fonts.example/x.css">', "foreign-request"],
  ['<link rel="canonical" href="https://briefings.example/packs/a/">', null],
  ['<link rel="alternate" href="../../nowhere.xml">', "broken-link"],
  ['<form action="../../index.html">', null],
  ['<form action="../../nowhere.html">', "broken-link"],
  ['<p id="a"></p><p id="b"></p>', null],
  ['<p id="a">say  id="a" and href="nowhere.html"</p>', null],
  ['<a href="./../../index.html">', null],
  ['<a href="../a/../../index.html#there">', null],
  ['<p id="a"></p><b class="x" id="a"></b>', "duplicate-fragment"],
];

test.each(cases)("%s: %s", (html, rule) => {
  const findings = verifyPages(
    new Map([
      [path, html],
      ["index.html", other],
    ]),
    published,
  );
  expect(findings.map((one) => one.rule)).toEqual(rule === null ? [] : [rule]);
  for (const { file } of findings) expect(file).toBe("packs/a/pack.yaml");
});

describe("every word of a source stands on its page", () => {
  const page = "packs/visit/source/index.html";

  test("in its order and in its own block", async () => {
    const { edition } = await composed();
    const blocks = edition.sources[0]?.blocks ?? [];
    const html = (texts: readonly (readonly [string, string])[]) =>
      texts.map(([id, text]) => `<p id="${id}">${text.replaceAll('"', "&quot;")}</p>`).join("\n");
    const whole = blocks.map(({ id, segments }) => [id, segments.map(({ text }) => text).join("")] as const);
    expect(verifySource(edition, page, html(whole))).toEqual([]);
    const broken: readonly (readonly [string, (text: string) => string])[] = [
      ["a word lost", (text) => text.replace("legal", "")],
      ["a word changed", (text) => text.replace("legal", "illegal")],
      ["words in another order", (text) => text.replace("was was legal", "legal was was")],
      ["all of a block", () => ""],
    ];
    for (const [name, change] of broken) {
      const changed = whole.map(([id, text]) => [id, id === "tass-p3" ? change(text) : text] as const);
      expect(
        verifySource(edition, page, html(changed)).map(({ rule }) => rule),
        name,
      ).toEqual(["lost-source-text"]);
    }
    expect(verifySource(edition, page, html(whole.slice(1)))).toHaveLength(1);
  });
});

test("a link leads where its steps lead, however they are written", () => {
  const steps = fc.array(fc.constantFrom("..", ".", "", "a", "b.html", "...", "..c"), {
    minLength: 1,
    maxLength: 6,
  });
  const from = fc.constantFrom("index.html", "packs/a/index.html", "packs/a/source/index.html");
  fc.assert(
    fc.property(from, steps, (page, parts) => {
      const address = parts.join("/");
      fc.pre(address !== "" && !address.startsWith("/"));
      const links = linksOf(page, { ids: [], addresses: [{ address, loads: false }] });
      expect(links).toEqual([{ target: posix.join(posix.dirname(page), address), fragment: "" }]);
    }),
  );
});
