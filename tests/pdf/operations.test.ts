// Content streams read as operators and operands.

import { describe, expect, test } from "vitest";
import { PdfString, type Value } from "../../scripts/pdf/objects.ts";
import { Operations } from "../../scripts/pdf/operations.ts";

type Operation = { readonly operator: string; readonly operands: readonly Value[] };

function read(text: string): readonly Operation[] {
  const found: Operation[] = [];
  const operations = new Operations(Buffer.from(text, "latin1"));
  while (operations.next()) found.push({ operator: operations.operator, operands: operations.operands() });
  return found;
}

function codesIn(text: string, length: 1 | 2): readonly number[] {
  const codes: number[] = [];
  const operations = new Operations(Buffer.from(text, "latin1"));
  while (operations.next()) operations.eachCode(length, (code) => codes.push(code));
  return codes;
}

const string = (text: string) => new PdfString(text);

describe("operands", () => {
  test.each<readonly [string, string, Operation]>([
    ["numbers", "1 -.5 +3 Td", { operator: "Td", operands: [1, -0.5, 3] }],
    [
      "a number of more digits than it holds",
      "0.1234567890123456789 w",
      { operator: "w", operands: [0.12345678901234568] },
    ],
    ["names", "/F#31 12 Tf", { operator: "Tf", operands: ["F1", 12] }],
    ["hex strings", "<48 6> Tj", { operator: "Tj", operands: [string("H`")] }],
    ["comments", "% no\n1 w", { operator: "w", operands: [1] }],
    [
      "literal strings with escapes and brackets",
      "(a\\(b(c)\\101\\n) Tj",
      { operator: "Tj", operands: [string("a(b(c)A\n")] },
    ],
    [
      "dictionaries",
      "/Span <</ActualText <FEFF0041> /MCID 3>> BDC",
      {
        operator: "BDC",
        operands: [
          "Span",
          new Map<string, Value>([
            ["ActualText", string("\u00FE\u00FF\0A")],
            ["MCID", 3],
          ]),
        ],
      },
    ],
    ["arrays", "[(a) -20 [/b]] 0 d", { operator: "d", operands: [[string("a"), -20, ["b"]], 0] }],
    ["words", "true false null m", { operator: "m", operands: [true, false, null] }],
    ["what is no number", "12abc", { operator: "12abc", operands: [] }],
    ["a bracket without its like", "]", { operator: "]", operands: [] }],
    ["images", "BI /W 1 ID \u00ff(\u0001 EI", { operator: "BI", operands: [] }],
  ])("%s", (_name, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test("an operation tells its first name and its numbers", () => {
    const operations = new Operations(Buffer.from("/F1 -12.5 Tf", "latin1"));
    operations.next();
    expect([operations.name(), operations.number(0), operations.number(1), operations.number(2)]).toEqual([
      "F1",
      0,
      -12.5,
      0,
    ]);
  });
});

describe("character codes", () => {
  test.each<readonly [string, string, 1 | 2, readonly number[]]>([
    ["of one byte", "<4A6b> Tj", 1, [0x4a, 0x6b]],
    ["of two bytes", "<004A 1f6b> Tj", 2, [0x4a, 0x1f6b]],
    ["without the last digit", "<004> Tj", 2, [0x40]],
    ["cut short", "<004A00> Tj", 2, [0x4a]],
    ["in literal strings", "(\\000J) Tj", 2, [0x4a]],
    ["in arrays", "[<004A> -20 (\\000K)] TJ", 2, [0x4a, 0x4b]],
  ])("%s", (_name, text, length, expected) => {
    expect(codesIn(text, length)).toEqual(expected);
  });
});

test.each(["(abc", "<abc", "[(abc)", "1 0"])(
  "a stream that ends inside an operand is an error: %s",
  (text) => {
    expect(() => read(text)).toThrow(/ends inside/);
  },
);
