// Content streams read as operators and operands.

import { describe, expect, test } from "vitest";
import { eachOperation, type Operand } from "../../scripts/verify/pdf-content.ts";

type Operation = { readonly operator: string; readonly operands: readonly Operand[] };

function read(text: string): readonly Operation[] {
  const found: Operation[] = [];
  eachOperation(Buffer.from(text, "latin1"), (operator, operands) =>
    found.push({ operator, operands: [...operands] }),
  );
  return found;
}

const bytes = (text: string) => ({ bytes: Buffer.from(text, "latin1") });

describe("operands", () => {
  test.each([
    ["numbers", "1 -.5 +3 Td", { operator: "Td", operands: [1, -0.5, 3] }],
    ["names", "/F#31 12 Tf", { operator: "Tf", operands: [{ name: "F1" }, 12] }],
    ["hex strings", "<48 6> Tj", { operator: "Tj", operands: [bytes("H`")] }],
    ["comments", "% no\n1 w", { operator: "w", operands: [1] }],
  ])("%s", (_name, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test("literal strings with escapes and brackets", () => {
    const [operation] = read("(a\\(b(c)\\101\\n) Tj");
    const operand = operation?.operands[0];
    expect(typeof operand === "object" && "bytes" in operand && Buffer.from(operand.bytes).toString()).toBe(
      "a(b(c)A\n",
    );
  });

  test("dictionaries and arrays", () => {
    const [mark, show] = read("/Span <</ActualText <FEFF0041> /MCID 3>> BDC [(a) -20 (b)] TJ");
    const properties = mark?.operands[1];
    expect(
      typeof properties === "object" && "dictionary" in properties && properties.dictionary.get("MCID"),
    ).toBe(3);
    expect(show?.operator).toBe("TJ");
  });
});

test("a stream that ends inside a string is an error", () => {
  expect(() => read("(abc")).toThrow(/ends inside/);
});
