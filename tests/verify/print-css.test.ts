// Print styles: what the lint forbids, what it lets pass, and that our own pass.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintPrintCss } from "../../scripts/verify/print-css.ts";

const forbidden = [
  ["opacity", "p { opacity: 0.5 }", 1, 5],
  ["opacity after a line", "p {\n  color: red;\n  opacity: .9;\n}", 3, 3],
  ["blending", "img { mix-blend-mode: multiply; }", 1, 7],
  ["a mask", "p { -webkit-mask-image: url(x.png) }", 1, 5],
  ["scaling", "p { transform: translate(1px) scale(0.9) }", 1, 5],
  ["a filter", "p { filter: grayscale(1) }", 1, 5],
  ["clipping", "p { clip-path: inset(50%) }", 1, 5],
  ["automatic hyphens", "p { hyphens: auto }", 1, 5],
  ["first letters", "p::first-letter { color: red }", 1, 2],
  ["imports", "@import 'x.css';", 1, 1],
] as const;

test.for(forbidden)("forbids %s", ([, css, line, column]) => {
  expect(lintPrintCss("print.css", css)).toMatchObject([
    { rule: "print-css", severity: "error", file: "print.css", line, column },
  ]);
});

test.for([
  "p { opacity: 1 }",
  "p { filter: none; clip-path: none }",
  "/* opacity: 0.5 */ p { color: red }",
  "p { fill-opacity-like: 1; text-transform: none; transform: rotate(90deg) }",
  "p { hyphens: manual }",
])("lets %s pass", (css) => {
  expect(lintPrintCss("print.css", css)).toEqual([]);
});

const assets = new URL("../../templates/assets/", import.meta.url);

test.for(readdirSync(assets).filter((name) => /^(print.*|tokens)\.css$/.test(name)))(
  "%s keeps to it",
  (name) => {
    expect(lintPrintCss(name, readFileSync(new URL(name, assets), "utf8"))).toEqual([]);
  },
);
