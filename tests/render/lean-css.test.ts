// Style sheets as published: less of them, and the same to a browser.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { leanCss } from "../../scripts/render/lean-css.ts";

it.each([
  ["a { color: red; }", "a{color:red}"],
  ["/* one; two { */\na,\nb > c { margin: 0 auto }", "a,b > c{margin:0 auto}"],
  ['a::after { content: "a  { b: /* c */ ;"; }', 'a::after{content:"a  { b: /* c */ ;"}'],
  ["a { content: 'it\\'s  {'; }", "a{content:'it\\'s  {'}"],
  ["a { inset: calc(50% - 12px) }", "a{inset:calc(50% - 12px)}"],
  ["main :target:not(section) { top: 0 }", "main :target:not(section){top:0}"],
  [
    "@media (min-width: 40rem) and (hover) { a { top: 0; } }",
    "@media (min-width:40rem) and (hover){a{top:0}}",
  ],
  ["", ""],
])("%s", (css, expected) => {
  expect(leanCss(css)).toBe(expected);
});

const folder = new URL("../../templates/assets/", import.meta.url);
it.each(readdirSync(folder).filter((name) => name.endsWith(".css")))(
  "%s stays itself when it is made lean twice",
  (name) => {
    const once = leanCss(readFileSync(new URL(name, folder), "utf8"));
    expect(leanCss(once)).toBe(once);
    expect(once).not.toMatch(/\/\*|\n/);
  },
);
