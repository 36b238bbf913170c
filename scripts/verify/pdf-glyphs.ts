// Draws the text of a content stream into a list of glyphs: where each stands and what characters it stands for.

import { unpacked } from "../pdf/filters.ts";
import { IDENTITY, type Matrix, matrixOf, multiply } from "../pdf/matrix.ts";
import { type Dict, dictIn, listIn, nameIn, PdfString, streamIn } from "../pdf/objects.ts";
import { eachCodeOf, Operations } from "../pdf/operations.ts";
import { MARK_16, textOf } from "../pdf/strings.ts";
import { type PdfFont, readFont } from "./pdf-font.ts";

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

type State = { readonly matrix: Matrix; readonly font: PdfFont | undefined; readonly size: number };
type Mark = {
  readonly actual: string | undefined;
  readonly backwards: boolean;
  /** Set where the mark stands around text objects. */
  readonly line: number;
  used: boolean;
};

/** Draws text in operations that are handed to it one after the other. A class: its numbers change with every glyph. */
export class TextDrawer {
  readonly glyphs: Glyphs = { text: [], x: [], y: [], width: [], size: [], run: [], line: [] };
  readonly #resources: Dict | undefined;
  readonly #saved: State[] = [];
  readonly #marks: Mark[] = [];
  #state: State;
  /** The matrix of the text, and where its line begins. */
  #a = 1;
  #b = 0;
  #c = 0;
  #d = 1;
  #e = 0;
  #f = 0;
  #lineX = 0;
  #lineY = 0;
  /** Of text to page; unknown since a matrix changed. */
  #scale = Number.NaN;
  #runs = 0;
  #run = 0;
  #lines = 0;
  #inText = false;
  /** The outermost mark that states what its glyphs say. */
  #speaking: Mark | undefined;

  constructor(resources: Dict | undefined, matrix: Matrix = IDENTITY) {
    this.#resources = resources;
    this.#state = { matrix, font: undefined, size: 1 };
  }

