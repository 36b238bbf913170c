// Reads the operators of a PDF content stream (ISO 32000-1, 7.8.2), one operator with its operands at a time.

export type Operand =
  | number
  | { readonly name: string }
  | { readonly bytes: Uint8Array }
  | { readonly array: readonly Operand[] }
  | { readonly dictionary: ReadonlyMap<string, Operand> };

export type Operation = { readonly operator: string; readonly operands: readonly Operand[] };

/** By character code: what ends a number, a name or an operator. */
const ENDS = Uint8Array.from({ length: 256 }, (_none, code) =>
  [0, 9, 10, 12, 13, 32].includes(code) ? 1 : "()<>[]{}/%".includes(String.fromCharCode(code)) ? 2 : 0,
);
const WHITE = 1;

/** Throws on a stream that ends inside an operand. Inline images are not read: Chromium writes none. */
export function* readOperations(stream: Uint8Array): Generator<Operation> {
  const reader = new Reader(stream);
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (typeof token !== "string") {
      operands.push(token);
      continue;
    }
    yield { operator: token, operands };
    operands = [];
  }
}

class Reader {
  #at = 0;
  /** Latin 1: a character a byte, which is many times faster to cut than bytes are. */
  readonly #text: string;

  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  }

  /** An operand, an operator as a string, or undefined at the end. */
  next(): Operand | string | undefined {
    this.#skipWhite();
    const char = this.#text[this.#at];
    if (char === undefined) return undefined;
    if (char === "/") return { name: this.#name() };
    if (char === "(") return { bytes: this.#literal() };
    if (char === "[") return { array: this.#until("]") };
    if (char === "<") {
      if (this.#text[this.#at + 1] !== char) return { bytes: this.#hex() };
      this.#at += 1;
      return { dictionary: pairs(this.#until(">")) };
    }
    if (char === "]" || char === ">") {
      this.#at += 1;
      return char;
    }
    const word = this.#word();
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
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
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 37) {
        const end = this.#text.indexOf("\n", this.#at);
        this.#at = end < 0 ? this.#text.length : end;
      } else if (ENDS[code] === WHITE) this.#at += 1;
      else return;
    }
  }

  #word(): string {
    const start = this.#at;
    do this.#at += 1;
    while (ENDS[this.#text.charCodeAt(this.#at)] === 0);
    return this.#text.slice(start, this.#at);
  }

  #name(): string {
    const name = this.#word().slice(1);
    if (!name.includes("#")) return name;
    return name.replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #hex(): Uint8Array {
    const end = this.#text.indexOf(">", this.#at);
    if (end < 0) throw new Error("A content stream ends inside a string");
    const written = this.#text.slice(this.#at + 1, end);
    const digits = /\s/.test(written) ? written.replace(/\s/g, "") : written;
    this.#at = end + 1;
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex");
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    for (this.#at += 1; depth > 0; this.#at += 1) {
      if (this.#at >= this.#text.length) throw new Error("A content stream ends inside a string");
      const byte = this.#text.charCodeAt(this.#at);
      if (byte === 92) {
        out.push(...this.#escape());
        continue;
      }
      if (byte === 40) depth += 1;
      if (byte === 41) depth -= 1;
      if (depth > 0) out.push(byte);
    }
    return Uint8Array.from(out);
  }

  #escape(): readonly number[] {
    this.#at += 1;
    const rest = this.#text.slice(this.#at, this.#at + 3);
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

function pairs(items: readonly Operand[]): ReadonlyMap<string, Operand> {
  const found = new Map<string, Operand>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    const value = items[index + 1];
    if (typeof key === "object" && "name" in key && value !== undefined) found.set(key.name, value);
  }
  return found;
}
