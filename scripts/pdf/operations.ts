// Goes through a content stream from operation to operation (ISO 32000-1, 7.8.2), for those who write it anew and those who check it.

import {
  BRACKET,
  imageEnd,
  isNumeric,
  isOperator,
  LESS,
  latin,
  MINUS,
  MORE,
  NINE,
  operatorAt,
  PERCENT,
  PLUS,
  POINT,
  SLASH,
  tokenEnd,
  UNBRACKET,
  ZERO,
} from "./content-tokens.ts";
import { PdfString, type Value } from "./objects.ts";
import { KIND, type Source, Syntax, WHITE } from "./syntax.ts";

/** By character code: the value of a hexadecimal digit. */
const NO_DIGIT = 255;
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
[..."0123456789abcdef"].forEach((digit, value) => {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
});
const POWERS = Array.from({ length: 16 }, (_none, exponent) => 10 ** exponent);
/** No operator has more operands that are read as numbers. */
const MOST_NUMBERS = 32;

/**
 * Itself it is the operation that was come to last: nothing is made for the million operations of a long document but
 * what is asked for. Throws on a stream that ends inside an operand. Inline images are one operation, `BI` to `EI`;
 * what is neither an operand nor a name of one is an operator that nobody knows.
 */
export class Operations {
  readonly bytes: Buffer;
  operator = "";
  /** Of the first operand, and after the operator. */
  start = 0;
  end = 0;
  readonly #numbers = new Float64Array(MOST_NUMBERS);
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether there was one more. */
  next(): boolean {
    const { bytes } = this;
    let start = -1;
    let depth = 0;
    this.#count = 0;
    for (let at = this.end; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      if (KIND[byte] === WHITE) {
        at += 1;
        continue;
      }
      if (byte === PERCENT) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
        continue;
      }
      if (start < 0) start = at;
      const number = depth === 0 && isNumeric(byte) ? this.#number(at) : 0;
      if (number > 0) {
        at = number;
        continue;
      }
      const end = tokenEnd(bytes, at);
      if (byte === BRACKET || (byte === LESS && bytes[at + 1] === LESS)) depth += 1;
      else if (depth > 0) depth -= byte === UNBRACKET || (byte === MORE && bytes[at + 1] === MORE) ? 1 : 0;
      else if (isOperator(bytes, at, end)) {
        this.operator = operatorAt(bytes, at, end);
        this.start = start;
        this.end = this.operator === "BI" ? imageEnd(bytes, end) : end;
        return true;
      }
      if (depth === 0) this.#operand(Number.NaN);
      at = end;
    }
    if (start >= 0) throw new Error("A content stream ends inside an operand");
    return false;
  }

  /** An operand; 0 where that is no number. Of arrays only the place counts. */
  number(index: number): number {
    return index < this.#count ? this.#numbers[index] || 0 : 0;
  }

  /** The first operand, where that is a name. */
  name(): string {
    const first = this.bytes[this.start] === SLASH ? this.#syntax().token() : "";
    return typeof first === "string" ? first : "";
  }

  /** All operands as values. */
  operands(): readonly Value[] {
    const syntax = this.#syntax();
    const values: Value[] = [];
    for (let count = this.#count; count > 0; count -= 1) values.push(syntax.value());
    return values;
  }

  /** Hands over the character codes in the strings among the operands, in order. */
  eachCode(length: 1 | 2, take: (code: number) => void): void {
    const { bytes, start } = this;
    if (bytes[start] !== LESS || this.#count !== 1) {
      for (const one of this.operands().flat()) if (one instanceof PdfString) eachCodeOf(one, length, take);
      return;
    }
    // Chromium shows one glyph at a time, as hexadecimal digits.
    let code = 0;
    let digits = 0;
    for (let at = start + 1; bytes[at] !== MORE; at += 1) {
      const digit = DIGITS[bytes[at] ?? 0] ?? NO_DIGIT;
      if (digit === NO_DIGIT) continue;
      code = code * 16 + digit;
      digits += 1;
      if (digits < length * 2) continue;
      take(code);
      code = 0;
      digits = 0;
    }
    if (digits === length * 2 - 1) take(code * 16);
  }

  /** Its operands and itself, as they are written. */
  text(): string {
    return latin(this.bytes, this.start, this.end);
  }

  #syntax(): Syntax {
    return new Syntax(this.bytes, this.start, alone());
  }

  #operand(number: number): void {
    this.#numbers[this.#count] = number;
    this.#count += 1;
  }

  /** Reads a number; where it ends, or 0 where there is none. */
  #number(start: number): number {
    const { bytes } = this;
    const negative = bytes[start] === MINUS;
    let at = negative || bytes[start] === PLUS ? start + 1 : start;
    let value = 0;
    let digits = 0;
    let point = -1;
    for (; ; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= ZERO && byte <= NINE) {
        value = value * 10 + byte - ZERO;
        digits += 1;
      } else if (byte === POINT && point < 0) point = digits;
      else break;
    }
    if (digits === 0 || digits > 15 || KIND[bytes[at] ?? 0] === 0) return this.#otherNumber(start);
    const size = point < 0 ? value : value / (POWERS[digits - point] ?? 1);
    this.#operand(negative ? -size : size);
    return at;
  }

  /** One that is written in another way than as digits with a point, or has more digits than a number holds. */
  #otherNumber(start: number): number {
    const end = tokenEnd(this.bytes, start);
    const number = Number(latin(this.bytes, start, end));
    if (Number.isNaN(number)) return 0;
    this.#operand(number);
    return end;
  }
}

/** What a content stream refers to, it names: it has no numbers of objects. */
function alone(): Source {
  return {
    made: 0,
    ref: () => {
      throw new Error("A content stream refers to an object");
    },
  };
}

/** The character codes of a string, of so many bytes each. */
export function eachCodeOf({ raw }: PdfString, length: 1 | 2, take: (code: number) => void): void {
  for (let at = 0; at + length <= raw.length; at += length)
    take(length === 2 ? (raw.charCodeAt(at) << 8) | raw.charCodeAt(at + 1) : raw.charCodeAt(at));
}
