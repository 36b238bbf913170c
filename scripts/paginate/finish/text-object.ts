// What one text object says by the file's own account: ToUnicode, ActualText and runs that are drawn backwards.

import type { Font } from "./fonts.ts";
import { IDENTITY, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { bufferOf, eachCode, latin, nameOf, numbersOf, type Operations, stringsOf } from "./operations.ts";

export type TextObject = {
  readonly text: string;
  /** Set when the object ends. */
  readonly font: Font | undefined;
  /** Where it begins. */
  readonly matrix: Matrix;
};

/** Goes on from its `BT` to its `ET`; codes without a character are noted in their font. */
export function readTextObject(
  operations: Operations,
  fonts: ReadonlyMap<string, Font>,
  before: Font | undefined,
): TextObject {
  const { bytes } = operations;
  const marks: { readonly from: number; readonly backwards: boolean; readonly actual: string | undefined }[] =
    [];
  const glyphs: string[] = [];
  let font = before;
  let matrix: Matrix | undefined;

  function show(code: number): void {
    const text = font?.characters.get(code);
    if (text === undefined) font?.silent.add(code);
    glyphs.push(text ?? "");
  }

  function close(): void {
    const mark = marks.pop();
    if (!mark) return;
    const inside = glyphs.splice(mark.from);
    const said = mark.actual === undefined ? inside : [mark.actual];
    glyphs.push(...(mark.backwards ? said.reverse() : said));
  }

  while (operations.next()) {
    const { operator, start, end } = operations;
    if (operator === "ET") return { text: glyphs.join(""), font, matrix: matrix ?? IDENTITY };
    if (operator === "Tj" || operator === "TJ") {
      if (font) eachCode(operations, font.codeLength, show);
    } else if (operator === "Tf") font = fonts.get(nameOf(operations));
    else if (operator === "Tm") matrix ??= toMatrix(numbersOf(operations));
    else if (operator === "Td" && glyphs.length === 0) {
      const [x = 0] = numbersOf(operations);
      matrix = multiply([1, 0, 0, 1, x, 0], matrix ?? IDENTITY);
    } else if (operator === "BMC" || operator === "BDC") {
      const tag = latin(bytes, start, end);
      const actual = tag.includes("/ActualText") ? stringsOf(operations)[0] : undefined;
      marks.push({
        from: glyphs.length,
        backwards: tag.startsWith("/ReversedChars"),
        actual: actual && decode(actual),
      });
    } else if (operator === "EMC") close();
  }
  throw new Error("A content stream ends too early");
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16BE after its mark, else letters of Latin. */
function decode(text: Uint8Array): string {
  if (text[0] !== 0xfe || text[1] !== 0xff) return bufferOf(text).toString("latin1");
  return new TextDecoder("utf-16be").decode(text.subarray(2));
}
