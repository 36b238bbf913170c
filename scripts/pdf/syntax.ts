// Reads the objects of a PDF from its bytes (ISO 32000-1, 7.2 and 7.3).

import { type Dict, PdfError, PdfString, type Ref, type Value } from "./objects.ts";

/** What is read together: a file with its object streams. */
export type Source = {
  /** The object of a number. */
  ref(number: number): Ref;
  /** Arrays and dictionaries that were read. */
  made: number;
};

/** Arrays and dictionaries in one another, and in one file; nothing that is made to be read comes near. */
const DEEPEST = 100;
const MOST = 3_000_000;
const WHITE = 1;
const DELIMITER = 2;
/** By byte: what ends a number, a name or a keyword. */
const KIND = Uint8Array.from({ length: 256 }, (_none, code) =>
  [0, 9, 10, 12, 13, 32].includes(code)
    ? WHITE
    : "()<>[]{}/%".includes(String.fromCharCode(code))
      ? DELIMITER
      : 0,
);
const [OPEN, CLOSE, LESS, MORE, BRACKET, UNBRACKET, SLASH, PERCENT, BACKSLASH] = [
  40, 41, 60, 62, 91, 93, 47, 37, 92,
];
const [PLUS, MINUS, POINT, ZERO, NINE, CAPITAL_R, SPACE] = [43, 45, 46, 48, 57, 82, 32];
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** A word that is no object: `obj`, `stream`, a bracket without its like, or the empty one at the end of the bytes. */
export class Keyword {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

const END = new Keyword("");
const END_ARRAY = new Keyword("]");
const END_DICT = new Keyword(">>");
/** Names that came before; a file uses few, and uses them everywhere. */
const names = new Map<number, string>();
const MOST_NAMES = 10_000;

export class Syntax {
  /** Where the next object is read from. */
  at: number;
  readonly #bytes: Buffer;
  readonly #source: Source;
  #depth = 0;

  constructor(bytes: Buffer, at: number, source: Source) {
    this.#bytes = bytes;
    this.at = at;
    this.#source = source;
  }

  /** The next object. Throws where there is none. */
  value(): Value {
    const token = this.token();
    if (token instanceof Keyword)
      throw new PdfError(
        token === END
          ? "the file ends in the middle of an object"
          : `“${token.word.slice(0, 20)}” is no object`,
      );
    return token;
  }

  /** The next object or keyword. */
  token(): Value | Keyword {
    this.#skipWhite();
    const bytes = this.#bytes;
    const byte = bytes[this.at];
    if (byte === undefined) return END;
    if (byte === SLASH) return this.#name();
    if ((byte >= ZERO && byte <= NINE) || byte === MINUS || byte === POINT || byte === PLUS)
      return this.#number(byte);
    if (byte === OPEN) return this.#literal();
    if (byte === LESS) return bytes[this.at + 1] === LESS ? this.#dictionary() : this.#hexadecimal();
    if (byte === BRACKET) return this.#array();
    if (byte === UNBRACKET) return this.#passed(END_ARRAY);
    if (byte === MORE && bytes[this.at + 1] === MORE) return this.#passed(END_DICT);
    return this.#keyword();
  }

  #passed(keyword: Keyword): Keyword {
    this.at += keyword.word.length;
    return keyword;
  }

