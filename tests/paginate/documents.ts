// Small print documents for the tests: every word is made once, so that a lost or doubled one is seen.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Paginator, Printed, PrintJob } from "../../scripts/paginate/paginate.ts";
import { type PdfFault, pdfFaults } from "../../scripts/verify/pdf-facts.ts";
import { type PdfPage, readPdfText } from "../../scripts/verify/pdf-text.ts";
import { compareText, type WordReport } from "../../scripts/verify/pdf-words.ts";

const STYLE = `
@font-face { font-family: Serif; src: url(fonts/serif.woff2) }
@page { size: A4; margin: 25mm 20mm;
  @top-left { content: string(title) }
  @bottom-right { content: counter(page) " of " counter(pages) }
  @footnote { margin-top: 6pt; padding-top: 4pt; border-top: .5pt solid #000 } }
@page cover { @top-left { content: none } @bottom-right { content: none } }
.cover { page: cover; break-after: page }
body { font: 10.5pt/14.5pt Serif }
h1 { string-set: title content(text) }
h1, h2 { break-after: avoid }
p { margin: 0 0 8pt; orphans: 2; widows: 2 }
table { border-collapse: collapse; width: 100% }
td, th { border: .5pt solid #888; vertical-align: top; text-align: left }
.box { break-inside: avoid; border: 1pt solid #000; padding: 6pt; margin: 8pt 0 }
.footnote { float: footnote; font-size: 8pt; line-height: 11pt }
`;

export function font(packageName: string, file: string): Uint8Array {
  const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource/${packageName}/package.json`));
  return readFileSync(join(folder, "files", file));
}

const SERIF = font("source-serif-4", "source-serif-4-latin-400-normal.woff2");

export function job(body: string, style = "", name = "test"): PrintJob {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><link rel="stylesheet" href="print.css"></head><body>${body}</body></html>`;
  const css = new TextEncoder().encode(STYLE + style);
  return {
    name,
    html,
    files: new Map([
      ["print.css", css],
      ["fonts/serif.woff2", SERIF],
    ]),
  };
}

/** A maker of words: `words(3)` gives three that no earlier call gave. */
export function wordMaker(): { words: (count: number) => string; note: (count: number) => string } {
  let made = 0;
  const words = (count: number) => {
    const list = Array.from({ length: count }, (_none, index) => `w${(made + index).toString(36)}q`);
    made += count;
    return list.join(" ");
  };
  return { words, note: (count) => `<span class="footnote">${words(count)}</span>` };
}

export function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_none, index) => make(index)).join("");
}

export type Examined = {
  readonly printed: Printed;
  readonly pages: readonly PdfPage[];
  readonly words: WordReport;
  readonly faults: readonly PdfFault[];
};

export async function examine(paginator: Paginator, document: PrintJob): Promise<Examined> {
  const printed = await paginator.print(document);
  const pages = readPdfText(printed.pdf);
  const { areas, folios } = printed;
  const words = compareText({ html: document.html, areas, folios }, pages);
  return {
    printed,
    pages,
    words,
    faults: pdfFaults({ pages, html: document.html, paper: "A4", folios, areas }),
  };
}
