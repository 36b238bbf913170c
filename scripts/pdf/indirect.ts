// Reads one object where it stands in a file: its number, its value and, of a stream, its bytes (ISO 32000-1, 7.3.8 and 7.3.10).

import { numberIn, PdfError, Stream, type Value } from "./objects.ts";
import { Keyword, type Source, Syntax } from "./syntax.ts";

export type FileSource = Source & {
  readonly bytes: Buffer;
  /** Bytes that may still be gone through, more often than there are but not without end: objects may stand in one another. */
  left: number;
};

const END = "endstream";

/** Throws where no object begins at `at`. */
export function readIndirect(
  source: FileSource,
  at: number,
): { readonly number: number; readonly value: Value } {
  const syntax = new Syntax(source.bytes, at, source);
  const [number, generation, word] = [syntax.token(), syntax.token(), syntax.token()];
  const begins = word instanceof Keyword && word.word === "obj" && typeof generation === "number";
  if (typeof number !== "number" || !begins)
    throw new PdfError("no object of the file stands where it should");
  const value = syntax.value();
  const end = syntax.at;
  spend(source, end - at);
  if (!(value instanceof Map)) return { number, value };
  const next = syntax.token();
  if (!(next instanceof Keyword) || next.word !== "stream") return { number, value };
  const start = lineEnd(source.bytes, syntax.at);
  return { number, value: new Stream(value, streamBytes(source, start, numberIn(value, "Length"))) };
}

/** After the end of the line that `stream` ends. */
function lineEnd(bytes: Buffer, at: number): number {
  const isReturn = bytes[at] === 13;
  return isReturn ? (bytes[at + 1] === 10 ? at + 2 : at + 1) : bytes[at] === 10 ? at + 1 : at;
}

/** As many as it says or, where it does not end there, all up to its end. */
function streamBytes(source: FileSource, start: number, length: number | null): Buffer {
  const { bytes } = source;
  const stated = length !== null && length >= 0 ? start + length : bytes.length;
  if (/^\s*endstream/.test(bytes.toString("latin1", stated, stated + 16)))
    return bytes.subarray(start, stated);
  const end = bytes.indexOf(END, start, "latin1");
  if (end < 0) throw new PdfError("a stream of the file does not end");
  spend(source, end - start);
  const trimmed = bytes[end - 1] === 10 ? (bytes[end - 2] === 13 ? end - 2 : end - 1) : end;
  return bytes.subarray(start, Math.max(start, trimmed));
}

/** Throws when a file was gone through so often that it must be made for it. */
export function spend(source: FileSource, bytes: number): void {
  source.left -= bytes;
  if (source.left < 0) throw new PdfError("objects of the file stand in one another");
}