  take(operation: Operations): void {
    const { operator } = operation;
    if (operator === "Td" || operator === "TD") this.#move(operation.number(0), operation.number(1));
    else if (operator === "Tj") operation.eachCode(this.#state.font?.codeLength ?? 1, this.#show);
    else if (operator === "TJ") this.#showAll(operation);
    else if (operator === "Tf") this.#setFont(operation);
    else if (operator === "BMC" || operator === "BDC") this.#mark(operation);
    else if (operator === "EMC") this.#endMark();
    else if (operator === "Do") this.#drawForm(operation.name());
    else if (operator === "q") this.#saved.push(this.#state);
    else if (operator === "Q") this.#setState(this.#saved.pop() ?? this.#state);
    else if (operator === "cm") {
      const { matrix, ...state } = this.#state;
      this.#setState({
        ...state,
        matrix: multiply(matrixOf(operation), matrix),
      });
    } else if (operator === "Tm") this.#setLine(matrixOf(operation));
    else if (operator === "BT") {
      this.#setLine(IDENTITY);
      this.#inText = true;
    } else if (operator === "ET") this.#inText = false;
  }

  readonly #show = (code: number): void => {
    const { font, size, matrix } = this.#state;
    if (!font) return;
    const [A, B, C, D, E, F] = matrix;
    const [a, b, e, f] = [this.#a, this.#b, this.#e, this.#f];
    if (Number.isNaN(this.#scale)) this.#scale = Math.hypot(a * A + b * C, a * B + b * D);
    const advance = (font.width(code) / 1000) * size;
    const text = this.#speaking ? stated(this.#speaking) : font.text(code);
    this.#draw(text, e * A + f * C + E, e * B + f * D + F, advance * this.#scale);
    this.#e = e + advance * a;
    this.#f = f + advance * b;
  };

  /** An array of strings, with how far to go back between them. */
  #showAll(operation: Operations): void {
    const [parts] = operation.operands();
    const { font, size } = this.#state;
    for (const part of Array.isArray(parts) ? parts : []) {
      if (part instanceof PdfString) eachCodeOf(part, font?.codeLength ?? 1, this.#show);
      else if (typeof part === "number") {
        this.#e -= (part / 1000) * size * this.#a;
        this.#f -= (part / 1000) * size * this.#b;
      }
    }
  }

  /** Glyphs that say nothing belong to the one before them. */
  #draw(characters: string, x: number, y: number, width: number): void {
    const { glyphs } = this;
    const last = glyphs.x.length - 1;
    if (characters) {
      glyphs.text.push(characters);
      glyphs.x.push(x);
      glyphs.y.push(y);
      glyphs.width.push(width);
      glyphs.size.push(this.#state.size * this.#scale);
      glyphs.run.push(this.#run);
      glyphs.line.push(this.#speaking?.line ?? 0);
    } else if (last >= 0) {
      glyphs.width[last] = Math.max(glyphs.width[last] ?? 0, x + width - (glyphs.x[last] ?? 0));
    }
  }

  #move(x: number, y: number): void {
    this.#lineX += x * this.#a + y * this.#c;
    this.#lineY += x * this.#b + y * this.#d;
    this.#e = this.#lineX;
    this.#f = this.#lineY;
  }

  #setLine([a, b, c, d, e, f]: Matrix): void {
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
    this.#e = e;
    this.#f = f;
    this.#lineX = e;
    this.#lineY = f;
    this.#scale = Number.NaN;
  }

  #setState(next: State): void {
    this.#state = next;
    this.#scale = Number.NaN;
  }

  #setFont(operation: Operations): void {
    const found = dictIn(dictIn(this.#resources, "Font"), operation.name());
    this.#state = { ...this.#state, font: found && readFont(found), size: operation.number(1) };
  }

  #mark(operation: Operations): void {
    const backwards = operation.name() === "ReversedChars";
    const actual = actualText(operation);
    const isLine = actual !== undefined && !this.#inText;
    if (isLine) this.#lines += 1;
    const own = { actual, backwards, line: isLine ? this.#lines : 0, used: false };
    this.#marks.push(own);
    if (actual !== undefined) this.#speaking ??= own;
    if (backwards) {
      this.#runs += 1;
      this.#run = this.#runs;
    }
  }

  #endMark(): void {
    const closed = this.#marks.pop();
    if (closed?.backwards) this.#run = 0;
    if (closed === this.#speaking) this.#speaking = undefined;
  }

  #drawForm(name: string): void {
    const form = streamIn(dictIn(this.#resources, "XObject"), name);
    if (!form || nameIn(form.dict, "Subtype") !== "Form") return;
    const numbers = listIn(form.dict, "Matrix").map(Number);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
    const own = multiply([a, b, c, d, e, f], this.#state.matrix);
    const inside = new TextDrawer(dictIn(form.dict, "Resources"), own);
    const operations = new Operations(unpacked(form));
    while (operations.next()) inside.take(operations);
    for (const key of Object.keys(this.glyphs) as (keyof Glyphs)[]) {
      const [all, others] = [this.glyphs[key], inside.glyphs[key]] as [unknown[], readonly unknown[]];
      for (const one of others) all.push(one);
    }
  }
}

/** ActualText stands for all glyphs of its mark together, whatever is marked within: the first one says it. */
function stated(mark: Mark): string {
  if (mark.used) return "";
  mark.used = true;
  return mark.actual ?? "";
}

function actualText(operation: Operations): string | undefined {
  if (operation.operator !== "BDC") return undefined;
  const properties = operation.operands()[1];
  const actual = properties instanceof Map ? properties.get("ActualText") : undefined;
  // In plain letters Chromium states brackets that it turned round: where they are drawn, their glyphs say them.
  return actual instanceof PdfString && actual.raw.startsWith(MARK_16) ? textOf(actual) : undefined;
}
