// Reads the words of a PDF with their places, by the text that the file itself states: ToUnicode and ActualText.

import { openFile } from "../pdf/file.ts";
import { unpacked } from "../pdf/filters.ts";
import { type Dict, dictIn, listIn, nameIn, streamIn } from "../pdf/objects.ts";
import { contentOf, type Page, pagesOf } from "../pdf/pages.ts";
import { eachOperation, type Take } from "./pdf-content.ts";
import { readFont } from "./pdf-font.ts";
import { type Glyphs, type Resources, textDrawer } from "./pdf-glyphs.ts";
import { goesOnLeftwards, inReadingOrder, isTurned, wordsInReadingOrder } from "./reading-order.ts";

/** Points, counted from the top left corner of the page; `y` is the baseline. */
export type PdfWord = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

export type PdfPage = {
  /** Counts from 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
};

/** Words in the order in which they are read: that in which Chromium draws them, right-to-left lines turned round. */
export function readPdfText(pdf: Uint8Array): readonly PdfPage[] {
  return pagesOf(openFile(pdf)).map((page, index) => {
    const reader = textReader(page, index + 1);
    eachOperation(contentOf(page), reader.take);
    return reader.end();
  });
}

/** Reads the operations of a page one after the other. */
export type TextReader = { readonly take: Take; end(): PdfPage };

/** `number` counts from 1. */
export function textReader({ width, height, resources }: Page, number: number): TextReader {
  const { take, glyphs } = textDrawer(resourcesOf(resources));
  const end = () => ({ page: number, width, height, words: wordsInReadingOrder(wordsOf(glyphs, height)) });
  return { take, end };
}

function resourcesOf(dictionary: Dict | undefined): Resources {
  return {
    font(name) {
      const found = dictIn(dictIn(dictionary, "Font"), name);
      return found && readFont(found);
    },
    form(name) {
      const found = streamIn(dictIn(dictionary, "XObject"), name);
      if (!found || nameIn(found.dict, "Subtype") !== "Form") return undefined;
      const matrix = listIn(found.dict, "Matrix").map(Number);
      return {
        content: unpacked(found),
        matrix: matrix.length ? matrix : [1, 0, 0, 1, 0, 0],
        resources: resourcesOf(dictIn(found.dict, "Resources")),
      };
    },
  };
}

/** Glyphs join to a word while they follow one another on a line with no space between. */
function wordsOf(all: Glyphs, pageHeight: number): readonly PdfWord[] {
  const glyphs = all.text.some(isLine) ? apart(all) : all;
  const words: PdfWord[] = [];
  const { length } = glyphs.text;
  let spaced = true;
  for (let from = 0; from < length; ) {
    if (isBlank(glyphs.text[from] ?? "")) {
      spaced = true;
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < length && !isBlank(glyphs.text[to] ?? "") && follows(glyphs, to)) to += 1;
    const word = wordOf(glyphs, from, to, pageHeight);
    const last = words.at(-1);
    if (last && !spaced && goesOnLeftwards(last, word)) {
      words[words.length - 1] = { ...word, text: last.text + word.text, width: last.x + last.width - word.x };
    } else words.push(word);
    spaced = false;
    from = to;
  }
  return words;
}

function isBlank(text: string): boolean {
  return text === " " || (text > "~" || text.length > 1 || text < "!" ? !text.trim() : false);
}

function wordOf(glyphs: Glyphs, from: number, to: number, pageHeight: number): PdfWord {
  let text = "";
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  // Marks stand above or below the line; the widest glyph stands on it.
  let widest = from;
  for (let at = from; at < to; at += 1) {
    const [x, width] = [glyphs.x[at] ?? 0, glyphs.width[at] ?? 0];
    text += glyphs.text[at];
    if (x < start) start = x;
    if (x + width > end) end = x + width;
    if (width > (glyphs.width[widest] ?? 0)) widest = at;
  }
  const read = isTurned(text) ? inReadingOrder(list(glyphs, from, to)) : text;
  const [y, size] = [pageHeight - (glyphs.y[widest] ?? 0), glyphs.size[widest] ?? 0];
  return { text: read, x: start, y, width: end - start, size };
}

function list({ text, x, run }: Glyphs, from: number, to: number) {
  return text
    .slice(from, to)
    .map((own, index) => ({ text: own, x: x[from + index] ?? 0, run: run[from + index] ?? 0 }));
}

/** Lines that ActualText states as a whole become words one by one, all of them where the line begins. */
function apart(all: Glyphs): Glyphs {
  const parts = all.text.map((text) => (isLine(text) ? text.split(/(\s+)/) : [text]));
  const each = (values: readonly number[]) => parts.flatMap((own, at) => own.map(() => values[at] ?? 0));
  const run = parts.flatMap((own, at) => own.map(() => (own.length > 1 ? 0 : (all.run[at] ?? 0))));
  return {
    text: parts.flat(),
    x: each(all.x),
    y: each(all.y),
    width: each(all.width),
    size: each(all.size),
    run,
    line: each(all.line),
  };
}

function isLine(text: string): boolean {
  return text.length > 2 && /\S\s+\S/.test(text);
}

/** A note's number in western figures beside a number in Arabic ones. */
function isNote(text: string, beside: string): boolean {
  if (beside < "\u0660") return false;
  return /^[0-9]+$/.test(text) && /^[\u0660-\u0669\u06f0-\u06f9]/.test(beside);
}

/** Whether a glyph goes on with the word of the one before it. */
function follows({ text, x, y, width, size, run, line }: Glyphs, at: number): boolean {
  const [previous, own] = [text[at - 1] ?? "", text[at] ?? ""];
  if (isNote(own, previous) || isNote(previous, own)) return false;
  if (run[at] !== 0 && run[at] === run[at - 1]) return true;
  if (line[at] !== line[at - 1]) return false;
  const larger = Math.max(size[at - 1] ?? 0, size[at] ?? 0);
  if (Math.abs((y[at - 1] ?? 0) - (y[at] ?? 0)) > larger * 0.6) return false;
  const gap = (x[at] ?? 0) - ((x[at - 1] ?? 0) + (width[at - 1] ?? 0));
  return gap < larger * 0.16 && gap > -larger * 0.6;
}
