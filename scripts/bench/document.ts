// Makes the benchmark's documents: the same text for the same number of pages, on every machine and on every day.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { STYLE, TARGETS } from "./style.ts";

export type BenchDocument = {
  readonly html: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Who writes the page numbers: Chancery at the end, or the contestant's own `target-counter`. */
export type Numbers = "filled" | "targets";

const PARAGRAPHS_A_CHAPTER = 24;
/** Cover, contents, index and what chapters leave empty in a short document; longer ones have more text a page. */
const FIXED_PAGES = 3.6;
const PARAGRAPHS_A_PAGE = 4.67;
/** A chapter of fewer paragraphs joins the one before. */
const LEAST = 6;
const FONTS = {
  serif: "source-serif-4-latin-400-normal.woff2",
  "serif-bold": "source-serif-4-latin-600-normal.woff2",
  sans: "source-sans-3-latin-400-normal.woff2",
};

/** `pages` pages of A4, a few more or less: cover, contents, chapters with boxes, tables and notes, and an index. */
export async function benchDocument(pages: number, numbers: Numbers): Promise<BenchDocument> {
  const paragraphs = Math.max(LEAST, Math.round((pages - FIXED_PAGES) * PARAGRAPHS_A_PAGE));
  const body = new Writer().book(chapterLengths(paragraphs));
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Benchmark</title><link rel="stylesheet" href="print.css"></head>
<body>
${body}</body></html>
`;
  const encoder = new TextEncoder();
  const fonts = Object.entries(FONTS).map(
    async ([name, file]) => [`fonts/${name}.woff2`, await readFile(fontFile(file))] as const,
  );
  const style = encoder.encode(numbers === "targets" ? `${STYLE}${TARGETS}` : STYLE);
  return { html, files: new Map([["print.css", style], ...(await Promise.all(fonts))]) };
}

/** How many paragraphs each chapter has. */
function chapterLengths(paragraphs: number): readonly number[] {
  const full = Array<number>(Math.floor(paragraphs / PARAGRAPHS_A_CHAPTER)).fill(PARAGRAPHS_A_CHAPTER);
  const rest = paragraphs % PARAGRAPHS_A_CHAPTER;
  if (rest >= LEAST || full.length === 0) return [...full, rest];
  return full.with(-1, PARAGRAPHS_A_CHAPTER + rest);
}

class Writer {
  #state = 20_231_019;
  #notes = 0;

  book(lengths: readonly number[]): string {
    const all = lengths.map((_length, index) => index + 1);
    const lines = all.map((n) => `<li>${link(`c${n}`, `${this.#words(3)}`)}</li>\n`);
    const entries = all.flatMap((n) => [
      `<li>${this.#words(2)} ${link(`c${n}p2`, "")}, ${link(`c${n}p4`, "")}</li>\n`,
      `<li>${this.#words(1)} ${link(`c${n}p6`, "")}</li>\n`,
    ]);
    return `<header class="cover"><h1>${this.#words(5)}</h1><p>${this.#words(60)}</p></header>
<nav class="contents"><h2>Contents</h2><ol>
${lines.join("")}</ol></nav>
${lengths.map((length, index) => this.#chapter(index + 1, length)).join("")}<section class="index chapter"><h2>Index</h2><ul>
${entries.join("")}</ul></section>
`;
  }

  #chapter(n: number, length: number): string {
    const parts = Array.from({ length }, (_none, index) => {
      const box = index % 8 === 5 ? this.#box() : "";
      const table = index === 14 ? this.#table() : "";
      return this.#paragraph(`c${n}p${index + 1}`, index + 1) + box + table;
    });
    return `<section class="chapter" id="c${n}"><h2>${this.#words(4)}</h2>\n${parts.join("")}</section>\n`;
  }

  #paragraph(id: string, number: number): string {
    const note = number % 4 === 1 ? this.#note() : "";
    return `<div class="paragraph" id="${id}"><span class="number">${number}</span><p>${this.#words(30)} <span class="quotation">${this.#words(8)}</span>${note} ${this.#words(20 + (this.#next() % 40))}.</p></div>\n`;
  }

  #note(): string {
    this.#notes += 1;
    return `<span class="footnote">${this.#words(8 + (this.#next() % 24))}.</span>`;
  }

  #box(): string {
    return `<aside class="box"><h3>${this.#words(3)}</h3><p>${this.#words(45)}.</p><ul><li>${this.#words(9)}</li><li>${this.#words(12)}</li></ul></aside>\n`;
  }

  #table(): string {
    const row = () => `<tr><th>${this.#words(2)}</th><td>${this.#words(7)}</td></tr>\n`;
    return `<table><thead><tr><th>Name</th><th>Office</th></tr></thead><tbody>
${Array.from({ length: 10 }, row).join("")}</tbody></table>\n`;
  }

  /** Syllables, so that lines break as they do in a language. */
  #words(count: number): string {
    const word = () => {
      const length = 1 + (this.#next() % 3);
      return Array.from({ length }, () => SYLLABLES[this.#next() % SYLLABLES.length]).join("");
    };
    return Array.from({ length: count }, word).join(" ");
  }

  #next(): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return this.#state >> 8;
  }
}

const SYLLABLES = "ba con de fi gra ho in ju ka lor men no of par qui res sta ti ur ver wy ex yon zes".split(
  " ",
);

/** The span is filled by Chancery, the link by `target-counter`. */
function link(id: string, words: string): string {
  return `<a class="to" href="#${id}">${words} <span data-page-of="${id}"></span></a>`;
}

function fontFile(file: string): string {
  const name = /^source-[a-z]+-\d/.exec(file)?.[0];
  return join(
    dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`)),
    "files",
    file,
  );
}
