// Draws the text of a content stream into a list of glyphs: where each stands and what characters it stands for.

import { eachOperation, type Operand, type Take } from "./pdf-content.ts";
import type { PdfFont } from "./pdf-font.ts";

/** The glyphs of a page, each by its place in all of the lists; pages have thousands. Points from the bottom left corner. */
export type Glyphs = {
  readonly text: string[];
  readonly x: number[];
  readonly y: number[];
  readonly width: number[];
  readonly size: number[];
  /** Glyphs of one run of right-to-left text share a number; they are drawn last character first. 0 outside such runs. */
  readonly run: number[];
  /** Glyphs that an ActualText around whole text objects states together share a number: a line of right-to-left text. 0 for others. */
  readonly line: number[];
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
  readonly line: number;
  used: boolean;
};

/** Draws the operations of a page one after the other. */
export type TextDrawer = { readonly take: Take; readonly glyphs: Glyphs };

export function textDrawer(resources: Resources, base: Matrix = IDENTITY): TextDrawer {
  const glyphs: Glyphs = { text: [], x: [], y: [], width: [], size: [], run: [], line: [] };
  const saved: State[] = [];
  const marks: Mark[] = [];
  let state: State = { matrix: base, font: undefined, size: 1 };
  // The matrix of the line, of which the text's differs in its last two numbers only.
  let [a, b, c, d, lineX, lineY] = IDENTITY;
  let [e, f] = [lineX, lineY];
  let runs = 0;
  let run = 0;
  let inText = false;
  let lines = 0;
  /** The outermost mark that states what its glyphs say. */
  let speaking: Mark | undefined;
  /** Of text to page; unknown since a matrix changed. */
  let scale = Number.NaN;

  function show(bytes: Uint8Array): void {
    const { font, size, matrix } = state;
    if (!font) return;
    const [A, B, C, D, E, F] = matrix;
    if (Number.isNaN(scale)) scale = Math.hypot(a * A + b * C, a * B + b * D);
    const { codeLength } = font;
    for (let at = 0; at + codeLength <= bytes.length; at += codeLength) {
      const code = codeLength === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      const advance = (font.width(code) / 1000) * size;
      draw(
        speaking ? stated(speaking) : font.text(code),
        e * A + f * C + E,
        e * B + f * D + F,
        advance * scale,
      );
      e += advance * a;
      f += advance * b;
    }
  }

  /** Glyphs that say nothing belong to the one before them. */
  function draw(characters: string, x: number, y: number, width: number): void {
    const last = glyphs.x.length - 1;
    if (characters) {
      glyphs.text.push(characters);
      glyphs.x.push(x);
      glyphs.y.push(y);
      glyphs.width.push(width);
      glyphs.size.push(state.size * scale);
      glyphs.run.push(run);
      glyphs.line.push(speaking?.line ?? 0);
    } else if (last >= 0) {
      glyphs.width[last] = Math.max(glyphs.width[last] ?? 0, x + width - (glyphs.x[last] ?? 0));
    }
  }

  /** ActualText stands for all glyphs of its mark together, whatever is marked within: the first one says it. */
  function stated(mark: Mark): string {
    if (mark.used) return "";
    mark.used = true;
    return mark.actual ?? "";
  }

  function move(x: number, y: number): void {
    lineX += x * a + y * c;
    lineY += x * b + y * d;
    [e, f] = [lineX, lineY];
  }

  function setLine(matrix: Matrix): void {
    [a, b, c, d, lineX, lineY] = matrix;
    [e, f] = [lineX, lineY];
    scale = Number.NaN;
  }

  function setState(next: State): void {
    state = next;
    scale = Number.NaN;
  }

  function mark(operator: string, operands: readonly Operand[]): void {
    const backwards = named(operands[0]) === "ReversedChars";
    const actual = operator === "BDC" ? actualText(operands[1]) : undefined;
    const isLine = actual !== undefined && !inText;
    if (isLine) lines += 1;
    const own = { actual, backwards, line: isLine ? lines : 0, used: false };
    marks.push(own);
    if (actual !== undefined) speaking ??= own;
    if (backwards) {
      runs += 1;
      run = runs;
    }
  }

  function endMark(): void {
    const closed = marks.pop();
    if (closed?.backwards) run = 0;
    if (closed === speaking) speaking = undefined;
  }

  function drawForm(name: string): void {
    const form = resources.form(name);
    if (!form) return;
    const inside = textDrawer(form.resources, multiply(matrixOf(form.matrix), state.matrix));
    eachOperation(form.content, inside.take);
    for (const key of Object.keys(glyphs) as (keyof Glyphs)[]) {
      const [own, others] = [glyphs[key], inside.glyphs[key]] as [unknown[], readonly unknown[]];
      for (const one of others) own.push(one);
    }
  }

  function take(operator: string, operands: readonly Operand[]): void {
    const first = operands[0];
    if (operator === "Td" || operator === "TD") move(number(first), number(operands[1]));
    else if (operator === "Tj") show(bytesOf(first));
    else if (operator === "TJ" && typeof first === "object" && "array" in first) {
      for (const part of first.array) {
        if (typeof part !== "number") show(bytesOf(part));
        else {
          e -= (part / 1000) * state.size * a;
          f -= (part / 1000) * state.size * b;
        }
      }
    } else if (operator === "Tf")
      state = { ...state, font: resources.font(named(first)), size: number(operands[1]) };
    else if (operator === "BMC" || operator === "BDC") mark(operator, operands);
    else if (operator === "EMC") endMark();
    else if (operator === "Do") drawForm(named(first));
    else if (operator === "q") saved.push(state);
    else if (operator === "Q") setState(saved.pop() ?? state);
    else if (operator === "cm") setState({ ...state, matrix: multiply(matrixOf(operands), state.matrix) });
    else if (operator === "Tm") setLine(matrixOf(operands));
    else if (operator === "BT") {
      setLine(IDENTITY);
      inText = true;
    } else if (operator === "ET") inText = false;
  }

  return { take, glyphs };
}

/** The transformation that does `first`, then `then`. */
function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
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

const NO_BYTES = new Uint8Array();

function bytesOf(operand: Operand | undefined): Uint8Array {
  return typeof operand === "object" && "bytes" in operand ? operand.bytes : NO_BYTES;
}
