// A page's content as stretches: what is marked, what is text or paint outside marks, and the lines of text in it.

import type { Font } from "./fonts.ts";
import { IDENTITY, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { bufferOf, latin, nameOf, numbersOf, Operations } from "./operations.ts";
import { readTextObject } from "./text-object.ts";

/** `BT` to `ET`. Offsets count bytes of the content. */
export type Run = {
  readonly start: number;
  readonly end: number;
  /** Before its `ET`. */
  readonly last: number;
  /** What the file itself says that it reads. */
  readonly text: string;
  /** Points from the left edge of the page. */
  readonly x: number;
  /** The font that is set when it ends. */
  readonly font: Font | undefined;
};

/** Runs that follow each other on one baseline, in the order in which they are drawn. */
export type TextLine = {
  readonly runs: Run[];
  /** Points from the bottom of the page. */
  readonly y: number;
};

export type Stretch = {
  /** `paint` is a path, an image or a shading outside marks. */
  readonly kind: "mark" | "text" | "paint";
  readonly start: number;
  readonly end: number;
  /** What it holds: without the operators that begin and end a mark. */
  readonly inside: readonly [number, number];
  /** MCID; -1 outside marks. */
  readonly mark: number;
  readonly lines: readonly TextLine[];
};

/** What the file says that a line reads. */
export function textOf({ runs }: TextLine): string {
  return runs.map(({ text }) => text).join("");
}

export type PageContent = { readonly bytes: Buffer; readonly stretches: readonly Stretch[] };

const BEGINS_MARK = new Set(["BMC", "BDC"]);
export const MARKS: ReadonlySet<string> = new Set([...BEGINS_MARK, "EMC"]);
const BEGINS_PATH = new Set(["m", "re"]);
const PAINTS_PATH = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const PAINTS = new Set([...PAINTS_PATH, "Do", "sh", "BI"]);
/** Points between the baselines of one line. */
export const SAME_LINE = 1;

/** Bytes between stretches only set the state and are to be kept as they are. */
export function readContent(content: Uint8Array, fonts: ReadonlyMap<string, Font>): PageContent {
  const bytes = bufferOf(content);
  const operations = new Operations(bytes);
  const stretches: Stretch[] = [];
  const saved: { matrix: Matrix; font: Font | undefined }[] = [];
  let matrix = IDENTITY;
  let font: Font | undefined;

  /** State that goes on after the operation. */
  function follow(): void {
    const { operator } = operations;
    if (operator === "q") saved.push({ matrix, font });
    else if (operator === "Q") ({ matrix, font } = saved.pop() ?? { matrix: IDENTITY, font: undefined });
    else if (operator === "cm") matrix = multiply(toMatrix(numbersOf(operations)), matrix);
    else if (operator === "Tf") font = fonts.get(nameOf(operations));
  }

  /** Reads a text object from its `BT`, and puts it into the lines. */
  function addText(lines: TextLine[]): void {
    const { start } = operations;
    const object = readTextObject(operations, fonts, font);
    font = object.font;
    const [, , , , x, y] = multiply(object.matrix, matrix);
    const run = { start, end: operations.end, last: operations.start, text: object.text, x, font };
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < SAME_LINE) line.runs.push(run);
    else lines.push({ runs: [run], y });
  }

  /** Reads from the beginning of a mark to its end. */
  function readMark(): Stretch {
    const { start, end } = operations;
    const number = /\/MCID\s+(\d+)/.exec(latin(bytes, start, end))?.[1];
    const lines: TextLine[] = [];
    for (let depth = 1; depth > 0; ) {
      step();
      if (operations.operator === "BT") addText(lines);
      else if (BEGINS_MARK.has(operations.operator)) depth += 1;
      else if (operations.operator === "EMC") depth -= 1;
      else follow();
    }
    const inside = [end, operations.start] as const;
    return {
      kind: "mark",
      start,
      end: operations.end,
      inside,
      mark: number === undefined ? -1 : Number(number),
      lines,
    };
  }

  function step(): void {
    if (!operations.next()) throw new Error("A content stream ends too early");
  }

  /** A stretch outside marks, from `start` to where the operations are. */
  function bare(kind: Stretch["kind"], start: number, lines: readonly TextLine[] = []): Stretch {
    return { kind, start, end: operations.end, inside: [start, operations.end], mark: -1, lines };
  }

  while (operations.next()) {
    const { operator, start } = operations;
    if (BEGINS_MARK.has(operator)) stretches.push(readMark());
    else if (operator === "BT") {
      const lines: TextLine[] = [];
      addText(lines);
      stretches.push(bare("text", start, lines));
    } else if (BEGINS_PATH.has(operator)) {
      while (operations.operator !== "n" && !PAINTS_PATH.has(operations.operator)) step();
      if (operations.operator !== "n") stretches.push(bare("paint", start));
    } else if (PAINTS.has(operator)) stretches.push(bare("paint", start));
    else follow();
  }
  return { bytes, stretches };
}
