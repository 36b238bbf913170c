// The bytes of a PDF's streams, by the machine's own decompressor where that reads their filter.

import { inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

const [FILTER, PARAMETERS] = [PDFName.of("Filter"), PDFName.of("DecodeParms")];
const DEFLATED = PDFName.of("FlateDecode");

export function decoded(stream: PDFRawStream): Uint8Array {
  const isPlain = stream.dict.lookup(FILTER) === DEFLATED && !stream.dict.has(PARAMETERS);
  return isPlain ? inflateSync(stream.getContents()) : decodePDFRawStream(stream).decode();
}

/** All streams of a page's content, as one. */
export function contentOf({ node, doc }: PDFPage): Uint8Array {
  const contents = node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => doc.context.lookup(one)) : [contents];
  const parts = streams.map((one) => (one instanceof PDFRawStream ? decoded(one) : new Uint8Array()));
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
}
