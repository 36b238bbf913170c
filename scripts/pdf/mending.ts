// Finds the objects of a file whose cross-references lead nowhere: all that begins like an object, the last of each number.

import type { CrossReference, Place } from "./cross-reference.ts";
import { type FileSource, readIndirect } from "./indirect.ts";
import { type Dict, PdfError, Stream, type Value } from "./objects.ts";
import { Syntax } from "./syntax.ts";

/** Letters of a head such as `12 0 obj`, spaces included. */
const LONGEST_HEAD = 24;
const TRAILER = "trailer";

/** `inside` gives the numbers of the objects in an object stream. */
export function mended(source: FileSource, inside: (stream: Stream) => Iterable<number>): CrossReference {
  const { bytes } = source;
  const places = new Map<number, Place>();
  let trailer: Dict = new Map();
  const heads = objectHeads(bytes);
  heads.forEach(({ at, number }, index) => {
    places.set(number, { at });
    const value = valueAt(source, at, heads[index + 1]?.at ?? bytes.length, 3);
    const type = value instanceof Map ? value.get("Type") : undefined;
    if (type === "XRef") trailer = newer(trailer, value);
    if (type === "Catalog" && !trailer.has("Root")) trailer = new Map([["Root", source.ref(number)]]);
    if (type !== "ObjStm") return;
    const { value: stream } = readIndirect(source, at);
    if (stream instanceof Stream) for (const one of inside(stream)) places.set(one, { within: number });
  });
  for (let at = bytes.indexOf(TRAILER); at >= 0; at = bytes.indexOf(TRAILER, at + 1))
    trailer = newer(trailer, valueAt(source, at, at + 4096, 1));
  return { places, trailer };
}

function newer(trailer: Dict, value: Value): Dict {
  return value instanceof Map && value.has("Root") ? value : trailer;
}

/** The value after so many tokens; null where none is to be read before `end`. */
function valueAt(source: FileSource, at: number, end: number, tokens: number): Value {
  const syntax = new Syntax(source.bytes.subarray(at, end), 0, source);
  try {
    for (let token = 0; token < tokens; token += 1) syntax.token();
    return syntax.value();
  } catch (cause) {
    if (cause instanceof PdfError) return null;
    throw cause;
  }
}

function objectHeads(bytes: Buffer): readonly { readonly at: number; readonly number: number }[] {
  const heads: { readonly at: number; readonly number: number }[] = [];
  for (let word = bytes.indexOf("obj"); word >= 0; word = bytes.indexOf("obj", word + 3)) {
    const before = bytes.toString("latin1", Math.max(0, word - LONGEST_HEAD), word);
    const head = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+$/.exec(before);
    if (head?.[1]) heads.push({ at: word - before.length + head.index, number: Number(head[1]) });
  }
  return heads;
}
