// Reads the operators of a PDF content stream (ISO 32000-1, 7.8.2), one operator with its operands at a time.

export type Operand =
  | number
  | { readonly name: string }
  | { readonly bytes: Uint8Array }
  | { readonly array: readonly Operand[] }
  | { readonly dictionary: ReadonlyMap<string, Operand> };

/** By character code: what ends a number, a name or an operator. */
const ENDS = Uint8Array.from({ length: 256 }, (_none, code) =>
  [0, 9, 10, 12, 13, 32].includes(code) ? 1 : "()<>[]{}/%".includes(String.fromCharCode(code)) ? 2 : 0,
);
const WHITE = 1;
/** By character code: the value of a hexadecimal digit, 255 for all else. */
const DIGITS = new Uint8Array(256).fill(255);
[..."0123456789abcdef"].forEach((digit, value) => {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
});
const POWERS = Array.from({ length: 16 }, (_none, exponent) => 10 ** exponent);
const [LINE, PLUS, MINUS, POINT, SLASH, PERCENT] = [10, 43, 45, 46, 47, 37];
const [OPEN, CLOSE, LESS, MORE, BRACKET, UNBRACKET, BACKSLASH] = [40, 41, 60, 62, 91, 93, 92];
/** What begins with one, or with what follows them in ASCII, is no number. */
const LETTERS = 65;
const END_OF_STRING = "A content stream ends inside a string";

/** What is done with one operation; its operands are there until it is done. */
export type Take = (operator: string, operands: readonly Operand[]) => void;

/** One after the other. Throws on a stream that ends inside an operand. Inline images are not read: Chromium writes none. */
export function eachOperation(stream: Uint8Array, take: Take): void {
  const reader = new Reader(stream);
  const read: Operand[] = [];
  // A list for each number of operands: emptying one makes it anew, a million times in a long document.
  const lists: Operand[][] = [[]];
  let count = 0;
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (typeof token !== "string") {
      read[count] = token;
      count += 1;
      continue;
    }
    lists[count] ??= read.slice(0, count);
    const operands = lists[count] ?? [];
    for (let at = 0; at < count; at += 1) operands[at] = read[at] ?? 0;
    take(token, operands);
    count = 0;
  }
}

/** Long documents show one glyph at a time: strings and operators this short are made once. */
const shortStrings = new Array<Operand | undefined>(1 << 17);
const words = new Map(
  "b B b* B* BDC BI BMC BT c cm CS cs d Do EI EMC ET f F f* G g gs h i ID j J K k l m M n q Q re RG rg s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y"
    .split(" ")
    .map((word) => [[...word].reduce((key, letter) => key * 256 + letter.charCodeAt(0), 0), word]),
);

