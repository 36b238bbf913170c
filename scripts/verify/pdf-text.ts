// Reads the words of a PDF with their places, by the text that the file itself states: ToUnicode and ActualText.

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { type Operation, readOperations } from "./pdf-content.ts";
import { readFont } from "./pdf-font.ts";
import { type Glyph, type Resources, textDrawer } from "./pdf-glyphs.ts";
import { contentOf, decoded } from "./pdf-stream.ts";
import { goesOnLeftwards, inReadingOrder, wordsInReadingOrder } from "./reading-order.ts";

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
export async function readPdfText(pdf: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  return document.getPages().map((page, index) => {
    const reader = textReader(page, index + 1);
    for (const operation of readOperations(contentOf(page))) reader.take(operation);
    return reader.end();
  });
}

/** Reads the operations of a page one after the other. */
export type TextReader = { take(operation: Operation): void; end(): PdfPage };

/** `number` counts from 1. */
export function textReader(page: PDFPage, number: number): TextReader {
  const { width, height } = page.getSize();
  const { take, glyphs } = textDrawer(resourcesOf(page.node.Resources(), page.doc.context));
  const end = () => ({ page: number, width, height, words: wordsInReadingOrder(wordsOf(glyphs, height)) });
  return { take, end };
}

function resourcesOf(dictionary: PDFDict | undefined, context: PDFContext): Resources {
  return {
    font(name) {
      const found = dictionary
        ?.lookupMaybe(PDFName.of("Font"), PDFDict)
        ?.lookupMaybe(PDFName.of(name), PDFDict);
      return found && readFont(found, context);
    },
    form(name) {
      const found = dictionary?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(name));
      if (!(found instanceof PDFRawStream)) return undefined;
      if (found.dict.get(PDFName.of("Subtype")) !== PDFName.of("Form")) return undefined;
      const own = found.dict.lookupMaybe(PDFName.of("Resources"), PDFDict);
      const matrix = found.dict
        .lookupMaybe(PDFName.of("Matrix"), PDFArray)
        ?.asArray()
        .map((one) => Number(String(one)));
      const content = decoded(found);
      return { content, matrix: matrix ?? [1, 0, 0, 1, 0, 0], resources: resourcesOf(own, context) };
    },
  };
}

/** Glyphs join to a word while they follow one another on a line with no space between. */
function wordsOf(glyphs: readonly Glyph[], pageHeight: number): readonly PdfWord[] {
  const groups: { readonly glyphs: Glyph[]; readonly spaced: boolean }[] = [];
  let previous: Glyph | undefined;
  let open = false;
  for (const glyph of glyphs.some(isLine) ? glyphs.flatMap(apart) : glyphs) {
    if (!glyph.text.trim()) {
      open = false;
      previous = glyph;
      continue;
    }
    const last = groups.at(-1);
    if (open && last && previous && follows(previous, glyph)) last.glyphs.push(glyph);
    else groups.push({ glyphs: [glyph], spaced: !open });
    open = true;
    previous = glyph;
  }
  const words: PdfWord[] = [];
  for (const { glyphs: own, spaced } of groups) {
    const word = wordOf(own, pageHeight);
    const last = words.at(-1);
    if (last && !spaced && goesOnLeftwards(last, word)) {
      words[words.length - 1] = { ...word, text: last.text + word.text, width: last.x + last.width - word.x };
    } else words.push(word);
  }
  return words;
}

function wordOf(glyphs: readonly Glyph[], pageHeight: number): PdfWord {
  const [first = nowhere] = glyphs;
  const start = Math.min(...glyphs.map(({ x }) => x));
  const end = Math.max(...glyphs.map(({ x, width }) => x + width));
  // Marks stand above or below the line; the widest glyph stands on it.
  const { y, size } = glyphs.reduce((widest, glyph) => (glyph.width > widest.width ? glyph : widest), first);
  return { text: inReadingOrder(glyphs), x: start, y: pageHeight - y, width: end - start, size };
}

/** A line that ActualText states as a whole: its words one by one, all of them where the line begins. */
function apart(glyph: Glyph): readonly Glyph[] {
  if (!isLine(glyph)) return [glyph];
  return glyph.text.split(/(\s+)/).map((text) => ({ ...glyph, text, run: undefined }));
}

function isLine({ text }: Glyph): boolean {
  return text.length > 2 && /\S\s+\S/.test(text);
}

const nowhere: Glyph = { text: "", x: 0, y: 0, width: 0, size: 0, run: undefined, line: undefined };

/** A note's number in western figures beside a number in Arabic ones. */
function isNote({ text }: Glyph, beside: Glyph): boolean {
  if (beside.text < "\u0660") return false;
  return /^[0-9]+$/.test(text) && /^[\u0660-\u0669\u06f0-\u06f9]/.test(beside.text);
}

function follows(previous: Glyph, glyph: Glyph): boolean {
  if (isNote(glyph, previous) || isNote(previous, glyph)) return false;
  if (glyph.run !== undefined && glyph.run === previous.run) return true;
  if (glyph.line !== previous.line) return false;
  const size = Math.max(previous.size, glyph.size);
  if (Math.abs(previous.y - glyph.y) > size * 0.6) return false;
  const gap = glyph.x - (previous.x + previous.width);
  return gap < size * 0.16 && gap > -size * 0.6;
}
