// Writes the objects that are in use as one file: numbered anew in the order of reading, the same bytes each time.

import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { packed, repacked } from "./streams.ts";

const HEADER = Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1");
/** Objects in one object stream. */
const GROUP = 200;
/** Sixteen bytes as hexadecimal digits; stands in the file until its own hash is known. */
const NO_ID = "0".repeat(32);

/** The identifier in the trailer is the hash of everything else (ISO 32000-1, 14.4). Changes `document`. */
export function writeFile({ context }: PDFDocument): Uint8Array {
  const { Root, Info } = context.trailerInfo;
  const objects: PDFObject[] = [];
  const numbers = new Map<string, PDFRef>();

  /** The object with its references counted anew. */
  function renumbered(value: PDFObject): PDFObject {
    if (value instanceof PDFRef) return refTo(value);
    if (value instanceof PDFArray) {
      for (let index = 0; index < value.size(); index += 1) value.set(index, renumbered(value.get(index)));
    } else if (value instanceof PDFDict) {
      for (const [key, entry] of value.entries()) value.set(key, renumbered(entry));
    } else if (value instanceof PDFStream) renumbered(value.dict);
    return value;
  }

  function refTo(old: PDFRef): PDFRef {
    const known = numbers.get(old.toString());
    if (known) return known;
    const ref = PDFRef.of(objects.length + 1);
    numbers.set(old.toString(), ref);
    const value = context.lookup(old);
    if (!value) throw new Error(`The PDF refers to ${old}, which it does not have`);
    objects.push(value);
    waiting.push(value);
    return ref;
  }

  const waiting: PDFObject[] = [];
  const root = renumbered(Root as PDFObject);
  const info = renumbered(Info as PDFObject);
  for (let value = waiting.shift(); value; value = waiting.shift()) renumbered(value);

  const chunks: Buffer[] = [HEADER];
  let length = HEADER.length;
  const write = (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      chunks.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      length += part.length;
    }
  };
  const entries: (readonly [number, number, number])[] = [[0, 0, 65535]];
  const writeStream = (number: number, stream: PDFRawStream) => {
    entries[number] = [1, length, 0];
    write(
      latin(`${number} 0 obj\n${stream.dict}\nstream\n`),
      stream.getContents(),
      latin("\nendstream\nendobj\n"),
    );
  };

  const plain: number[] = [];
  objects.forEach((value, index) => {
    if (value instanceof PDFRawStream) writeStream(index + 1, repacked(context, value));
    else if (value instanceof PDFStream) throw new Error("A stream of the PDF has no bytes");
    else plain.push(index);
  });
  let next = objects.length + 1;
  for (let at = 0; at < plain.length; at += GROUP) {
    const group = plain.slice(at, at + GROUP);
    const texts = group.map((index) => String(objects[index]));
    let offset = 0;
    const heads = group.map((index, place) => {
      entries[index + 1] = [2, next, place];
      const head = `${index + 1} ${offset}`;
      offset += (texts[place]?.length ?? 0) + 1;
      return head;
    });
    const first = `${heads.join(" ")}\n`;
    const dict = context.obj({ Type: "ObjStm", N: group.length, First: first.length });
    writeStream(next, packed(context, latin(`${first}${texts.join("\n")}\n`), dict));
    next += 1;
  }
  entries[next] = [1, length, 0];
  const rows = Buffer.alloc(entries.length * 7);
  entries.forEach(([type, place, index], row) => {
    rows.writeUInt8(type, row * 7);
    rows.writeUInt32BE(place, row * 7 + 1);
    rows.writeUInt16BE(index, row * 7 + 5);
  });
  const table = deflateSync(rows, { level: 9 });
  const dict = context.obj({
    Type: "XRef",
    Size: entries.length,
    W: [1, 4, 2],
    Length: table.length,
    Filter: "FlateDecode",
  });
  dict.set(PDFName.of("Root"), root);
  dict.set(PDFName.of("Info"), info);
  const trailer = String(dict).replace(/>>$/, `/ID [<${NO_ID}> <${NO_ID}>]\n>>`);
  const start = length;
  write(
    latin(`${next} 0 obj\n${trailer}\nstream\n`),
    table,
    latin(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  );
  const file = Buffer.concat(chunks);
  const id = createHash("sha256").update(file).digest("hex").slice(0, 32).toUpperCase();
  for (let at = file.indexOf(NO_ID, start); at >= 0; at = file.indexOf(NO_ID, at))
    file.write(id, at, "latin1");
  return file;
}

function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}
