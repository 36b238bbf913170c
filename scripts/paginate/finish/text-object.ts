// What one text object says by the file's own account: ToUnicode, ActualText and runs that are drawn backwards.

import { IDENTITY, type Matrix, matrixOf, multiply } from "../../pdf/matrix.ts";
import { PdfString } from "../../pdf/objects.ts";
import type { Operations } from "../../pdf/operations.ts";
import { textOf } from "../../pdf/strings.ts";
import type { Font } from "./fonts.ts";

export type TextObject = {
  readonly text: string;
  /** Set when the object ends. */
  readonly font: Font | undefined;
  /** Where it begins. */
  readonly matrix: Matrix;
};

type Mark = {
  /** What its glyphs say, one by one. */
  readonly inside: string[];
  readonly backwards: boolean;
  readonly actual: string | undefined;
};

/** Goes on from its `BT` to its `ET`; codes without a character are noted in their font. */
export function readTextObject(
  operations: Operations,
  fonts: ReadonlyMap<string, Font>,
  before: Font | undefined,
): TextObject {
  const marks: Mark[] = [];
  let text = "";
  let begun = false;
  let font = before;
  let matrix: Matrix | undefined;

  function say(said: string): void {
    begun = true;
    const mark = marks.at(-1);
    if (mark) mark.inside.push(said);
    else text += said;
  }

  function show(code: number): void {
    const said = font?.characters.get(code);
    if (said === undefined) font?.silent.add(code);
    say(said ?? "");
  }

  function open(): void {
    const tag = operations.text();
    const actual = tag.includes("/ActualText") ? actualText(operations) : undefined;
    marks.push({ inside: [], backwards: tag.startsWith("/ReversedChars"), actual });
  }

  function close(): void {
    const mark = marks.pop();
    if (!mark) return;
    const said = mark.actual === undefined ? mark.inside : [mark.actual];
    for (const one of mark.backwards ? said.reverse() : said) say(one);
  }

  while (operations.next()) {
    const { operator } = operations;
    if (operator === "ET") return { text, font, matrix: matrix ?? IDENTITY };
    if (operator === "Tj" || operator === "TJ") {
      if (font) operations.eachCode(font.codeLength, show);
    } else if (operator === "Tf") font = fonts.get(operations.name());
    else if (operator === "Tm") matrix ??= matrixOf(operations);
    else if (operator === "Td" && !begun)
      matrix = multiply([1, 0, 0, 1, operations.number(0), 0], matrix ?? IDENTITY);
    else if (operator === "BMC" || operator === "BDC") open();
    else if (operator === "EMC") close();
  }
  throw new Error("A content stream ends too early");
}

function actualText(operations: Operations): string | undefined {
  const properties = operations.operands()[1];
  const actual = properties instanceof Map ? properties.get("ActualText") : undefined;
  return actual instanceof PdfString ? textOf(actual) : undefined;
}
