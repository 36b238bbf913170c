// What the style sheets must not hold: what breaks tagged text in print, what breaks right to left, what leaves the site.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { arabic } from "../../templates/labels/ar.ts";
import { english } from "../../templates/labels/en.ts";

const folder = new URL("../../templates/assets/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".css"));
const read = (name: string) => readFileSync(new URL(name, folder), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const printed = files.filter((name) => /^(tokens|figures|print.*)\.css$/.test(name));
const onScreen = files.filter((name) => !/^print/.test(name));

describe.each(files)("%s", (name) => {
  it("asks for nothing off the site and shouts nothing", () => {
    expect(read(name)).not.toMatch(/@import|https?:|url\(|text-transform|box-shadow|animation/);
  });
});

describe.each(printed)("%s", (name) => {
  it("keeps text in its tags and selectors that Paged.js reads", () => {
    expect(read(name)).not.toMatch(/opacity|transform|mix-blend-mode|mask|filter|clip-path|:has\(|:is\(|&/);
  });
});

describe.each(onScreen)("%s", (name) => {
  it("has no left and right", () => {
    expect(read(name)).not.toMatch(
      /(margin|padding|border|inset)-(left|right)|\b(left|right):|text-align: (left|right)/,
    );
  });
});

it("says in print.css what stands between a folio and the number of pages as the labels do", () => {
  expect(read("print.css")).toContain(`--of: "${english.print.of}"`);
  expect(read("print.css")).toContain(`--of: "${arabic.print.of}"`);
});
