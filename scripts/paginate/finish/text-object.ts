// What one text object says by the file's own account: ToUnicode, ActualText and runs that are drawn backwards.

import type { Font } from "./fonts.ts";
import { IDENTITY, type Matrix, multiply, toMatrix } from "./matrix.ts";
import { codesOf, latin, nameOf, numbersOf, type Operation, stringsOf } from "./operations.ts";

export type TextObject = {
  readonly text: string;
  /** Set when the object ends. */
  readonly font: Font | undefined;
  /** Where it begins. */
  readonly matrix: Matrix;
};

/** `operations` are those between `BT` and `ET`; codes without a character are noted in their font. */
export function readTextObject(
  bytes: Uint8Array,
  operations: readonly Operation[],
  fonts: ReadonlyMap<string, Font>,
  before: Font | undefined,
): TextObject {
  const marks: { readonly from: number; readonly backwards: boolean; readonly actual: string | undefined }[] =
    [];
  let glyphs: string[] = [];
  let font = before;
  let matrix: Matrix | undefined;

  function show(operation: Operation): void {
    const own = font;
    if (!own) return;
    for (const code of codesOf(bytes, operation, own.codeLength)) {
      const text = own.characters.get(code);
      if (text === undefined) own.silent.add(code);
      glyphs.push(text ?? "");
    }
  }

  function close(): void {
    const mark = marks.pop();
    if (!mark) return;
    const inside = glyphs.slice(mark.from);
    const said = mark.actual === undefined ? inside : [mark.actual];
    glyphs = [...glyphs.slice(0, mark.from), ...(mark.backwards ? said.reverse() : said)];
  }

  for (const operation of operations) {
    const { operator } = operation;
    if (operator === "Tj" || operator === "TJ") show(operation);
    else if (operator === "Tf") font = fonts.get(nameOf(bytes, operation));
    else if (operator === "Tm") matrix ??= toMatrix(numbersOf(bytes, operation));
    else if (operator === "Td" && glyphs.length === 0) {
      const [x = 0] = numbersOf(bytes, operation);
      matrix = multiply([1, 0, 0, 1, x, 0], matrix ?? IDENTITY);
    } else if (operator === "BMC" || operator === "BDC") {
      const tag = latin(bytes, operation.start, operation.end);
      const actual = tag.includes("/ActualText") ? stringsOf(bytes, operation)[0] : undefined;
      marks.push({
        from: glyphs.length,
        backwards: tag.startsWith("/ReversedChars"),
        actual: actual && decode(actual),
      });
    } else if (operator === "EMC") close();
  }
  return { text: glyphs.join(""), font, matrix: matrix ?? IDENTITY };
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16BE after its mark, else letters of Latin. */
function decode(text: Uint8Array): string {
  if (text[0] !== 0xfe || text[1] !== 0xff) return latin(text, 0, text.length);
  return new TextDecoder("utf-16be").decode(text.subarray(2));
}
