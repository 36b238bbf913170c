// The characters that a font file has glyphs for: the range that its stylesheet claims is often wider.
import { brotliDecompressSync } from "node:zlib";

/** Names of the tables that WOFF2 writes as a number (W3C WOFF2, 5.1); other names are spelt out. */
const knownTables =
  "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill";

/** Code points of a WOFF2 file's `cmap`. Throws on a file that is none. */
export function fontCharacters(file: Uint8Array): ReadonlySet<number> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (bytes.toString("latin1", 0, 4) !== "wOF2") throw new Error("not a WOFF2 font");
  const count = bytes.readUInt16BE(12);
  const packed = bytes.readUInt32BE(20);
  let at = 48;
  let offset = 0;
  let cmap: readonly [from: number, to: number] | undefined;

  function length(): number {
    let value = 0;
    for (let step = 0; step < 5; step += 1) {
      const byte = bytes.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new Error("a table of the font has no length");
  }

  for (let index = 0; index < count; index += 1) {
    const flags = bytes.readUInt8(at++);
    const spelt = (flags & 63) === 63;
    const name = spelt
      ? bytes.toString("latin1", at, at + 4)
      : knownTables.slice((flags & 63) * 5, (flags & 63) * 5 + 4);
    if (spelt) at += 4;
    const whole = length();
    const outline = name === "glyf" || name === "loca";
    const changed = outline ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const stored = changed ? length() : whole;
    if (name === "cmap") cmap = [offset, offset + stored];
    offset += stored;
  }
  if (cmap === undefined) throw new Error("the font has no cmap");
  return charactersOf(brotliDecompressSync(bytes.subarray(at, at + packed)).subarray(...cmap));
}

/** Of all subtables in the formats 4 and 12, which is what fonts of the web carry. */
function charactersOf(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) segments(table, found);
    else if (format === 12) groups(table, found);
  }
  return found;
}

function segments(table: Buffer, found: Set<number>): void {
  const double = table.readUInt16BE(6);
  for (let at = 0; at < double; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + double + at);
    const delta = table.readUInt16BE(16 + double * 2 + at);
    const place = 16 + double * 3 + at;
    const range = table.readUInt16BE(place);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? code : table.readUInt16BE(place + range + (code - start) * 2);
      if (glyph !== 0 && (range !== 0 || ((code + delta) & 0xffff) !== 0)) found.add(code);
    }
  }
}

function groups(table: Buffer, found: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const at = 16 + index * 12;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1) found.add(code);
  }
}
