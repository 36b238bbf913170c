// Text in the strings of a PDF (ISO 32000-1, 7.9.2.2): PDFDocEncoding, UTF-16BE or UTF-8 after their marks.

import { type Dict, PdfString, valueIn } from "./objects.ts";

const MARK_16 = "\u00FE\u00FF";
const MARK_8 = "\u00EF\u00BB\u00BF";
/** What PDFDocEncoding has where Latin-1 has controls (ISO 32000-1, Annex D.3). */
const DOC: ReadonlyMap<string, string> = new Map([
  ..."\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC".split("").map((to, index) => pair(0x18 + index, to)),
  ..."\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC"
    .split("")
    .map((to, index) => pair(0x80 + index, to)),
]);

function pair(code: number, to: string): readonly [string, string] {
  return [String.fromCharCode(code), to];
}

/** What a text string says. */
export function textOf({ raw }: PdfString): string {
  if (raw.startsWith(MARK_16)) return new TextDecoder("utf-16be").decode(bytesOf(raw.slice(2)));
  if (raw.startsWith(MARK_8)) return new TextDecoder().decode(bytesOf(raw.slice(3)));
  return /[\x18-\x1F\x80-\xA0]/.test(raw)
    ? raw.replace(/[\x18-\x1F\x80-\xA0]/g, (one) => DOC.get(one) ?? one)
    : raw;
}

/** The text under a key; null when no string is there. */
export function textIn(dict: Dict | undefined, key: string): string | null {
  const value = valueIn(dict, key);
  return value instanceof PdfString ? textOf(value) : null;
}

/** A string that says `text`, whatever its letters. */
export function textString(text: string): PdfString {
  if (/^[\t\n\r -~]*$/.test(text)) return new PdfString(text);
  return new PdfString(MARK_16 + Buffer.from(text, "utf16le").swap16().toString("latin1"));
}

function bytesOf(raw: string): Buffer {
  return Buffer.from(raw, "latin1");
}
