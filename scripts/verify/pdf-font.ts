// What a font of a PDF says of its codes: which characters they stand for and how far they advance.

import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import { decoded } from "./pdf-stream.ts";

export type PdfFont = {
  /** Bytes a code: 2 in composite fonts, else 1. */
  readonly codeLength: 1 | 2;
  /** The characters of a code by the font's ToUnicode map; U+FFFD where it is silent. */
  text(code: number): string;
  /** Advance in thousandths of the font size. */
  width(code: number): number;
};

const known = new WeakMap<PDFDict, PdfFont>();

/** Each font is read once. */
export function readFont(font: PDFDict, context: PDFContext): PdfFont {
  const found = known.get(font) ?? reading(font, context);
  known.set(font, found);
  return found;
}

function reading(font: PDFDict, context: PDFContext): PdfFont {
  const characters = toUnicode(font, context);
  const descendants = font.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray);
  const text = (code: number) => characters.get(code) ?? "\u{FFFD}";
  if (descendants) {
    const widths = compositeWidths(descendants.lookup(0, PDFDict));
    return { codeLength: 2, text, width: (code) => widths.get(code) ?? widths.get(-1) ?? 1000 };
  }
  const first = font.lookupMaybe(PDFName.of("FirstChar"), PDFNumber)?.asNumber() ?? 0;
  const list = numbers(font.lookupMaybe(PDFName.of("Widths"), PDFArray));
  const scale = (numbers(font.lookupMaybe(PDFName.of("FontMatrix"), PDFArray))[0] ?? 0.001) * 1000;
  return { codeLength: 1, text, width: (code) => (list[code - first] ?? 0) * scale };
}

/** Widths by code; the default is under -1 (ISO 32000-1, 9.7.4.3). */
function compositeWidths(font: PDFDict): ReadonlyMap<number, number> {
  const widths = new Map([[-1, font.lookupMaybe(PDFName.of("DW"), PDFNumber)?.asNumber() ?? 1000]]);
  const list = font.lookupMaybe(PDFName.of("W"), PDFArray);
  for (let at = 0; list && at < list.size(); ) {
    const start = list.lookup(at, PDFNumber).asNumber();
    const next = list.lookup(at + 1);
    if (next instanceof PDFArray) {
      numbers(next).forEach((width, index) => {
        widths.set(start + index, width);
      });
      at += 2;
    } else {
      const end = list.lookup(at + 1, PDFNumber).asNumber();
      const width = list.lookup(at + 2, PDFNumber).asNumber();
      for (let code = start; code <= end; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

function toUnicode(font: PDFDict, context: PDFContext): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const stream = context.lookup(font.get(PDFName.of("ToUnicode")));
  if (!(stream instanceof PDFRawStream)) return characters;
  const map = Buffer.from(decoded(stream)).toString("latin1");
  for (const [, body = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]*)>/gi)) {
      characters.set(Number.parseInt(code, 16), utf16(text));
    }
  }
  for (const [, body = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = "", last = "", text = ""] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const start = Number.parseInt(first, 16);
      const end = Math.min(Number.parseInt(last, 16), start + 0xffff);
      for (let code = start; code <= end; code += 1) characters.set(code, shifted(utf16(text), code - start));
    }
  }
  return characters;
}

function utf16(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}

function shifted(text: string, by: number): string {
  const points = [...text];
  const last = points.pop()?.codePointAt(0) ?? 0;
  return points.join("") + String.fromCodePoint(last + by);
}

function numbers(list: PDFArray | undefined): readonly number[] {
  return list ? list.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)) : [];
}
