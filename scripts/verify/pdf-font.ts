// What a font of a PDF says of its codes: which characters they stand for and how far they advance.

import { unpacked } from "../pdf/filters.ts";
import { asDict, type Dict, listIn, numberIn, PdfError, streamIn, type Value } from "../pdf/objects.ts";

export type PdfFont = {
  /** Bytes a code: 2 in composite fonts, else 1. */
  readonly codeLength: 1 | 2;
  /** The characters of a code by the font's ToUnicode map; U+FFFD where it is silent. */
  text(code: number): string;
  /** Advance in thousandths of the font size. */
  width(code: number): number;
};

const known = new WeakMap<Dict, PdfFont>();

/** Each font is read once. */
export function readFont(font: Dict): PdfFont {
  const found = known.get(font) ?? reading(font);
  known.set(font, found);
  return found;
}

function reading(font: Dict): PdfFont {
  const characters = toUnicode(font);
  const text = (code: number) => characters.get(code) ?? "\u{FFFD}";
  if (font.has("DescendantFonts")) {
    const widths = compositeWidths(asDict(listIn(font, "DescendantFonts")[0] ?? null));
    return { codeLength: 2, text, width: (code) => widths.get(code) ?? widths.get(-1) ?? 1000 };
  }
  const first = numberIn(font, "FirstChar") ?? 0;
  const list = numbers(listIn(font, "Widths"));
  const scale = (numbers(listIn(font, "FontMatrix"))[0] ?? 0.001) * 1000;
  return { codeLength: 1, text, width: (code) => (list[code - first] ?? 0) * scale };
}

/** Widths by code; the default is under -1 (ISO 32000-1, 9.7.4.3). */
function compositeWidths(font: Dict | undefined): ReadonlyMap<number, number> {
  const widths = new Map([[-1, numberIn(font, "DW") ?? 1000]]);
  const list = listIn(font, "W");
  for (let at = 0; at + 1 < list.length; ) {
    const [start, next = null, width] = list.slice(at, at + 3);
    if (typeof start !== "number") throw new PdfError("a font of the file has broken widths");
    if (Array.isArray(next)) {
      numbers(next).forEach((one, index) => {
        widths.set(start + index, one);
      });
      at += 2;
    } else if (typeof next === "number" && typeof width === "number") {
      for (let code = start; code <= Math.min(next, 0xffff); code += 1) widths.set(code, width);
      at += 3;
    } else throw new PdfError("a font of the file has broken widths");
  }
  return widths;
}

function toUnicode(font: Dict): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const stream = streamIn(font, "ToUnicode");
  if (!stream) return characters;
  const map = Buffer.from(unpacked(stream)).toString("latin1");
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

function numbers(list: readonly Value[]): readonly number[] {
  return list.map((one) => (typeof one === "number" ? one : 0));
}
