// Plain text to blocks: a line is a paragraph, unless blank lines part paragraphs whose lines were broken to a width.
import type { Line } from "./lines.ts";
import type { Piece } from "./reader-text.ts";

export function plainTextBlocks(lines: readonly Line[]): readonly Piece[] {
  const groups: Line[][] = [[]];
  for (const line of lines.map(trimmed)) {
    if (line.text !== "") groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  const full = groups.filter((group) => group.length > 0);
  const paragraphs = isWrapped(full) ? full : full.flat().map((line) => [line]);
  const texts = paragraphs.map((group) => group.map(({ text }) => text).join(" "));
  const prose = texts.filter(isSentence).length * 2 > texts.length;
  return paragraphs.map((group, index) => {
    const heading =
      prose && index > 0 && isHeading(texts[index] ?? "") && isLonger(texts[index + 1], texts[index] ?? "");
    return {
      kind: heading ? "heading" : "paragraph",
      level: heading ? 2 : null,
      line: group[0]?.number ?? 1,
      parts: group.flatMap((line, inner) => {
        const part = { text: line.text, byteStart: line.byteStart, byteEnd: line.byteEnd };
        const before = group[inner - 1];
        return before === undefined
          ? [part]
          : [{ text: " ", byteStart: before.byteEnd, byteEnd: line.byteStart }, part];
      }),
    };
  });
}

/** Without outer white space, its bytes moved accordingly. */
function trimmed(line: Line): Line {
  const text = line.text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  const lead = line.text.length - line.text.replace(/^\p{White_Space}+/u, "").length;
  return { ...line, text, byteStart: line.byteAt(lead), byteEnd: line.byteAt(lead + text.length) };
}

/** Most lines that another follows within their group are about as wide as a page is set. */
function isWrapped(groups: readonly (readonly Line[])[]): boolean {
  if (groups.length < 2) return false;
  const inner = groups.flatMap((group) => group.slice(0, -1)).map(({ text }) => [...text].length);
  const wide = inner.filter((length) => length >= 45 && length <= 100);
  return inner.length > 0 && wide.length >= inner.length * 0.8;
}

const closing = /[.!?…。！？।॥؟۔։።។။:;,，；：][\p{Pe}\p{Pf}\p{Po}"'\p{White_Space}]*$/u;

function isSentence(text: string): boolean {
  return closing.test(text);
}

function isHeading(text: string): boolean {
  return !closing.test(text) && [...text].length <= 80 && /\p{L}/u.test(text) && !/^[-–—*•·]\s/u.test(text);
}

function isLonger(next: string | undefined, text: string): boolean {
  return next !== undefined && next.length > text.length && isSentence(next);
}
