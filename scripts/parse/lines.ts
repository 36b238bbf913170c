// UTF-8 bytes to lines that know where they stand in the file, whatever ends them.

export type Line = {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Bytes of the file; the line's end is not included. */
  readonly byteStart: number;
  readonly byteEnd: number;
};

type Decoded =
  | { readonly lines: readonly Line[] }
  | { readonly invalid: { readonly line: number; readonly column: number } };

/** A byte order mark belongs to no line. Lines end in LF, CRLF or CR. */
export function decodeLines(bytes: Uint8Array): Decoded {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const lines: Line[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let start = marked ? 3 : 0;
  for (let at = start; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) continue;
    const number = lines.length + 1;
    const slice = bytes.subarray(start, at);
    try {
      lines.push({ text: decoder.decode(slice), number, byteStart: start, byteEnd: at });
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      return { invalid: { line: number, column: validColumns(slice) + 1 } };
    }
    if (bytes[at] === 13 && bytes[at + 1] === 10) at++;
    start = at + 1;
  }
  return { lines };
}

/** Code points that stand before the first byte that is not UTF-8. */
function validColumns(bytes: Uint8Array): number {
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const [index, character] of [...lenient.decode(bytes)].entries()) {
    if (character === "\ufffd") return index;
  }
  return 0;
}