class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** An operand, an operator as a string, or undefined at the end. */
  next(): Operand | string | undefined {
    this.#skipWhite();
    const bytes = this.#bytes;
    const byte = bytes[this.#at];
    if (byte === undefined) return undefined;
    if (byte === LESS) {
      if (bytes[this.#at + 1] !== LESS) return this.#hex();
      this.#at += 1;
      return { dictionary: pairs(this.#until(">")) };
    }
    if ((byte >= 48 && byte <= 57) || byte === MINUS || byte === POINT || byte === PLUS) {
      const number = this.#number();
      if (number !== undefined) return number;
    }
    if (byte >= LETTERS && byte !== BRACKET && byte !== UNBRACKET) return this.#word();
    if (byte === SLASH) return { name: this.#name() };
    if (byte === OPEN) return { bytes: this.#literal() };
    if (byte === BRACKET) return { array: this.#until("]") };
    if (byte === UNBRACKET || byte === MORE) {
      this.#at += 1;
      return String.fromCharCode(byte);
    }
    const word = this.#word();
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
  }

  /** Undefined for what is written in another way than digits with a point; nothing is read then. */
  #number(): number | undefined {
    const bytes = this.#bytes;
    let at = this.#at;
    const negative = bytes[at] === MINUS;
    if (negative || bytes[at] === PLUS) at += 1;
    let value = 0;
    let digits = 0;
    let decimals = -1;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 48 && byte <= 57) {
        value = value * 10 + byte - 48;
        digits += 1;
        if (decimals >= 0) decimals += 1;
      } else if (byte === POINT && decimals < 0) decimals = 0;
      else if (ENDS[byte]) break;
      else return undefined;
    }
    if (digits === 0 || digits > 15) return undefined;
    this.#at = at;
    const size = decimals > 0 ? value / (POWERS[decimals] ?? 1) : value;
    return negative ? -size : size;
  }

  #until(end: string): Operand[] {
    this.#at += 1;
    const items: Operand[] = [];
    for (let token = this.next(); token !== end; token = this.next()) {
      if (token === undefined) throw new Error("A content stream ends inside an operand");
      if (typeof token === "string") items.push({ name: token });
      else items.push(token);
    }
    if (end === ">") this.#at += 1;
    return items;
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    for (;;) {
      const byte = bytes[this.#at];
      if (byte === undefined) return;
      if (byte === PERCENT) {
        const end = bytes.indexOf(LINE, this.#at);
        this.#at = end < 0 ? bytes.length : end;
      } else if (ENDS[byte] === WHITE) this.#at += 1;
      else return;
    }
  }

  #word(): string {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start + 1;
    let key = bytes[start] ?? 0;
    for (; at < bytes.length && ENDS[bytes[at] ?? 0] === 0; at += 1) key = key * 256 + (bytes[at] ?? 0);
    this.#at = at;
    if (at - start > 5) return latin(bytes, start, at);
    const known = words.get(key);
    if (known !== undefined) return known;
    const word = latin(bytes, start, at);
    words.set(key, word);
    return word;
  }

  #name(): string {
    const name = this.#word().slice(1);
    if (!name.includes("#")) return name;
    return name.replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #hex(): Operand {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let end = start;
    let key = 1;
    for (; end < bytes.length && bytes[end] !== MORE; end += 1) {
      if (end - start > 4) continue;
      const digit = DIGITS[bytes[end] ?? 0] ?? 255;
      key = digit === 255 ? Number.NaN : key * 16 + digit;
    }
    if (end === bytes.length) throw new Error(END_OF_STRING);
    this.#at = end + 1;
    if (end - start > 4 || Number.isNaN(key)) return { bytes: fromHex(latin(bytes, start, end)) };
    const known = shortStrings[key];
    if (known) return known;
    const made = { bytes: fromHex(latin(bytes, start, end)) };
    shortStrings[key] = made;
    return made;
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.#at += 1; depth > 0; this.#at += 1) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new Error(END_OF_STRING);
      if (byte === BACKSLASH) {
        out.push(...this.#escape());
        continue;
      }
      if (byte === OPEN) depth += 1;
      if (byte === CLOSE) depth -= 1;
      if (depth > 0) out.push(byte);
    }
    return Uint8Array.from(out);
  }

  #escape(): readonly number[] {
    this.#at += 1;
    const rest = latin(this.#bytes, this.#at, this.#at + 3);
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
    if (octal) {
      this.#at += octal.length - 1;
      return [Number.parseInt(octal, 8) & 255];
    }
    const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[rest[0] ?? ""];
    if (known !== undefined) return [known];
    return rest[0] === "\n" ? [] : [rest.charCodeAt(0)];
  }
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end, bytes.length) - start).toString(
    "latin1",
  );
}

function fromHex(written: string): Uint8Array {
  const digits = /\s/.test(written) ? written.replace(/\s/g, "") : written;
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex");
}

function pairs(items: readonly Operand[]): ReadonlyMap<string, Operand> {
  const found = new Map<string, Operand>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    const value = items[index + 1];
    if (typeof key === "object" && "name" in key && value !== undefined) found.set(key.name, value);
  }
  return found;
}
