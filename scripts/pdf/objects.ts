// The values that a PDF is made of (ISO 32000-1, 7.3), as plainly as JavaScript can say them, and how they are looked up.

/** Names are strings here, without their slash and as they read; what a file calls a string is a `PdfString`. */
export type Value = null | boolean | number | string | PdfString | Ref | Value[] | Dict | Stream;

/** By the names of its keys. */
export type Dict = Map<string, Value>;

/** Says in one sentence why a file cannot be read. */
export class PdfError extends Error {}

/** Bytes, one character each. */
export class PdfString {
  readonly raw: string;

  constructor(raw: string) {
    this.raw = raw;
  }
}

/** Its bytes stand as in the file: packed by the filters that its dictionary names. */
export class Stream {
  readonly dict: Dict;
  readonly bytes: Uint8Array;

  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

/** An object of its own, known by identity. It is read when it is first asked for; what a file does not have is null. */
export class Ref {
  /** In the file that it was read from; 0 for one that is new. */
  readonly number: number;
  #value: Value | undefined;
  readonly #read: ((number: number) => Value) | undefined;

  constructor(number: number, read?: (number: number) => Value) {
    this.number = number;
    this.#read = read;
  }

  get value(): Value {
    if (this.#value !== undefined) return this.#value;
    // What leads back to itself is nothing.
    this.#value = null;
    this.#value = resolved(this.#read?.(this.number) ?? null);
    return this.#value;
  }

  set value(value: Value) {
    this.#value = value;
  }

  toString(): string {
    return `${this.number} 0 R`;
  }
}

/** A new object that others can refer to. */
export function refTo(value: Value): Ref {
  const ref = new Ref(0);
  ref.value = value;
  return ref;
}

type Plain = Value | readonly Plain[] | undefined;

/** A dictionary with these entries; those that are undefined are left out. */
export function dictOf(entries: Readonly<Record<string, Plain>>): Dict {
  const dict: Dict = new Map();
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) dict.set(key, value as Value);
  }
  return dict;
}

/** What a reference stands for, any other value itself. */
export function resolved(value: Value): Value {
  return value instanceof Ref ? value.value : value;
}

/** What stands under a key; null where there is nothing. */
export function valueIn(dict: Dict | undefined, key: string): Value {
  const value = dict?.get(key) ?? null;
  return value instanceof Ref ? value.value : value;
}

export function nameIn(dict: Dict | undefined, key: string): string | null {
  const value = valueIn(dict, key);
  return typeof value === "string" ? value : null;
}

export function numberIn(dict: Dict | undefined, key: string): number | null {
  const value = valueIn(dict, key);
  return typeof value === "number" ? value : null;
}

/** Of a stream its dictionary. */
export function dictIn(dict: Dict | undefined, key: string): Dict | undefined {
  return asDict(valueIn(dict, key));
}

/** Items of an array as they stand; empty when there is none. */
export function itemsIn(dict: Dict | undefined, key: string): readonly Value[] {
  const value = valueIn(dict, key);
  return Array.isArray(value) ? value : [];
}

/** Items of an array, looked up; empty when there is none. */
export function listIn(dict: Dict | undefined, key: string): readonly Value[] {
  return itemsIn(dict, key).map(resolved);
}

export function streamIn(dict: Dict | undefined, key: string): Stream | undefined {
  const value = valueIn(dict, key);
  return value instanceof Stream ? value : undefined;
}

/** Of a stream its dictionary. */
export function asDict(value: Value): Dict | undefined {
  if (value instanceof Map) return value;
  return value instanceof Stream ? value.dict : undefined;
}
