// Where the tokens of a content stream end, and which of them are operators (ISO 32000-1, 7.2 and 7.8.2).

import { KIND } from "./syntax.ts";

export const [OPEN, CLOSE, LESS, MORE, BRACKET, UNBRACKET] = [40, 41, 60, 62, 91, 93];
export const [PLUS, MINUS, POINT, ZERO, NINE, PERCENT, SLASH] = [43, 45, 46, 48, 57, 37, 47];
const BACKSLASH = 92;
const END_OF_STRING = "A content stream ends inside a string";

/** Bytes as letters, one each. */
export function latin(bytes: Buffer, start: number, end: number): string {
  return bytes.toString("latin1", start, end);
}

/** What a number begins with. */
export function isNumeric(byte: number): boolean {
  return (byte >= ZERO && byte <= NINE) || byte === POINT || byte === MINUS || byte === PLUS;
}

/** After the string, name, number, bracket or word that begins at `start`. Throws on a string that does not end. */
export function tokenEnd(bytes: Buffer, start: number): number {
  const byte = bytes[start] ?? 0;
  if (byte === OPEN) return literalEnd(bytes, start);
  if (byte === LESS && bytes[start + 1] !== LESS) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] !== MORE) end += 1;
    if (end === bytes.length) throw new Error(END_OF_STRING);
    return end + 1;
  }
  if (byte === LESS || (byte === MORE && bytes[start + 1] === MORE)) return start + 2;
  let at = start + 1;
  if (KIND[byte] !== 0 && byte !== SLASH) return at;
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
  throw new Error(END_OF_STRING);
}

/** Names, strings, `true`, `false` and `null` are operands. */
export function isOperator(bytes: Buffer, start: number, end: number): boolean {
  const byte = bytes[start] ?? 0;
  if (byte === SLASH || byte === OPEN || byte === LESS) return false;
  return end - start < 4 || !/^(?:true|false|null)$/.test(latin(bytes, start, end));
}

const known = new Map<number, string>();
const MOST_KNOWN = 1000;

/** There are few operators, and a long document uses them a million times. */
export function operatorAt(bytes: Buffer, start: number, end: number): string {
  if (end - start > 3) return latin(bytes, start, end);
  let key = 0;
  for (let at = start; at < end; at += 1) key = (key << 8) | (bytes[at] ?? 0);
  const old = known.get(key);
  if (old !== undefined) return old;
  const operator = latin(bytes, start, end);
  if (known.size < MOST_KNOWN) known.set(key, operator);
  return operator;
}

/** After the `EI` of an image that begins before `start`. */
export function imageEnd(bytes: Buffer, start: number): number {
  const found = /\sEI(?=\s|$)/.exec(latin(bytes, start, bytes.length));
  if (!found) throw new Error("A content stream ends inside an image");
  return start + found.index + 3;
}
