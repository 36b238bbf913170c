// Objects that are packed together in one stream (ISO 32000-1, 7.5.7).

import { unpacked } from "./filters.ts";
import { numberIn, PdfError, type Stream } from "./objects.ts";
import { type Source, Syntax } from "./syntax.ts";

export type ObjectStream = {
  readonly bytes: Buffer;
  /** Where each object begins, by its number. */
  readonly starts: ReadonlyMap<number, number>;
};

/** Throws on more bytes than `limit`, and where objects do not stand one after the other. */
export function readObjectStream(stream: Stream, source: Source, limit: number): ObjectStream {
  const raw = unpacked(stream, limit);
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const first = numberIn(stream.dict, "First") ?? 0;
  const count = numberIn(stream.dict, "N") ?? 0;
  const head = new Syntax(bytes.subarray(0, first), 0, source);
  const starts = new Map<number, number>();
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const [number, offset] = [head.token(), head.token()];
    if (typeof number !== "number" || typeof offset !== "number" || offset <= last)
      throw new PdfError("an object stream of the file is broken");
    last = offset;
    if (!starts.has(number)) starts.set(number, first + offset);
  }
  return { bytes, starts };
}
