// Finds what each line of the PDF says in the document, so that words stay apart at line ends and run in order.

import type { PrintedDocument, PrintedText } from "../in-page/printed.ts";
import { type Run, type Stretch, type TextLine, textOf } from "./content.ts";
import { bare, plain, RIGHT_TO_LEFT, readLabel, sameSigns, type Written, written } from "./drawn-text.ts";
import type { Leaf, TextLeaf } from "./leaves.ts";
import { arrange } from "./run-order.ts";

export type LineRepair = {
  /** The runs as they are read: Chromium draws a line from its left end, whatever its direction. */
  readonly runs: readonly Run[];
  /** What the line reads, where no order of its runs says so. */
  readonly actual: string | null;
  /** White space follows in the document that is not drawn. */
  readonly space: boolean;
  /** One that is drawn elsewhere on the page, for fonts that have none. */
  readonly blank: Run | null;
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
type Read = { readonly leaf: TextLeaf; readonly line: TextLine; readonly match: Match | undefined };

export type ReadLeaves = {
  /** In the order in which they are read. */
  readonly leaves: readonly Leaf[];
  /** Only lines that need it. */
  readonly repairs: ReadonlyMap<TextLine, LineRepair>;
};

/** Pieces that are looked through for the text of a line before it is given up. */
const REACH = 60;

/** `leaves` in the order of the document, but for those of a row. */
export function readLines(
  leaves: readonly Leaf[],
  printed: PrintedDocument,
  stretchOf: (leaf: TextLeaf) => Stretch | undefined,
): ReadLeaves {
  const inNote = within(printed, ({ note }) => note !== null);
  // What a figure draws is said by its alternative text, and stands in no piece of the document's.
  const inFigure = within(printed, ({ box }) => box !== null);
  const repairs = new Map<TextLine, LineRepair>();
  const rows = new Map<number, TextLeaf[]>();
  const told = leaves.filter(
    (leaf): leaf is TextLeaf => leaf.kind === "text" && leaf.element !== undefined && !inFigure[leaf.element],
  );
  const body = told.filter(({ element = 0 }) => !inNote[element]);
  const notes = told.filter(({ element = 0 }) => inNote[element]);
  for (const [list, pages] of [
    [body, printed.body],
    [notes, printed.notes],
  ] as const) {
    const labels = list.filter(({ label }) => label).flatMap((leaf) => stretchOf(leaf)?.lines ?? []);
    for (const line of labels) {
      const text = textOf(line);
      const actual = readLabel(text);
      if (actual !== text && bare(text))
        repairs.set(line, { runs: line.runs, actual, space: false, blank: null });
    }
    const pieces = pages.flat();
    const texts = pieces.map(({ text }) => written(text));
    const read = matched(
      list.filter(({ label }) => !label),
      texts,
      firstPieces(pages),
      (leaf) => stretchOf(leaf)?.lines ?? [],
    );
    for (const { leaf } of read) {
      if (leaf.row === null) continue;
      const row = rows.get(leaf.row) ?? [];
      rows.set(leaf.row, row);
      row.push(leaf);
    }
    const said = read.map((one) => orderOf(one, texts));
    const blanks = new Map<number, Run>();
    for (const { leaf, line } of read)
      for (const run of blanks.has(leaf.page) ? [] : line.runs)
        if (run.text === " " && run.font?.space !== undefined) blanks.set(leaf.page, run);
    read.forEach(({ leaf, line, match }, index) => {
      const own = said[index];
      if (!match || !own) return;
      const next = said[index + 1];
      const shown = own.actual === null && /\s$/.test(own.text);
      const shownNext = next !== undefined && next.actual === null && /^\s/.test(next.text);
      const space = !shown && !shownNext && !match.hyphened && isApart(match, texts, pieces);
      const { runs, actual } = own;
      const blank = blanks.get(leaf.page) ?? null;
      if (actual !== null || space || runs !== line.runs) repairs.set(line, { runs, actual, space, blank });
    });
  }
  // The first of a row brings all of it.
  const inOrder = leaves.flatMap((leaf) =>
    leaf.kind === "link" || leaf.row === null ? leaf : (rows.get(leaf.row)?.splice(0) ?? leaf),
  );
  return { leaves: inOrder, repairs };
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

  /** The leaves of a row as they are read; as they are drawn where the document says nothing of the kind. */
  function ordered(row: readonly TextLeaf[]): readonly TextLeaf[] {
    const leafOf = new Map(
      row.flatMap((leaf) => linesOf(leaf).flatMap(({ runs }) => runs.map((run) => [run, leaf] as const))),
    );
    const runs = [...leafOf.keys()];
    const signs = bare(runs.map(({ text }) => text).join(""));
    for (let at = piece; at < Math.min(texts.length, piece + REACH); at += 1) {
      const said = stretchFrom(texts, at, at === piece ? from : 0, signs);
      if (said !== undefined) return arrange(runs, said)?.flatMap((run) => leafOf.get(run) ?? []) ?? row;
    }
    return row;
  }

  return rowsOf(leaves).flatMap((row) => {
    const [first] = row;
    if (first && first.page !== page) [page, piece, from] = [first.page, starts[first.page] ?? 0, 0];
    return (row.length > 1 ? ordered(row) : row).flatMap((leaf) =>
      linesOf(leaf).map((line) => {
        const signs = bare(textOf(line));
        const match = signs ? find(signs, texts, piece, from) : undefined;
        if (match) [piece, from] = [match.piece, match.to];
        return { leaf, line, match };
      }),
    );
  });
}

/** What pieces say from a sign of one of them on, where it is written with these signs. */
function stretchFrom(
  texts: readonly Written[],
  piece: number,
  from: number,
  signs: string,
): string | undefined {
  let [bared, said, start] = ["", "", from];
  for (let at = piece; at < texts.length; at += 1, start = 0) {
    const text = texts[at];
    // Of what follows, only white space.
    if (text === undefined || (bared.length === signs.length && text.bare !== "")) break;
    const end = Math.min(text.bare.length, start + signs.length - bared.length);
    bared += text.bare.slice(start, end);
    // With the white space around what is drawn.
    said += text.text.slice(text.ends[start - 1] ?? 0, text.starts[end]);
  }
  return sameSigns(bared, signs) ? said : undefined;
}

/** Leaves of a row together, all others by themselves. */
function rowsOf(leaves: readonly TextLeaf[]): readonly (readonly TextLeaf[])[] {
  const rows: TextLeaf[][] = [];
  for (const leaf of leaves) {
    if (leaf.row !== null && rows.at(-1)?.[0]?.row === leaf.row) rows.at(-1)?.push(leaf);
    else rows.push([leaf]);
  }
  return rows;
}

function find(signs: string, texts: readonly Written[], piece: number, from: number): Match | undefined {
  for (let at = piece; at < Math.min(texts.length, piece + REACH); at += 1) {
    const text = texts[at];
    if (!text) break;
    const start = at === piece ? from : 0;
    const to = start + signs.length;
    if (sameSigns(text.bare.slice(start, to), signs)) return { piece: at, from: start, to, hyphened: false };
    // What runs from left to right is drawn in its own order: it stands there to the letter, if not at once.
    const found = RIGHT_TO_LEFT.test(signs) ? -1 : text.bare.indexOf(signs, start);
    if (found !== -1) return { piece: at, from: found, to: found + signs.length, hyphened: false };
    const soft = text.text[text.ends[to - 2] ?? -1] === "\u00AD" && /[-\u2010]/.test(signs);
    if (soft && sameSigns(text.bare.slice(start, to - 1), signs.replace(/[-\u2010](?=[^-\u2010]*$)/, ""))) {
      return { piece: at, from: start, to: to - 1, hyphened: true };
    }
  }
  return undefined;
}

type Said = { readonly runs: readonly Run[]; readonly text: string; readonly actual: string | null };

/** The runs of a line in the order of the document, or else what the document says there. */
function orderOf({ line, match }: Read, texts: readonly Written[]): Said {
  const drawn = { runs: line.runs, text: textOf(line), actual: null };
  const text = match && texts[match.piece];
  if (!text) return drawn;
  const written = plain(text.text.slice(text.starts[match.from] ?? 0, text.ends[match.to - 1]));
  // A soft hyphen is said where a line ends in it (ISO 32000-1, 14.8.2.2.3), and nowhere else: words are to be found.
  const said = written.replaceAll("\u00AD", "") + (match.hyphened ? "\u00AD" : "");
  const lead = text.text.slice(text.ends[match.from - 1] ?? 0, text.starts[match.from]);
  const rest = text.text.slice(text.ends[match.to - 1], text.starts[match.to]);
  const extra = (one: string) =>
    (/^\s/.test(one) && !/\s/.test(lead)) || (/\s$/.test(one) && !/\s/.test(rest));
  const says = (one: string) => plain(one) === said && !extra(one);
  if (says(drawn.text)) return drawn;
  const around = (white: string) => (/\s/.test(white) ? " " : "");
  const runs = arrange(line.runs, around(lead) + said + around(rest)) ?? line.runs;
  const arranged = runs.map((run) => run.text).join("");
  return { runs, text: arranged, actual: says(arranged) ? null : said };
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

/** For each element whether it, or one that holds it, is of a kind. */
function within(
  { elements }: PrintedDocument,
  is: (element: PrintedDocument["elements"][number]) => boolean,
): readonly boolean[] {
  const known: boolean[] = [];
  for (const element of elements)
    known.push(is(element) || (element.parent !== null && known[element.parent] === true));
  return known;
}
