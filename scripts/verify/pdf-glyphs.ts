// Draws the text of a content stream into a list of glyphs: where each stands and what characters it stands for.

import { type Operand, type Operation, readOperations } from "./pdf-content.ts";
import type { PdfFont } from "./pdf-font.ts";

/** Points from the bottom left corner of the page. */
export type Glyph = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Glyphs of one run of right-to-left text share a number; they are drawn last character first. */
  readonly run: number | undefined;
  /** Glyphs that an ActualText around whole text objects states together share a number: a line of right-to-left text. */
  readonly line: number | undefined;
};

type Form = {
  readonly content: Uint8Array;
  readonly matrix: readonly number[];
  readonly resources: Resources;
};

export type Resources = {
  font(name: string): PdfFont | undefined;
  form(name: string): Form | undefined;
};

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

type State = { readonly matrix: Matrix; readonly font: PdfFont | undefined; readonly size: number };
type Mark = {
  readonly actual: string | undefined;
  readonly backwards: boolean;
  /** Set where the mark stands around text objects. */
  readonly line: number | undefined;
  used: boolean;
};

/** Draws the operations of a page one after the other. */
export type TextDrawer = { take(operation: Operation): void; readonly glyphs: readonly Glyph[] };

export function textDrawer(resources: Resources, base: Matrix = IDENTITY): TextDrawer {
  const glyphs: (Glyph & { width: number })[] = [];
  const saved: State[] = [];
  const marks: Mark[] = [];
  let state: State = { matrix: base, font: undefined, size: 1 };
  let line = IDENTITY;
  let text = IDENTITY;
  let runs = 0;
  let run: number | undefined;
  let inText = false;
  let lines = 0;
  /** The outermost mark that states what its glyphs say. */
  let speaking: Mark | undefined;
  /** Of text to page; unknown since a matrix changed. */
  let scale: number | undefined;

  function show(bytes: Uint8Array): void {
    const { font, size, matrix } = state;
    if (!font) return;
    const [a, b, c, d] = text;
    const [A, B, C, D, E, F] = matrix;
    scale ??= Math.hypot(a * A + b * C, a * B + b * D);
    let [, , , , e, f] = text;
    for (let at = 0; at + font.codeLength <= bytes.length; at += font.codeLength) {
      const code = font.codeLength === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      const x = e * A + f * C + E;
      const y = e * B + f * D + F;
      const advance = (font.width(code) / 1000) * size;
      const characters = speaking ? stated(speaking) : font.text(code);
      const width = advance * scale;
      const last = glyphs.at(-1);
      if (!characters && last) last.width = Math.max(last.width, x + width - last.x);
      if (characters)
        glyphs.push({ text: characters, x, y, width, size: size * scale, run, line: speaking?.line });
      e += advance * a;
      f += advance * b;
    }
    text = [a, b, c, d, e, f];
  }

  /** ActualText stands for all glyphs of its mark together, whatever is marked within: the first one says it. */
  function stated(mark: Mark): string {
    if (mark.used) return "";
    mark.used = true;
    return mark.actual ?? "";
  }

  function move(x: number, y: number): void {
    line = moved(line, x, y);
    text = line;
  }

  function mark(operator: string, operands: readonly Operand[]): void {
    const backwards = named(operands[0]) === "ReversedChars";
    const actual = operator === "BDC" ? actualText(operands[1]) : undefined;
    if (actual !== undefined && !inText) lines += 1;
    const own = { actual, backwards, line: actual !== undefined && !inText ? lines : undefined, used: false };
    marks.push(own);
    if (actual !== undefined) speaking ??= own;
    if (backwards) {
      runs += 1;
      run = runs;
    }
  }

  function take({ operator, operands }: Operation): void {
    const [first, second] = operands;
    if (operator === "Td" || operator === "TD") move(number(first), number(second));
    else if (operator === "Tj") show(bytesOf(first));
    else if (operator === "TJ" && typeof first === "object" && "array" in first) {
      for (const part of first.array) {
        if (typeof part === "number") text = moved(text, (-part / 1000) * state.size, 0);
        else show(bytesOf(part));
      }
    } else if (operator === "Tf")
      state = { ...state, font: resources.font(named(first)), size: number(second) };
    else if (operator === "BMC" || operator === "BDC") mark(operator, operands);
    else if (operator === "EMC") {
      const closed = marks.pop();
      if (closed?.backwards) run = undefined;
      if (closed === speaking) speaking = undefined;
    } else if (operator === "Do") {
      const form = resources.form(named(first));
      if (!form) return;
      const inside = textDrawer(form.resources, multiply(matrixOf(form.matrix), state.matrix));
      for (const operation of readOperations(form.content)) inside.take(operation);
      glyphs.push(...inside.glyphs);
    } else place(operator, operands);
  }

  /** What changes where text is placed. */
  function place(operator: string, operands: readonly Operand[]): void {
    if (operator === "q") saved.push(state);
    else if (operator === "Q") state = saved.pop() ?? state;
    else if (operator === "cm") state = { ...state, matrix: multiply(matrixOf(operands), state.matrix) };
    else if (operator === "BT") {
      line = text = IDENTITY;
      inText = true;
    } else if (operator === "ET") inText = false;
    else if (operator === "Tm") line = text = matrixOf(operands);
    else return;
    scale = undefined;
  }

  return { take, glyphs };
}

/** The transformation that does `first`, then `then`. */
function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The transformation that moves by `x` and `y`, then does `then`. */
function moved([A, B, C, D, E, F]: Matrix, x: number, y: number): Matrix {
  return [A, B, C, D, x * A + y * C + E, x * B + y * D + F];
}

function matrixOf(operands: readonly Operand[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(number);
  return [a, b, c, d, e, f];
}

function actualText(properties: Operand | undefined): string | undefined {
  if (typeof properties !== "object" || !("dictionary" in properties)) return undefined;
  const bytes = bytesOf(properties.dictionary.get("ActualText"));
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return undefined;
  return new TextDecoder("utf-16be").decode(bytes.subarray(2));
}

function named(operand: Operand | undefined): string {
  return typeof operand === "object" && "name" in operand ? operand.name : "";
}

function number(operand: Operand | undefined): number {
  return typeof operand === "number" ? operand : 0;
}

function bytesOf(operand: Operand | undefined): Uint8Array {
  return typeof operand === "object" && "bytes" in operand ? operand.bytes : new Uint8Array();
}
