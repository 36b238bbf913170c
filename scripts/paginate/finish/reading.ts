// Finds what each line of the PDF says in the document, so that words stay apart at line ends and run in order.

import type { PrintedDocument, PrintedText } from "../in-page/printed.ts";
import type { Stretch, TextLine } from "./content.ts";
import { bare, plain, RIGHT_TO_LEFT, readLabel, sameSigns, type Written, written } from "./drawn-text.ts";
import type { TextLeaf } from "./leaves.ts";

export type LineRepair = {
  /** What the line reads, where its glyphs say it otherwise: in another order, or with a hyphen that is none. */
  readonly actual: string | null;
  /** White space follows in the document that is not drawn. */
  readonly space: boolean;
};

type Match = {
  readonly piece: number;
  /** The signs of the piece that the line draws. */
  readonly from: number;
  readonly to: number;
  /** Drawn with a hyphen where the document has a soft one. */
  readonly hyphened: boolean;
};

/** A line in reading order; without a match it is blank or not the document's. */
type Read = { readonly line: TextLine; readonly match: Match | undefined };

/** Pieces that are looked through for the text of a line before it is given up. */
const REACH = 60;

/** Only lines that need it are in the result. `leaves` in the order of the document. */
export function readLines(
  leaves: readonly TextLeaf[],
  printed: PrintedDocument,
  stretchOf: (leaf: TextLeaf) => Stretch | undefined,
): ReadonlyMap<TextLine, LineRepair> {
  const inNote = notesOf(printed);
  const repairs = new Map<TextLine, LineRepair>();
  const body = leaves.filter(({ element }) => element !== undefined && !inNote[element]);
  const notes = leaves.filter(({ element }) => element !== undefined && inNote[element]);
  for (const [list, pages] of [
    [body, printed.body],
    [notes, printed.notes],
  ] as const) {
    const labels = list.filter(({ tag }) => tag === "Lbl").flatMap((leaf) => stretchOf(leaf)?.lines ?? []);
    for (const line of labels) {
      const actual = readLabel(line.text);
      if (actual !== line.text && bare(line.text)) repairs.set(line, { actual, space: false });
    }
    const pieces = pages.flat();
    const texts = pieces.map(({ text }) => written(text));
    const read = matched(
      list.filter(({ tag }) => tag !== "Lbl"),
      texts,
      firstPieces(pages),
      (leaf) => stretchOf(leaf)?.lines ?? [],
    );
    const actuals = read.map((one) => actualOf(one, texts));
    read.forEach(({ line, match }, index) => {
      if (!match) return;
      const actual = actuals[index] ?? null;
      const next = read[index + 1];
      const shown = actual === null && /\s$/.test(line.text);
      const shownNext = next !== undefined && actuals[index + 1] === null && /^\s/.test(next.line.text);
      const space = !shown && !shownNext && !match.hyphened && isApart(match, texts, pieces);
      if (actual !== null || space) repairs.set(line, { actual, space });
    });
  }
  return repairs;
}

function matched(
  leaves: readonly TextLeaf[],
  texts: readonly Written[],
  starts: readonly number[],
  linesOf: (leaf: TextLeaf) => readonly TextLine[],
): readonly Read[] {
  let page = -1;
  let piece = 0;
  let from = 0;
  return leaves.flatMap((leaf) => {
    if (leaf.page !== page) [page, piece, from] = [leaf.page, starts[leaf.page] ?? 0, 0];
    return linesOf(leaf).map((line) => {
      const signs = bare(line.text);
      const match = signs ? find(signs, texts, piece, from) : undefined;
      if (match) [piece, from] = [match.piece, match.to];
      return { line, match };
    });
  });
}

function find(signs: string, texts: readonly Written[], piece: number, from: number): Match | undefined {
  for (let at = piece; at < Math.min(texts.length, piece + REACH); at += 1) {
    const text = texts[at];
    if (!text) break;
    const start = at === piece ? from : 0;
    const to = start + signs.length;
    if (sameSigns(text.bare.slice(start, to), signs)) return { piece: at, from: start, to, hyphened: false };
    const soft = text.text[text.ends[to - 2] ?? -1] === "\u00AD" && /[-\u2010]/.test(signs);
    if (soft && sameSigns(text.bare.slice(start, to - 1), signs.replace(/[-\u2010](?=[^-\u2010]*$)/, ""))) {
      return { piece: at, from: start, to: to - 1, hyphened: true };
    }
  }
  return undefined;
}

/** What the line says in the document, if the file says it otherwise. */
function actualOf({ line, match }: Read, texts: readonly Written[]): string | null {
  const text = match && texts[match.piece];
  if (!text || !match.hyphened) return null;
  const end = text.ends[match.to - 1] ?? 0;
  const start = text.starts[match.from] ?? 0;
  const said = plain(text.text.slice(start, end)) + (match.hyphened ? "\u00AD" : "");
  const led = /\s$/.test(text.text.slice(match.from ? text.ends[match.from - 1] : 0, start));
  const strange = /^\s/.test(line.text) && !led;
  return plain(line.text) === said && !strange && !RIGHT_TO_LEFT.test(said) ? null : said;
}

/** Whether the document has white space between this line and what its block says next. */
function isApart(match: Match, texts: readonly Written[], pieces: readonly PrintedText[]): boolean {
  const text = texts[match.piece];
  if (!text) return false;
  const next = text.starts[match.to];
  const rest = text.text.slice(text.ends[match.to - 1] ?? 0, next);
  if (/\s/.test(rest)) return true;
  if (next !== undefined) return false;
  const block = pieces[match.piece]?.block;
  for (let at = match.piece + 1; pieces[at]?.block === block && at < pieces.length; at += 1) {
    const following = pieces[at]?.text ?? "";
    if (following) return /^\s/.test(following);
  }
  return false;
}

/** Index of the first piece of each page. */
function firstPieces(pages: readonly (readonly PrintedText[])[]): readonly number[] {
  let sum = 0;
  return pages.map((page) => {
    sum += page.length;
    return sum - page.length;
  });
}

function notesOf({ elements }: PrintedDocument): readonly boolean[] {
  const known: boolean[] = [];
  for (const { note, parent } of elements)
    known.push(note !== null || (parent !== null && known[parent] === true));
  return known;
}
