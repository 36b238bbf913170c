// Streams as this stage reads and writes them: one compressor at one level, so that the browser's does not show.

import { deflateSync, inflateSync } from "node:zlib";
import { type PDFContext, PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";

/** Nine takes three times as long and saves a hundredth. */
const LEVEL = 6;
const own = new WeakSet<PDFRawStream>();

/** The bytes of a stream that is deflated or plain. Throws on any other filter. */
export function inflate(stream: PDFRawStream): Buffer {
  const bytes = stream.getContents();
  const filter = stream.dict.get(PDFName.of("Filter"));
  if (!filter) return Buffer.from(bytes);
  if (!isDeflated(stream)) throw new Error(`A stream has the filter ${filter}`);
  return inflateSync(bytes);
}

function isDeflated(stream: PDFRawStream): boolean {
  return (
    String(stream.dict.get(PDFName.of("Filter"))) === "/FlateDecode" &&
    !stream.dict.has(PDFName.of("DecodeParms"))
  );
}

/** A stream of these bytes, deflated, with the other entries of `entries`. */
export function packed(
  context: PDFContext,
  bytes: Uint8Array,
  entries: PDFDict = PDFDict.withContext(context),
): PDFRawStream {
  const small = deflateSync(bytes, { level: LEVEL });
  entries.set(PDFName.of("Length"), context.obj(small.length));
  entries.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  const stream = PDFRawStream.of(entries, small);
  own.add(stream);
  return stream;
}

/** The same stream as this compressor writes it; streams with other filters stay as they are. */
export function repacked(context: PDFContext, stream: PDFRawStream): PDFRawStream {
  return own.has(stream) || !isDeflated(stream) ? stream : packed(context, inflate(stream), stream.dict);
}