  #keyword(): Value | Keyword {
    const start = this.at;
    const end = this.#wordEnd(start + 1);
    this.at = end;
    const word = this.#bytes.toString("latin1", start, Math.min(end, start + 100));
    if (word === "true") return true;
    if (word === "false") return false;
    return word === "null" ? null : new Keyword(word);
  }

  #wordEnd(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (at < bytes.length && KIND[bytes[at] ?? 0] === 0) at += 1;
    return at;
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    let at = this.at;
    for (;;) {
      const byte = bytes[at];
      if (byte === PERCENT) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      } else if (byte !== undefined && KIND[byte] === WHITE) at += 1;
      else break;
    }
    this.at = at;
  }

  #number(first: number): Value {
    const bytes = this.#bytes;
    let at = this.at;
    let value = 0;
    for (let byte = first; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      value = value * 10 + byte - ZERO;
      at += 1;
    }
    if (at > this.at && at - this.at < 12 && KIND[bytes[at] ?? SPACE] !== 0) {
      this.at = at;
      return this.#reference(value);
    }
    const end = this.#wordEnd(this.at + 1);
    const written = bytes.toString("latin1", this.at, Math.min(end, this.at + 400));
    this.at = end;
    // Some writers put a second sign or a sign at the end; readers take what stands before it.
    const number = Number.parseFloat(written.replace(/^[+-]*(?=[+-])/, ""));
    return Number.isFinite(number) ? number : 0;
  }

  /** `12 0 R` is a reference, `12` before anything else a number. */
  #reference(number: number): Value {
    const bytes = this.#bytes;
    let at = this.at;
    const white = at;
    while (KIND[bytes[at] ?? 0] === WHITE && at < bytes.length) at += 1;
    if (at === white) return number;
    const digits = at;
    while (at - digits < 6 && (bytes[at] ?? 0) >= ZERO && (bytes[at] ?? 0) <= NINE) at += 1;
    const gap = at;
    while (KIND[bytes[at] ?? 0] === WHITE && at < bytes.length) at += 1;
    if (gap === digits || at === gap || bytes[at] !== CAPITAL_R || KIND[bytes[at + 1] ?? SPACE] === 0)
      return number;
    this.at = at + 1;
    return this.#source.ref(number);
  }

  #name(): string {
    const bytes = this.#bytes;
    const start = this.at + 1;
    let at = start;
    let key = 1;
    for (; at < bytes.length && KIND[bytes[at] ?? 0] === 0; at += 1) key = key * 256 + (bytes[at] ?? 0);
    this.at = at;
    const isShort = at - start < 7;
    const known = isShort ? names.get(key) : undefined;
    if (known !== undefined) return known;
    const raw = bytes.toString("latin1", start, at);
    const name = raw.includes("#")
      ? raw.replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) => charOf(hex))
      : raw;
    if (isShort && names.size < MOST_NAMES) names.set(key, name);
    return name;
  }

  #hexadecimal(): PdfString {
    const end = this.#bytes.indexOf(MORE, this.at);
    if (end < 0) throw new PdfError("the file ends in the middle of a string");
    const written = this.#bytes.toString("latin1", this.at + 1, end);
    this.at = end + 1;
    const digits = /[^0-9a-f]/i.test(written) ? written.replace(/[^0-9a-f]/gi, "") : written;
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex").toString("latin1"));
  }

  #literal(): PdfString {
    const bytes = this.#bytes;
    const start = this.at + 1;
    let at = start;
    let plain = true;
    for (let depth = 1; ; at += 1) {
      const byte = bytes[at];
      if (byte === undefined) throw new PdfError("the file ends in the middle of a string");
      if (byte === BACKSLASH || byte === 13) plain = false;
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    this.at = at + 1;
    const raw = bytes.toString("latin1", start, at);
    return new PdfString(plain ? raw : unescaped(raw));
  }

  #array(): Value[] {
    this.at += 1;
    this.#deeper();
    const items: Value[] = [];
    for (let token = this.token(); token !== END_ARRAY; token = this.token()) {
      if (token instanceof Keyword) throw new PdfError("an array of the file does not end");
      items.push(token);
    }
    this.#depth -= 1;
    return items;
  }

  #dictionary(): Dict {
    this.at += 2;
    this.#deeper();
    const dict: Dict = new Map();
    for (let key = this.token(); key !== END_DICT; key = this.token()) {
      if (typeof key !== "string") throw new PdfError("a dictionary of the file does not end");
      dict.set(key, this.value());
    }
    this.#depth -= 1;
    return dict;
  }

  #deeper(): void {
    this.#depth += 1;
    this.#source.made += 1;
    if (this.#depth > DEEPEST) throw new PdfError("objects of the file are nested too deep");
    if (this.#source.made > MOST) throw new PdfError("the file has more objects than are read");
  }
}

function charOf(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** ISO 32000-1, 7.3.4.2. */
function unescaped(raw: string): string {
  return raw.replace(
    /\\(?:([0-7]{1,3})|(\r\n?|\n)|([\s\S]))|\r\n?/g,
    (_whole, octal: string | undefined, line: string | undefined, char: string | undefined) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (line) return "";
      return char === undefined ? "\n" : (ESCAPES[char] ?? char);
    },
  );
}
