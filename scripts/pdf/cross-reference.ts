// Where the objects of a file stand: by its tables and streams of cross-references (ISO 32000-1, 7.5.4 and 7.5.8).

import { unpacked } from "./filters.ts";
import { type FileSource, readIndirect } from "./indirect.ts";
import { type Dict, itemsIn, numberIn, PdfError, Stream } from "./objects.ts";
import { Keyword, Syntax } from "./syntax.ts";

/** In the file itself, or in an object stream of that number; null for an object that is free. */
export type Place = { readonly at: number } | { readonly within: number } | null;

export type CrossReference = {
  readonly places: Map<number, Place>;
  /** Of the newest section. */
  readonly trailer: Dict;
};

const MOST_OBJECTS = 2_000_000;
const MOST_SECTIONS = 1000;
/** Bytes at the end of a file in which its last words are looked for. */
const TAIL = 2048;

/** Throws where any section cannot be read. */
export function readCrossReference(source: FileSource): CrossReference {
  const tail = source.bytes.toString("latin1", Math.max(0, source.bytes.length - TAIL));
  const start = /startxref\s+(\d{1,10})(?![\s\S]*startxref)/.exec(tail)?.[1];
  if (start === undefined) throw new PdfError("the file does not say where its objects stand");
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let trailer: Dict | undefined;
  for (let at: number | null = Number(start); at !== null; ) {
    if (seen.has(at) || seen.size > MOST_SECTIONS)
      throw new PdfError("the cross-references of the file lead back to themselves");
    seen.add(at);
    const dict = readSection(source, at, places);
    const beside = numberIn(dict, "XRefStm");
    if (beside !== null && !seen.has(beside)) {
      seen.add(beside);
      readSection(source, beside, places);
    }
    trailer ??= dict;
    at = numberIn(dict, "Prev");
  }
  return { places, trailer: trailer ?? new Map() };
}

/** The newest section comes first, and what it says holds. */
function add(places: Map<number, Place>, number: number, place: Place): void {
  if (places.has(number)) return;
  places.set(number, place);
  if (places.size > MOST_OBJECTS) throw new PdfError("the file has more objects than are read");
}

function readSection(source: FileSource, at: number, places: Map<number, Place>): Dict {
  const syntax = new Syntax(source.bytes, at, source);
  const first = syntax.token();
  if (first instanceof Keyword && first.word === "xref") return readTable(syntax, places);
  const { value } = readIndirect(source, at);
  if (!(value instanceof Stream)) throw new PdfError("the file has no cross-references where they should be");
  readStream(value, places);
  return value.dict;
}

function readTable(syntax: Syntax, places: Map<number, Place>): Dict {
  for (;;) {
    const first = syntax.token();
    if (first instanceof Keyword && first.word === "trailer") break;
    const count = syntax.token();
    if (typeof first !== "number" || typeof count !== "number")
      throw new PdfError("a table of cross-references is broken");
    for (let number = first; number < first + count; number += 1) {
      const [at, , kind] = [syntax.token(), syntax.token(), syntax.token()];
      if (typeof at !== "number" || !(kind instanceof Keyword) || !/^[nf]$/.test(kind.word))
        throw new PdfError("a table of cross-references is broken");
      add(places, number, kind.word === "n" ? { at } : null);
    }
  }
  const trailer = syntax.value();
  if (!(trailer instanceof Map)) throw new PdfError("the file has no trailer");
  return trailer;
}

function readStream(stream: Stream, places: Map<number, Place>): void {
  const widths = itemsIn(stream.dict, "W").map(Number);
  const [kind = 0, first = 0, second = 0] = widths;
  const width = kind + first + second;
  if (widths.length !== 3 || !widths.every((one) => one >= 0 && one <= 8) || width === 0)
    throw new PdfError("a stream of cross-references is broken");
  const rows = unpacked(stream, MOST_OBJECTS * 24);
  const size = numberIn(stream.dict, "Size") ?? 0;
  const index = stream.dict.has("Index") ? itemsIn(stream.dict, "Index").map(Number) : [0, size];
  let row = 0;
  const field = (bytes: number, otherwise: number): number => {
    let value = bytes ? 0 : otherwise;
    for (const end = row + bytes; row < end; row += 1) value = value * 256 + (rows[row] ?? 0);
    return value;
  };
  for (let at = 0; at + 1 < index.length; at += 2) {
    const [start = 0, count = 0] = index.slice(at, at + 2);
    for (let number = start; number < start + count && row + width <= rows.length; number += 1) {
      const [type, place] = [field(kind, 1), field(first, 0)];
      field(second, 0);
      if (type <= 2) add(places, number, type === 1 ? { at: place } : type === 2 ? { within: place } : null);
    }
  }
}
