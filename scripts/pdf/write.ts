// Writes objects as a file: all that the trailer leads to, numbered in the order of reading, the same bytes each time.

import { createHash } from "node:crypto";
import { packed, repacked } from "./filters.ts";
import { dictOf, PdfString, type Ref, Stream } from "./objects.ts";
import { latin, written } from "./written.ts";

const HEADER = Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1");
/** Objects in one object stream. */
const GROUP = 200;
/** Sixteen bytes; stand in the file until its own hash is known. */
const NO_ID = "\0".repeat(16);

/**
 * Streams and, in groups, all other objects, with a stream of cross-references. The identifier in the trailer is the
 * hash of everything else (ISO 32000-1, 14.4).
 */
export function writeFile(root: Ref, info: Ref): Uint8Array {
  const refs: Ref[] = [];
  const numbers = new Map<Ref, number>();
  const numberOf = (ref: Ref): number => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    numbers.set(ref, refs.push(ref));
    return refs.length;
  };
  for (const one of [root, info]) numberOf(one);

  const chunks: Uint8Array[] = [HEADER];
  let length = HEADER.length;
  const write = (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      chunks.push(part);
      length += part.length;
    }
  };
  /** Of each object its kind, and two numbers that say where it stands. */
  const places: (readonly [number, number, number])[] = [[0, 0, 65535]];
  const writeStream = (number: number, { dict, bytes }: Stream) => {
    places[number] = [1, length, 0];
    write(
      latin(`${number} 0 obj\n${written(dict, numberOf)}\nstream\n`),
      bytes,
      latin("\nendstream\nendobj\n"),
    );
  };

  const plain: { readonly number: number; readonly text: string }[] = [];
  for (let index = 0; index < refs.length; index += 1) {
    const value = refs[index]?.value ?? null;
    if (value instanceof Stream) writeStream(index + 1, repacked(value));
    else plain.push({ number: index + 1, text: written(value, numberOf) });
  }
  let next = refs.length + 1;
  for (let at = 0; at < plain.length; at += GROUP) {
    const group = plain.slice(at, at + GROUP);
    let offset = 0;
    const heads = group.map(({ number, text }, index) => {
      places[number] = [2, next, index];
      const head = `${number} ${offset}`;
      offset += text.length + 1;
      return head;
    });
    const first = `${heads.join(" ")}\n`;
    const body = group.map(({ text }) => text).join("\n");
    writeStream(
      next,
      packed(latin(`${first}${body}\n`), dictOf({ Type: "ObjStm", N: group.length, First: first.length })),
    );
    next += 1;
  }
  places[next] = [1, length, 0];
  const start = length;
  const id = new PdfString(NO_ID);
  const trailer = dictOf({
    Type: "XRef",
    Size: places.length,
    W: [1, 4, 2],
    ID: [id, id],
    Root: root,
    Info: info,
  });
  writeStream(next, packed(rowsOf(places), trailer));
  write(latin(`startxref\n${start}\n%%EOF\n`));

  const file = Buffer.concat(chunks);
  const hash = createHash("sha256").update(file).digest("hex").slice(0, 32).toUpperCase();
  const digits = "00".repeat(NO_ID.length);
  for (let at = file.indexOf(digits, start); at >= 0; at = file.indexOf(digits, at))
    file.write(hash, at, "latin1");
  return file;
}

function rowsOf(places: readonly (readonly [number, number, number])[]): Buffer {
  const rows = Buffer.alloc(places.length * 7);
  places.forEach(([kind, place, index], row) => {
    rows.writeUInt8(kind, row * 7);
    rows.writeUInt32BE(place, row * 7 + 1);
    rows.writeUInt16BE(index, row * 7 + 5);
  });
  return rows;
}
