// The parts of a ZIP container by name, each inflated on demand and never beyond its limit; nothing is ever written.
import { crc32, inflateRawSync } from "node:zlib";
import { type Trouble, trouble } from "../text/trouble.ts";

/** A part's bytes; null when the container does not hold it. */
export type Parts = { readonly read: (name: string) => Uint8Array | Trouble | null };

type Entry = {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
};

const entryLimit = 10_000;
/** Inflated bytes of one part. */
const partLimit = 48 * 1024 * 1024;
const again = "save the document again as .docx";

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, without ZIP64, encryption and spanning. */
export function openZip(bytes: Uint8Array): Parts | Trouble {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 8 && view.getUint32(0) === 0xd0cf11e0)
    return trouble(
      "docx",
      "is encrypted, or a document of an older Word",
      "save it without password as .docx",
    );
  const end = directoryEnd(view);
  if (end === null) return trouble("docx", "is no Word document", again);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > entryLimit || at === 0xffffffff) return trouble("docx", "has too many parts", again);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      return trouble("docx", "is broken: its directory of parts cannot be read", again);
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    if (entries.has(name)) return trouble("docx", `is broken: it holds ${name} twice`, again);
    entries.set(name, {
      ...{ method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1 },
      ...{
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      },
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return {
    read: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : inflate(name, entry, bytes, view);
    },
  };
}

/** Where the end of the central directory starts: it is searched from the file's end, past a comment. */
function directoryEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}

function inflate(name: string, entry: Entry, bytes: Uint8Array, view: DataView): Uint8Array | Trouble {
  const broken = trouble("docx", `is broken: ${name} cannot be read`, again);
  const { offset, packed, method, crc, encrypted } = entry;
  if (encrypted) return trouble("docx", "is encrypted", "save it without password");
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return broken;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) return broken;
  const part = method === 0 ? data : inflated(data);
  if (part === "too-large")
    return trouble("too-large", `holds ${name} of more than ${partLimit >> 20} MB`, "split the document");
  if (part === "broken" || crc32(part) !== crc) return broken;
  return part;
}

function inflated(data: Uint8Array): Uint8Array | "too-large" | "broken" {
  try {
    return inflateRawSync(data, { maxOutputLength: partLimit });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return "too-large";
    if (code?.startsWith("Z_")) return "broken";
    throw cause;
  }
}
