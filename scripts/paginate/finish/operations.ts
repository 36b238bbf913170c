// Cuts a content stream into its operations (ISO 32000-1, 7.8.2), so that what surrounds them can be written anew.

/** One operator with its operands, as a stretch of the stream's bytes. */
export type Operation = {
  readonly bytes: Buffer;
  readonly operator: string;
  readonly start: number;
  readonly end: number;
};

const SPACE = 1;
const DELIMITER = 2;
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE;
for (const char of "()<>[]{}/%") KIND[char.charCodeAt(0)] = DELIMITER;
/** By character code: the value of a hexadecimal digit. */
const NO_DIGIT = 255;
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
[..."0123456789abcdef"].forEach((digit, value) => {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
});
const [OPEN, CLOSE, BACKSLASH, LESS, MORE, PERCENT] = [40, 41, 92, 60, 62, 37];

/**
 * Goes through a stream from one operation to the next; itself it is the operation that was come to last. Throws on a
 * stream that ends inside an operand. Inline images are one operation, `BI` to `EI`.
 */
export class Operations implements Operation {
  readonly bytes: Buffer;
  operator = "";
  start = 0;
  end = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bufferOf(bytes);
  }

  /** Whether there was one more. */
  next(): boolean {
    const { bytes } = this;
    let start = -1;
    for (let at = this.end; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      if (KIND[byte] === SPACE) {
        at += 1;
        continue;
      }
      if (byte === PERCENT) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
        continue;
      }
      if (start < 0) start = at;
      const end = tokenEnd(bytes, at);
      if (isOperator(bytes, at, end)) {
        this.operator = operatorAt(bytes, at, end);
        this.start = start;
        this.end = this.operator === "BI" ? imageEnd(bytes, end) : end;
        return true;
      }
      at = end;
    }
    if (start >= 0) throw new Error("A content stream ends inside an operand");
    return false;
  }
}

/** The numbers among an operation's operands, names and strings left out. */
export function numbersOf({ bytes, start, end }: Operation): readonly number[] {
  return bytes
    .toString("latin1", start, end)
    .split(/\s+/)
    .slice(0, -1)
    .map(Number)
    .filter((one) => !Number.isNaN(one));
}

/** The first name of an operation, without its slash. */
export function nameOf({ bytes, start, end }: Operation): string {
  return /^\/([^\s/<>[\]()]*)/.exec(bytes.toString("latin1", start, end))?.[1] ?? "";
}

/** The bytes of the strings of an operation, in order. */
export function stringsOf({ bytes, start, end }: Operation): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = start; at < end; ) {
    const byte = bytes[at];
    const after = byte === LESS || byte === OPEN ? tokenEnd(bytes, at) : at + 1;
    if (byte === LESS && bytes[at + 1] !== LESS) found.push(hexString(bytes, at + 1, after - 1));
    if (byte === OPEN) found.push(fromLiteral(bytes.subarray(at + 1, after - 1)));
    at = after;
  }
  return found;
}

/** Hands over the character codes in the strings of an operation, in order. */
export function eachCode(operation: Operation, length: 1 | 2, take: (code: number) => void): void {
  const { bytes, start } = operation;
  const digits = length * 2;
  // Chromium shows one glyph at a time, as hexadecimal digits.
  if (bytes[start] === LESS && bytes[start + digits + 1] === MORE && operation.operator === "Tj") {
    let code = 0;
    for (let at = start + 1; at <= start + digits; at += 1)
      code = code * 16 + (DIGITS[bytes[at] ?? 0] ?? NO_DIGIT);
    if (code < 256 ** length) {
      take(code);
      return;
    }
  }
  for (const string of stringsOf(operation)) {
    for (let at = 0; at + length <= string.length; at += length)
      take(length === 2 ? ((string[at] ?? 0) << 8) | (string[at + 1] ?? 0) : (string[at] ?? 0));
  }
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function latin(bytes: Buffer, start: number, end: number): string {
  return bytes.toString("latin1", start, end);
}

function tokenEnd(bytes: Buffer, start: number): number {
  const byte = bytes[start];
  if (byte === OPEN) return literalEnd(bytes, start);
  if (byte === LESS && bytes[start + 1] !== LESS) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] !== MORE) end += 1;
    if (end === bytes.length) throw new Error("A content stream ends inside a string");
    return end + 1;
  }
  if (byte === LESS || (byte === MORE && bytes[start + 1] === MORE)) return start + 2;
  let at = start + 1;
  if (KIND[byte ?? 0] === DELIMITER && byte !== 47) return at;
  while (at < bytes.length && KIND[bytes[at] ?? 0] === 0) at += 1;
  return at;
}

function literalEnd(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error("A content stream ends inside a string");
}

const known = new Map<number, string>();

/** There are few operators, and a long document uses them a million times. */
function operatorAt(bytes: Buffer, start: number, end: number): string {
  if (end - start > 3) return latin(bytes, start, end);
  let key = 0;
  for (let at = start; at < end; at += 1) key = (key << 8) | (bytes[at] ?? 0);
  const old = known.get(key);
  if (old !== undefined) return old;
  const operator = latin(bytes, start, end);
  known.set(key, operator);
  return operator;
}

/** Letters, `'` and `"` begin operators; `true`, `false` and `null` are operands. */
function isOperator(bytes: Buffer, start: number, end: number): boolean {
  const byte = bytes[start] ?? 0;
  const letter = (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 39 || byte === 34;
  return letter && (end - start < 4 || !["true", "false", "null"].includes(latin(bytes, start, end)));
}

function imageEnd(bytes: Buffer, start: number): number {
  const found = /\sEI(?=\s|$)/.exec(latin(bytes, start, bytes.length));
  if (!found) throw new Error("A content stream ends inside an image");
  return start + found.index + 3;
}

function hexString(bytes: Buffer, start: number, end: number): Uint8Array {
  const found = new Uint8Array((end - start + 1) >> 1);
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const digit = DIGITS[bytes[at] ?? 0] ?? NO_DIGIT;
    if (digit === NO_DIGIT) continue;
    const place = digits >> 1;
    found[place] = digits % 2 ? (found[place] ?? 0) | digit : digit << 4;
    digits += 1;
  }
  return digits === end - start ? found : found.subarray(0, (digits + 1) >> 1);
}

/** ISO 32000-1, 7.3.4.2. */
function fromLiteral(inside: Buffer): Uint8Array {
  const text = latin(inside, 0, inside.length).replace(
    /\\(?:([0-7]{1,3})|(\r\n|\n|\r)|([\s\S]))/g,
    (_whole, octal: string | undefined, line: string | undefined, char: string | undefined) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (line) return "";
      return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[char ?? ""] ?? char ?? "";
    },
  );
  return Buffer.from(text, "latin1");
}
