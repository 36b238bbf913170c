// Compares what is drawn with what is written: letters and signs alone, whatever their order, form and spacing.

/** Not drawn, or drawn in more than one way: white space, soft hyphens, joiners, directional marks. */
const SILENT = /[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\u034F\uFE00-\uFE0F]/gu;
/** Drawn as their counterparts where text runs from right to left (Unicode, 4.7). */
const CLOSING: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  "»": "«",
  "›": "‹",
  ">": "<",
};
/** Nothing in it that decomposes. */
const PLAIN = /^[\t\n\r -~]*$/;
/** Words of such letters with one space between. */
const SPACED = /^[!-~]+(?: [!-~]+)*$/;
export const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Letters and signs, decomposed so that their number does not depend on how they are written. */
export function bare(text: string): string {
  if (PLAIN.test(text)) return text.replace(/[\s)\]}>]/g, (sign) => CLOSING[sign] ?? "");
  return text
    .normalize("NFKD")
    .replace(SILENT, "")
    .replace(/[)\]}»›>]/g, (sign) => CLOSING[sign] ?? sign);
}

/** As one reads it: one space for any white space, none at the ends. */
export function plain(text: string): string {
  if (SPACED.test(text)) return text;
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

export function sameSigns(a: string, b: string): boolean {
  return a === b || (a.length === b.length && sorted(a) === sorted(b));
}

function sorted(text: string): string {
  return [...text].sort().join("");
}

export type Written = {
  readonly text: string;
  readonly bare: string;
  /** For each sign of `bare`, where it stands in `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

export function written(text: string): Written {
  const starts: number[] = [];
  const ends: number[] = [];
  let all = "";
  let start = 0;
  for (const char of text) {
    const end = start + char.length;
    const signs = isLetter(char) ? char : char === " " ? "" : bare(char);
    for (let count = signs.length; count > 0; count -= 1) {
      starts.push(start);
      ends.push(end);
    }
    all += signs;
    start = end;
  }
  return { text, bare: all, starts, ends };
}

/** Of those that stand for themselves, which most are. */
function isLetter(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");
}

/** The number or letter of a list item as it is read: Chromium draws `1. ` from right to left as ` .1`. */
export function readLabel(text: string): string {
  const parts = /^\s*([.)،])\s*(\S+)\s*$/u.exec(text);
  return parts ? `${parts[2]}${parts[1]} ` : `${plain(text)} `;
}
