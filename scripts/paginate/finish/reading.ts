// Finds what each line of the PDF says in the document, so that words stay apart at line ends and run in order.

import type { PrintedDocument, PrintedText } from "../in-page/printed.ts";
import type { Stretch, TextLine } from "./content.ts";
import type { TextLeaf } from "./leaves.ts";

export type LineRepair = {
  /** What the line reads, where its glyphs say it otherwise: in another order, or with a hyphen that is none. */
  readonly actual: string | null;
  /** White space follows in the document that is not drawn. */
  readonly space: boolean;
};

export type Reading = {
  readonly repairs: ReadonlyMap<TextLine, LineRepair>;
  /** Leaves whose text is not that of the document. */
  readonly unread: readonly TextLeaf[];
};

type Matched = { readonly leaf: TextLeaf; readonly lines: readonly TextLine[]; readonly at: number };

/** Pieces that are looked through for the text of a leaf before it is given up. */
const REACH = 60;
/** Not drawn, or drawn in more than one way: white space, soft hyphens, joiners, directional marks. */
const SILENT = /[\s\u00AD\u034F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/gu;

export function readLines(
  leaves: readonly TextLeaf[],
  printed: PrintedDocument,
  stretchOf: (leaf: TextLeaf) => Stretch | undefined,
): Reading {
  const repairs = new Map<TextLine, LineRepair>();
  const unread: TextLeaf[] = [];
  const noteOf = inNotes(printed);
  for (const [pages, isNote] of [
    [printed.body, false],
    [printed.notes, true],
  ] as const) {
    const pieces = pages.flat();
    const starts = new Map<number, number>();
    pages.reduce((sum, page, index) => {
      starts.set(index, sum);
      return sum + page.length;
    }, 0);
    const matched: Matched[] = [];
    let page = -1;
    let cursor = 0;
    for (const leaf of leaves) {
      if (leaf.element === undefined || leaf.tag === "Lbl" || noteOf(leaf.element) !== isNote) continue;
      const lines = stretchOf(leaf)?.lines ?? [];
      if (!lines.some(({ text }) => bare(text).length)) continue;
      if (leaf.page !== page) [page, cursor] = [leaf.page, starts.get(leaf.page) ?? 0];
      const at = find(bare(lines.map(({ text }) => text).join("")), pieces, cursor);
      if (at === undefined) unread.push(leaf);
      else {
        matched.push({ leaf, lines, at });
        cursor = at + 1;
      }
    }
    matched.forEach((one, index) => {
      const following = matched[index + 1]?.lines[0];
      for (const [line, repair] of repairsOf(one, pieces, following)) repairs.set(line, repair);
    });
  }
  return { repairs, unread };
}

function repairsOf(
  { lines, at }: Matched,
  pieces: readonly PrintedText[],
  following: TextLine | undefined,
): readonly (readonly [TextLine, LineRepair])[] {
  const text = pieces[at]?.text ?? "";
  const places = drawn(text);
  let from = 0;
  return lines.map((line, index) => {
    const start = places[from]?.start ?? text.length;
    const count = bare(line.text).length;
    const soft = /[-\u2010]\s*$/.test(line.text) && text[places[from + count - 2]?.end ?? -1] === "\u00AD";
    from += soft ? count - 1 : count;
    const end = places[from - 1]?.end ?? start;
    const last = index === lines.length - 1;
    const said = collapse(text.slice(start, soft ? end + 1 : end));
    const rest = text.slice(end, last ? text.length : places[from]?.start);
    const next = lines[index + 1] ?? following;
    const apart = /\s/.test(rest) || (last && spaceAfter(pieces, at));
    const shown = /\s$/.test(line.text) || (next !== undefined && /^\s/.test(next.text));
    const same = collapse(line.text) === said.replaceAll("\u00AD", "") && !soft;
    return [line, { actual: same ? null : said, space: apart && !shown && !soft }];
  });
}

/** White space at the head of the rest of the block. */
function spaceAfter(pieces: readonly PrintedText[], at: number): boolean {
  const block = pieces[at]?.block;
  for (let index = at + 1; index < pieces.length && pieces[index]?.block === block; index += 1) {
    const text = pieces[index]?.text ?? "";
    if (/^\s/.test(text)) return true;
    if (text) return false;
  }
  return false;
}

function find(wanted: string, pieces: readonly PrintedText[], cursor: number): number | undefined {
  for (let at = cursor; at < Math.min(pieces.length, cursor + REACH); at += 1) {
    const text = pieces[at]?.text ?? "";
    const found = bare(text);
    if (found === wanted) return at;
    if (found.length === wanted.length && sorted(found) === sorted(wanted)) return at;
    if (text.includes("\u00AD") && unhyphened(found) === unhyphened(wanted)) return at;
  }
  return undefined;
}

/** Where each character that is drawn stands in `text`. */
function drawn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  let start = 0;
  for (const char of text) {
    const end = start + char.length;
    for (let count = bare(char).length; count > 0; count -= 1) places.push({ start, end });
    start = end;
  }
  return places;
}

/** Letters and signs alone, decomposed so that the count does not depend on how they are written. */
function bare(text: string): string {
  return text.normalize("NFKD").replace(SILENT, "");
}

function collapse(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

function sorted(text: string): string {
  return [...text].sort().join("");
}

function unhyphened(text: string): string {
  return sorted(text.replace(/[-\u2010]/g, ""));
}

function inNotes({ elements }: PrintedDocument): (index: number) => boolean {
  const known: boolean[] = [];
  elements.forEach((element, index) => {
    known.push(element.note !== null || (element.parent !== null && known[element.parent] === true && index > 0));
  });
  return (index) => known[index] === true;
}
