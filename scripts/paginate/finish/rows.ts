// Parts the marks of an element that draw one line between them: in bidirectional text they are drawn in another order than they are read.

import { MARKS, type PageContent, SAME_LINE, type Stretch, type TextLine, textOf } from "./content.ts";
import { RIGHT_TO_LEFT } from "./drawn-text.ts";
import type { Leaf, TextLeaf } from "./leaves.ts";
import { Operations } from "./operations.ts";

export type Parted = { readonly leaves: readonly Leaf[]; readonly contents: readonly PageContent[] };

/**
 * Chromium draws a line from its left end and begins a mark anew whenever another element's text was drawn in between, so
 * that a mark may hold some lines and the end of a sentence that another mark begins. Each run of such lines becomes a
 * mark of its own, and those of one line share a `row`.
 */
export function partRows(leaves: readonly Leaf[], contents: readonly PageContent[]): Parted {
  if (!contents.some(isBidirectional)) return { leaves, contents };
  const own = contents.map(({ stretches }) => new Map(stretches.map((one) => [one.mark, one])));
  const parts = contents.map(() => new Map<Stretch, readonly Stretch[]>());
  const fresh = own.map((marks) => Math.max(-1, ...marks.keys()) + 1);
  const rows = new Map<TextLine, number>();
  let row = 0;

  /** Notes the lines that more than one of the leaves draw. */
  function shared(group: readonly TextLeaf[]): boolean {
    const lines = group.flatMap((leaf) => own[leaf.page]?.get(leaf.mark)?.lines ?? []);
    let found = false;
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      if (before === undefined || Math.abs(before.y - line.y) >= SAME_LINE) continue;
      if (!rows.has(before)) rows.set(before, row++);
      rows.set(line, rows.get(before) ?? 0);
      found = true;
    }
    return found;
  }

  function part(leaf: TextLeaf): readonly TextLeaf[] {
    const stretch = own[leaf.page]?.get(leaf.mark);
    const { bytes } = contents[leaf.page] ?? {};
    if (stretch === undefined || bytes === undefined) return [leaf];
    const pieces = piecesOf(stretch, rows);
    if (pieces.length === 0) return [leaf];
    const starts = pieces.map(({ lines: [line] }, index) =>
      index === 0 ? stretch.inside[0] : (line?.runs[0]?.start ?? stretch.inside[1]),
    );
    if (starts.some((start, index) => index > 0 && hasMark(bytes, pieces[index - 1]?.end ?? start, start)))
      return [leaf];
    const cut = pieces.map(({ lines }, index): Stretch => {
      const start = starts[index] ?? stretch.inside[0];
      const end = starts[index + 1] ?? stretch.inside[1];
      return {
        kind: stretch.kind,
        start: index === 0 ? stretch.start : start,
        end: index === pieces.length - 1 ? stretch.end : end,
        inside: [start, end],
        mark: index === 0 ? stretch.mark : (fresh[leaf.page] ?? 0) + index - 1,
        lines,
      };
    });
    fresh[leaf.page] = (fresh[leaf.page] ?? 0) + pieces.length - 1;
    parts[leaf.page]?.set(stretch, cut);
    return cut.map(({ mark }, index) => ({ ...leaf, mark, row: pieces[index]?.row ?? null }));
  }

  const parted = groupsOf(leaves).flatMap((group) => {
    const texts = group.filter((leaf) => leaf.kind === "text");
    return texts.length > 1 && shared(texts) ? texts.flatMap(part) : group;
  });
  return {
    leaves: parted,
    contents: contents.map(({ bytes, stretches }, page) => ({
      bytes,
      stretches: stretches.flatMap((one) => parts[page]?.get(one) ?? one),
    })),
  };
}

function isBidirectional({ stretches }: PageContent): boolean {
  return stretches.some(({ lines }) => lines.some((line) => RIGHT_TO_LEFT.test(textOf(line))));
}

/** Texts of one element on one page that follow each other; all other leaves by themselves. */
function groupsOf(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const groups: Leaf[][] = [];
  for (const leaf of leaves) {
    const last = groups.at(-1)?.at(-1);
    const goesOn =
      last?.kind === "text" &&
      leaf.kind === "text" &&
      !leaf.label &&
      !last.label &&
      last.element === leaf.element &&
      last.page === leaf.page;
    if (goesOn) groups.at(-1)?.push(leaf);
    else groups.push([leaf]);
  }
  return groups;
}

type Piece = { readonly lines: TextLine[]; readonly row: number | null; end: number };

/** The lines of a mark: each run of a row by itself, all others together. */
function piecesOf({ lines }: Stretch, rows: ReadonlyMap<TextLine, number>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const row = rows.get(line) ?? null;
    const end = line.runs.at(-1)?.end ?? 0;
    const last = pieces.at(-1);
    if (row !== null)
      pieces.push(...line.runs.map((run) => ({ lines: [{ ...line, runs: [run] }], row, end: run.end })));
    else if (last === undefined || last.row !== null) pieces.push({ lines: [line], row, end });
    else {
      last.lines.push(line);
      last.end = end;
    }
  }
  return pieces;
}

function hasMark(bytes: Buffer, start: number, end: number): boolean {
  for (const operation = new Operations(bytes.subarray(start, end)); operation.next(); )
    if (MARKS.has(operation.operator)) return true;
  return false;
}
