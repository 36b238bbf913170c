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

type Matched = {
  readonly line: TextLine;
  /** The piece that it belongs to, and the stretch of its text that the line draws. */
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  /** Drawn with a hyphen where the document has a soft one. */
  readonly hyphened: boolean;
  /** Where the same piece goes on to be drawn. */
  readonly next: number | null;
};

/** Pieces that are looked through for the text of a line before it is given up. */
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
    const starts: number[] = [];
    pages.reduce((sum, page, index) => {
      starts[index] = sum;
      return sum + page.length;
    }, 0);
    const drawn: Matched[] = [];
    let page = -1;
    let place = { piece: 0, drawn: 0 };
    for (const leaf of leaves) {
      if (leaf.element === undefined || noteOf(leaf.element) !== isNote) continue;
      const lines = stretchOf(leaf)?.lines ?? [];
      if (leaf.tag === "Lbl") {
        for (const line of lines) repairs.set(line, { actual: labelText(line.text), space: false });
        continue;
      }
      if (leaf.page !== page) [page, place] = [leaf.page, { piece: starts[leaf.page] ?? 0, drawn: 0 }];
      for (const line of lines) {
        if (!bare(line.text)) {
        }
      }
    }
  }
  return { repairs, unread };
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
