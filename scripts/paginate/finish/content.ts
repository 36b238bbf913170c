// A page's content as stretches: what is marked, what is text or paint outside marks, and the lines of text in it.

import type { Font } from "./fonts.ts";
import { IDENTITY, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { nameOf, numbersOf, type Operation, readOperations } from "./operations.ts";
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
  readonly paints: boolean;
};

/** What the file says that a line reads. */
export function textOf({ runs }: TextLine): string {
  return runs.map(({ text }) => text).join("");
}

export type PageContent = { readonly bytes: Uint8Array; readonly stretches: readonly Stretch[] };

const BEGINS_PATH = new Set(["m", "re"]);
const PAINTS_PATH = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const PAINTS = new Set([...PAINTS_PATH, "Do", "sh", "BI"]);
/** Points between the baselines of one line. */
const SAME_LINE = 1;

/** Bytes between stretches only set the state and are to be kept as they are. */
export function readContent(bytes: Uint8Array, fonts: ReadonlyMap<string, Font>): PageContent {
  const operations = readOperations(bytes);
  const stretches: Stretch[] = [];
  const saved: { matrix: Matrix; font: Font | undefined }[] = [];
  let matrix = IDENTITY;
  let font: Font | undefined;

  /** State that goes on after the operation. */
  function follow(operation: Operation): void {
    const { operator } = operation;
    if (operator === "q") saved.push({ matrix, font });
    else if (operator === "Q") ({ matrix, font } = saved.pop() ?? { matrix: IDENTITY, font: undefined });
    else if (operator === "cm") matrix = multiply(toMatrix(numbersOf(bytes, operation)), matrix);
    else if (operator === "Tf") font = fonts.get(nameOf(bytes, operation));
  }

  /** Reads from `at` to before `end`, and returns the lines found there. */
  function textIn(at: number, end: number): TextLine[] {
    const lines: TextLine[] = [];
    for (let index = at; index < end; index += 1) {
      const operation = operations[index];
      if (!operation) break;
      if (operation.operator !== "BT") {
        follow(operation);
        continue;
      }
      const close = next(index, (one) => one === "ET");
      const object = readTextObject(bytes, operations.slice(index + 1, close), fonts, font);
      font = object.font;
      const last = operations[close] ?? operation;
      const [, , , , x, y] = multiply(object.matrix, matrix);
      const run = { start: operation.start, end: last.end, last: last.start, text: object.text, x, font };
      const line = lines.at(-1);
      if (line && Math.abs(line.y - y) < SAME_LINE) line.runs.push(run);
      else lines.push({ runs: [run], y });
      index = close;
    }
    return lines;
  }

  function next(from: number, wanted: (operator: string) => boolean): number {
    for (let at = from; at < operations.length; at += 1)
      if (wanted(operations[at]?.operator ?? "")) return at;
    throw new Error("A content stream ends too early");
  }

  function closing(from: number): number {
    let depth = 0;
    return next(from, (operator) => {
      if (operator === "BDC" || operator === "BMC") depth += 1;
      if (operator === "EMC") depth -= 1;
      return depth === 0;
    });
  }

  for (let index = 0; index < operations.length; index += 1) {
    const operation = operations[index];
    if (!operation) break;
    const { operator, start, end } = operation;
    const bare = { start, inside: [start, end], mark: -1, lines: [], paints: false } as const;
    if (operator === "BDC" || operator === "BMC") {
      const close = closing(index);
      const last = operations[close] ?? operation;
      const number = /\/MCID\s+(\d+)/.exec(Buffer.from(bytes.subarray(start, end)).toString("latin1"))?.[1];
      const inside = operations.slice(index + 1, close);
      stretches.push({
        kind: "mark",
        start,
        end: last.end,
        inside: [end, last.start],
        mark: number === undefined ? -1 : Number(number),
        lines: textIn(index + 1, close),
        paints: inside.some((one) => PAINTS.has(one.operator)),
      });
      index = close;
    } else if (operator === "BT") {
      const close = next(index, (one) => one === "ET");
      const last = operations[close]?.end ?? end;
      const lines = textIn(index, close + 1);
      stretches.push({ ...bare, kind: "text", end: last, inside: [start, last], lines });
      index = close;
    } else if (BEGINS_PATH.has(operator)) {
      const close = next(index, (one) => one === "n" || PAINTS_PATH.has(one));
      const last = operations[close]?.end ?? end;
      const painted = operations[close]?.operator !== "n";
      if (painted) stretches.push({ ...bare, kind: "paint", end: last, inside: [start, last] });
      index = close;
    } else if (PAINTS.has(operator)) stretches.push({ ...bare, kind: "paint", end });
    else follow(operation);
  }
  return { bytes, stretches };
}
