// A file's text, and the way from each of its characters back to the bytes, in every character set that is read.

export type Decoded = {
  /** Without its byte order mark. */
  readonly text: string;
  /** Its name in the WHATWG Encoding standard, in lower case. */
  readonly encoding: string;
  /** The byte of the file at which the UTF-16 code unit at an offset of `text` starts; the file's end past the last. */
  byteAt(offset: number): number;
};

/** Decodes strictly; null when some bytes stand for nothing in this set. `encoding` is a WHATWG name. */
export function decodeAs(encoding: string, bytes: Uint8Array): Decoded | null {
  const mark = markLength(encoding, bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark));
    return { text, encoding, byteAt: byteFinder(encoding, bytes, mark, text) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return null;
  }
}

function markLength(encoding: string, bytes: Uint8Array): number {
  if (encoding === "utf-8") return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (encoding === "utf-16le") return bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
  if (encoding === "utf-16be") return bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
  return 0;
}

const stride = 1024;

/** Walks the file once, when first asked, and remembers every 1,024th place. */
function byteFinder(
  encoding: string,
  bytes: Uint8Array,
  mark: number,
  text: string,
): (offset: number) => number {
  if (encoding.startsWith("utf-16")) return (offset) => mark + 2 * Math.min(offset, text.length);
  if (bytes.length - mark === text.length) return (offset) => mark + Math.min(offset, text.length);
  let stops: Uint32Array | null = null;
  const step = (at: number, offset: number) => {
    const units = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    return { at: at + sequenceLength(encoding, bytes, at), offset: offset + units };
  };
  return (wanted) => {
    if (wanted >= text.length) return bytes.length;
    if (stops === null) {
      stops = new Uint32Array(Math.ceil(text.length / stride) + 1);
      for (let at = mark, offset = 0; offset < text.length; ) {
        const next = step(at, offset);
        for (let unit = offset; unit < next.offset; unit++)
          if (unit % stride === 0) stops[unit / stride] = at;
        ({ at, offset } = next);
      }
    }
    const stop = Math.floor(wanted / stride);
    let at = stops[stop] ?? mark;
    let offset = stop * stride;
    if (/[\udc00-\udfff]/.test(text[offset] ?? "") && offset > 0) offset--;
    for (; offset < wanted; ) {
      const next = step(at, offset);
      if (next.offset > wanted) break;
      ({ at, offset } = next);
    }
    return at;
  };
}

/** Bytes of the character that starts at `at`: https://encoding.spec.whatwg.org/ */
function sequenceLength(encoding: string, bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (encoding === "utf-8") return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const next = bytes[at + 1] ?? 0;
  if (encoding === "gb18030" || encoding === "gbk") {
    if (lead === 0x80) return 1;
    return next >= 0x30 && next <= 0x39 ? 4 : 2;
  }
  if (encoding === "shift_jis") return lead === 0x80 || (lead >= 0xa1 && lead <= 0xdf) ? 1 : 2;
  if (encoding === "euc-jp") return lead === 0x8f ? 3 : 2;
  if (encoding === "euc-kr" || encoding === "big5") return 2;
  return 1;
}
