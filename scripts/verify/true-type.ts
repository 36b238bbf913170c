// How many glyphs a TrueType program has and how wide they are, from its own tables (OpenType 1.9, hmtx).

export type TrueType = {
  readonly glyphs: number;
  /** Thousandths of the font size. */
  width(glyph: number): number;
};

/** Null when the program lacks a table that is needed. */
export function readTrueType(program: Uint8Array): TrueType | null {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const tables = new Map<string, number>();
  if (program.byteLength < 12) return null;
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    if (at + 16 > program.byteLength) return null;
    tables.set(Buffer.from(program.subarray(at, at + 4)).toString("latin1"), view.getUint32(at + 8));
  }
  const [head, hhea, hmtx, maxp] = ["head", "hhea", "hmtx", "maxp"].map((name) => tables.get(name));
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return null;
  const unit = view.getUint16(head + 18);
  const stated = view.getUint16(hhea + 34);
  return {
    glyphs: view.getUint16(maxp + 4),
    width: (glyph) => (view.getUint16(hmtx + 4 * Math.min(glyph, stated - 1)) * 1000) / unit,
  };
}
