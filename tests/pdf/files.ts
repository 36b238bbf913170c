// Small PDFs, written by hand to be sound or broken in one way.

import { deflateSync } from "node:zlib";

const HEADER = "%PDF-1.7\n";
export const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
export const PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>";
export const PAGE = "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>";
export const CONTENT = "<</Length 6>>\nstream\n0 0 m \nendstream";
export const SOUND: readonly string[] = [CATALOG, PAGES, PAGE, CONTENT];

export function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

/** With a table of cross-references; `trailer` is what it says beside size and root. */
export function withTable(objects: readonly string[], trailer = "", header = HEADER): Buffer {
  let text = header;
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\n`;
  return latin(`${text}${table}startxref\n${text.length}\n%%EOF\n`);
}

/** A deflated stream as an object is written. */
export function packed(entries: string, bytes: Uint8Array): string {
  const small = deflateSync(bytes);
  return `<<${entries}/Filter/FlateDecode/Length ${small.length}>>\nstream\n${small.toString("latin1")}\nendstream`;
}

/** Rows of PNG's predictor `Up`, as other tools write their cross-references. */
export function up(rows: readonly (readonly number[])[]): Buffer {
  return Buffer.from(
    rows.flatMap((row, at) => [
      2,
      ...row.map((byte, column) => (byte - (rows[at - 1]?.[column] ?? 0)) & 255),
    ]),
  );
}

/** The same objects, those without a stream in an object stream, with a stream of cross-references. */
export function withStreams(objects: readonly string[], predicted: boolean): Buffer {
  let text = HEADER;
  const holder = objects.length + 1;
  const places: number[][] = [[0, 0, 0, 0]];
  let heads = "";
  let bodies = "";
  objects.forEach((object, index) => {
    if (object.includes("stream")) {
      places[index + 1] = [1, text.length >> 8, text.length & 255, 0];
      text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    } else {
      places[index + 1] = [2, 0, holder, heads.split(" ").length >> 1];
      heads += `${index + 1} ${bodies.length} `;
      bodies += `${object} `;
    }
  });
  const count = heads.trim().split(" ").length / 2;
  places[holder] = [1, text.length >> 8, text.length & 255, 0];
  text += `${holder} 0 obj\n${packed(`/Type/ObjStm/N ${count}/First ${heads.length}`, latin(heads + bodies))}\nendobj\n`;
  places[holder + 1] = [1, text.length >> 8, text.length & 255, 0];
  const parameters = predicted ? "/DecodeParms<</Predictor 12/Columns 4>>" : "";
  const rows = predicted ? up(places) : Buffer.from(places.flat());
  const entries = `/Type/XRef/W[1 2 1]/Size ${places.length}/Root 1 0 R${parameters}`;
  return latin(
    `${text}${holder + 1} 0 obj\n${packed(entries, rows)}\nendobj\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
