// The bytes of a stream as they are meant: unpacked, and packed again by one compressor at one level.

import { deflateSync, inflateSync } from "node:zlib";
import { type Dict, numberIn, PdfError, resolved, Stream, type Value, valueIn } from "./objects.ts";

/** Bytes that one stream may unpack to, where nobody asks for less. */
const MOST = 256 * 1024 * 1024;
/** Bytes that are unpacked at a time; the 16 KB of Node's own take three times as long for the content of a page. */
const CHUNK = 1 << 16;
/** Six takes twice as long and saves a twentieth. */
const LEVEL = 5;
/** Streams that this compressor wrote. */
const own = new WeakSet<Stream>();

/** Throws on other filters than Flate, and on more bytes than `limit`. */
export function unpacked({ dict, bytes }: Stream, limit = MOST): Uint8Array {
  const filters = listOf(valueIn(dict, "Filter"));
  const parameters = listOf(valueIn(dict, "DecodeParms"));
  return filters.reduce<Uint8Array>((packed, filter, index) => {
    if (filter !== "FlateDecode" && filter !== "Fl")
      throw new PdfError(
        `a stream of the file is packed by ${String(filter).slice(0, 40)}, which is not read`,
      );
    const given = parameters[index];
    return unpredicted(inflated(packed, limit), given instanceof Map ? given : undefined);
  }, bytes);
}

function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value.map(resolved);
  return value === null ? [] : [value];
}

function inflated(packed: Uint8Array, limit: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, limit), chunkSize: CHUNK });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "ERR_BUFFER_TOO_LARGE" ? "unpacks to more than is read" : "cannot be unpacked";
    throw new PdfError(`a stream of the file ${why}`, { cause });
  }
}

/** Takes back what was done to rows before they were packed (ISO 32000-1, 7.4.4.4; PNG, 9.2). */
function unpredicted(bytes: Buffer, parameters: Dict | undefined): Uint8Array {
  const predictor = numberIn(parameters, "Predictor") ?? 1;
  if (predictor === 1) return bytes;
  const bits = (numberIn(parameters, "Colors") ?? 1) * (numberIn(parameters, "BitsPerComponent") ?? 8);
  const width = Math.ceil((bits * (numberIn(parameters, "Columns") ?? 1)) / 8);
  if (predictor < 10 || !(bits >= 1 && bits <= 1024) || !(width >= 1 && width <= 1e6))
    throw new PdfError("a stream of the file is packed with a predictor that is not read");
  const step = Math.ceil(bits / 8);
  const rows = Math.ceil(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column < step ? 0 : (out[at - step] ?? 0);
      const up = row === 0 ? 0 : (out[at - width] ?? 0);
      const corner = row === 0 || column < step ? 0 : (out[at - width - step] ?? 0);
      out[at] = (bytes[at + row + 1] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) throw new PdfError("a stream of the file is packed with a predictor that is not read");
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** A stream of these bytes, deflated, with the other entries of `dict`. */
export function packed(bytes: Uint8Array, dict: Dict = new Map()): Stream {
  const small = deflateSync(bytes, { level: LEVEL });
  dict.set("Length", small.length);
  dict.set("Filter", "FlateDecode");
  const stream = new Stream(dict, small);
  own.add(stream);
  return stream;
}

/** The same stream as this compressor writes it; streams with other filters stay as they are. */
export function repacked(stream: Stream): Stream {
  const isPlain = valueIn(stream.dict, "Filter") === "FlateDecode" && !stream.dict.has("DecodeParms");
  return own.has(stream) || !isPlain ? stream : packed(unpacked(stream), stream.dict);
}
