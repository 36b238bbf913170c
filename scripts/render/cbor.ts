// The part of CBOR (RFC 8949) that a Pagefind index is written in: whole numbers, text, arrays, and what is simple.

export type Cbor = number | string | boolean | null | readonly Cbor[];

/** Throws for anything else, and for bytes that go on after the value. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const argument = (short: number): number => {
    if (short < 24) return short;
    const length = 2 ** (short - 24);
    const start = at;
    at += length;
    if (length === 1) return view.getUint8(start);
    if (length === 2) return view.getUint16(start);
    if (length === 4) return view.getUint32(start);
    if (length === 8) return Number(view.getBigUint64(start));
    throw new Error(`CBOR of no stated length at byte ${start}`);
  };
  const value = (): Cbor => {
    const head = view.getUint8(at++);
    const [major, short] = [head >> 5, head & 31];
    if (major === 7) {
      if (short === 20 || short === 21) return short === 21;
      if (short === 22) return null;
    }
    if (major === 0) return argument(short);
    if (major === 1) return -1 - argument(short);
    if (major === 3) {
      const length = argument(short);
      at += length;
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(at - length, at),
      );
    }
    if (major === 4) return Array.from({ length: argument(short) }, value);
    throw new Error(`CBOR of a kind that no index has at byte ${at - 1}`);
  };
  const found = value();
  if (at !== bytes.length) throw new Error(`CBOR goes on at byte ${at}`);
  return found;
}

export function encodeCbor(value: Cbor): Uint8Array {
  const parts: Uint8Array[] = [];
  const head = (major: number, argument: number) => {
    const size =
      argument < 24 ? 0 : argument < 2 ** 8 ? 1 : argument < 2 ** 16 ? 2 : argument < 2 ** 32 ? 4 : 8;
    const bytes = new Uint8Array(1 + size);
    bytes[0] = (major << 5) | (size === 0 ? argument : 24 + Math.log2(size));
    for (let rest = argument, at = size; at > 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
    parts.push(bytes);
  };
  const write = (one: Cbor): void => {
    if (typeof one === "number") head(one < 0 ? 1 : 0, one < 0 ? -1 - one : one);
    else if (typeof one === "string") {
      const bytes = new TextEncoder().encode(one);
      head(3, bytes.length);
      parts.push(bytes);
    } else if (one === null || typeof one === "boolean") head(7, one === null ? 22 : one ? 21 : 20);
    else {
      head(4, one.length);
      for (const inner of one) write(inner);
    }
  };
  write(value);
  return new Uint8Array(Buffer.concat(parts));
}
