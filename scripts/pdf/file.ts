// Opens the bytes of a PDF; its objects are read when they are asked for, each once.

import { type CrossReference, readCrossReference } from "./cross-reference.ts";
import { type FileSource, readIndirect, spend } from "./indirect.ts";
import { mended } from "./mending.ts";
import { type ObjectStream, readObjectStream } from "./object-stream.ts";
import { type Dict, dictIn, PdfError, Ref, Stream, type Value } from "./objects.ts";
import { Syntax } from "./syntax.ts";

export type PdfFile = {
  readonly trailer: Dict;
  readonly catalog: Dict;
  /** Every object that is in use, in the order of their numbers. */
  objects(): readonly Ref[];
  /** Whether its cross-references led to every object so far; else it was gone through for what looks like one. */
  sound(): boolean;
};

/** Letters at the beginning of a file among which its header stands. */
const HEAD = 1024;
/** Bytes of one object stream, and of all together, unpacked. */
const MOST_IN_ONE = 32 << 20;
const MOST_IN_ALL = 128 << 20;
/** How often all bytes of a file may be gone through, beside a few more, and those of an object stream. */
const TIMES = 16;
const MORE = 1 << 20;
const TIMES_UNPACKED = 2;

/** Throws a `PdfError` on what is no PDF, is encrypted or is made to be too much; so does each object that is broken. */
export function openFile(file: Uint8Array): PdfFile {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!bytes.toString("latin1", 0, HEAD).includes("%PDF-"))
    throw new PdfError("the file does not begin as a PDF does");
  const refs = new Map<number, Ref>();
  const source: FileSource = { bytes, ref, made: 0, left: bytes.length * TIMES + MORE };
  const containers = new Map<number, ObjectStream>();
  let room = MOST_IN_ALL;
  let sound = true;
  let places: CrossReference["places"] = new Map();
  const trailer = attempt(stated) ?? afresh();
  if (trailer.has("Encrypt")) throw new PdfError("the file is encrypted");
  const catalog = dictIn(trailer, "Root");
  if (!catalog) throw new PdfError("the file has no catalogue");

  function ref(number: number): Ref {
    const known = refs.get(number);
    if (known) return known;
    const made = new Ref(number, read);
    refs.set(number, made);
    return made;
  }

  /** The trailer, by the cross-references. */
  function stated(): Dict {
    const found = readCrossReference(source);
    places = found.places;
    if (found.trailer.has("Encrypt")) return found.trailer;
    if (!dictIn(dictIn(found.trailer, "Root"), "Pages")) throw new PdfError("the file has no pages");
    return found.trailer;
  }

  /** The trailer, by all that looks like an object. */
  function mend(): Dict {
    sound = false;
    containers.clear();
    const found = mended(source, (stream) => opened(stream).starts.keys());
    places = found.places;
    return found.trailer;
  }

  function afresh(): Dict {
    refs.clear();
    return mend();
  }

  function read(number: number): Value {
    const place = places.get(number);
    if (!place) return null;
    if ("within" in place) return within(number, place.within);
    const here = () => readIndirect(source, place.at);
    const found = sound ? attempt(here) : here();
    if (found?.number === number) return found.value;
    if (!sound) throw new PdfError(`object ${number} of the file is not where it should be`);
    mend();
    return read(number);
  }

  function within(number: number, holder: number): Value {
    const known = containers.get(holder);
    const place = places.get(holder);
    const stream = known || !place || "within" in place ? null : ref(holder).value;
    const container = known ?? (stream instanceof Stream ? opened(stream) : undefined);
    if (!container) throw new PdfError(`object ${number} of the file stands in a stream that is not there`);
    containers.set(holder, container);
    const start = container.starts.get(number);
    if (start === undefined) return null;
    const syntax = new Syntax(container.bytes, start, source);
    const value = syntax.value();
    spend(source, syntax.at - start);
    return value;
  }

  function opened(stream: Stream): ObjectStream {
    const container = readObjectStream(stream, source, Math.min(room, MOST_IN_ONE));
    room -= container.bytes.length;
    source.left += container.bytes.length * TIMES_UNPACKED;
    return container;
  }

  return {
    trailer,
    catalog,
    objects: () =>
      [...places]
        .flatMap(([number, place]) => (place ? [ref(number)] : []))
        .sort((a, b) => a.number - b.number),
    sound: () => sound,
  };
}

/** Undefined where the file is broken. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof PdfError) return undefined;
    throw cause;
  }
}
