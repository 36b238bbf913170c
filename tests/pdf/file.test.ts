// Files of other tools, broken ones and ones that are made to harm: read for what they are, or one clear error.

import { describe, expect, test } from "vitest";
import { openFile } from "../../scripts/pdf/file.ts";
import { unpacked } from "../../scripts/pdf/filters.ts";
import { PdfError, Stream, streamIn } from "../../scripts/pdf/objects.ts";
import { contentOf, pagesOf } from "../../scripts/pdf/pages.ts";
import { readAttachments } from "../../scripts/read/attachments.ts";
import { CATALOG, CONTENT, latin, PAGE, PAGES, packed, SOUND, withStreams, withTable } from "./files.ts";

const sound = withTable(SOUND);
const replaced = (pattern: string | RegExp, by: string, file = sound) =>
  latin(file.toString("latin1").replace(pattern, by));

/** All that is in a file, each object looked at. */
function everything(bytes: Uint8Array): string {
  const file = openFile(bytes);
  for (const ref of file.objects()) if (ref.value instanceof Stream) unpacked(ref.value);
  const pages = pagesOf(file).map(
    (page) => `${page.width} x ${page.height}: ${Buffer.from(contentOf(page)).toString().trim()}`,
  );
  return `${file.sound() ? "" : "mended, "}${pages.join("; ")}`;
}

const newer = `4 0 obj\n<</Length 5>>stream\n9 9 m\nendstream endobj\n`;
const updated = latin(
  `${sound.toString("latin1")}${newer}xref\n4 1\n${String(sound.length).padStart(10, "0")} 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev ${sound.indexOf("xref\n0")}>>\nstartxref\n${sound.length + newer.length}\n%%EOF\n`,
);
const table = sound.indexOf("xref\n0");

const read: readonly (readonly [string, Uint8Array, string])[] = [
  ["a table", sound, "200 x 100: 0 0 m"],
  ["streams", withStreams(SOUND, false), "200 x 100: 0 0 m"],
  ["streams with a predictor", withStreams(SOUND, true), "200 x 100: 0 0 m"],
  ["an object that was written anew", updated, "200 x 100: 9 9 m"],
  ["bytes after the end", Buffer.concat([sound, latin("\nmore\n")]), "200 x 100: 0 0 m"],
  ["bytes before the beginning", Buffer.concat([latin("mail\n"), sound]), "mended, 200 x 100: 0 0 m"],
  [
    "a startxref that leads elsewhere",
    replaced(/startxref\n\d+/, "startxref\n3"),
    "mended, 200 x 100: 0 0 m",
  ],
  [
    "a startxref beyond the end",
    replaced(/startxref\n\d+/, "startxref\n999999999"),
    "mended, 200 x 100: 0 0 m",
  ],
  ["no startxref", replaced("startxref", "startxxxx"), "mended, 200 x 100: 0 0 m"],
  ["a table that is cut off", sound.subarray(0, table + 30), "mended, 200 x 100: 0 0 m"],
  [
    "an object at another place",
    replaced(/0000000009 00000 n/, "0000000012 00000 n"),
    "mended, 200 x 100: 0 0 m",
  ],
  ["a Prev that leads back", withTable(SOUND, `/Prev ${table}`), "mended, 200 x 100: 0 0 m"],
  ["a wrong length", replaced("Length 6", "Length 3"), "200 x 100: 0 0 m"],
  [
    "a length beyond the end",
    withTable([CATALOG, PAGES, PAGE, CONTENT.replace("6", "999999")]),
    "200 x 100: 0 0 m",
  ],
  [
    "a length of itself",
    withTable([CATALOG, PAGES, PAGE, CONTENT.replace("6", "4 0 R")]),
    "200 x 100: 0 0 m",
  ],
  ["no endobj", replaced(/endobj/g, "      "), "200 x 100: 0 0 m"],
  [
    "streams without a way to them",
    replaced(/startxref\n\d+/, "startxref\n1", withStreams(SOUND, true)),
    "mended, 200 x 100: 0 0 m",
  ],
  [
    "content in parts",
    withTable([CATALOG, PAGES, PAGE.replace("4 0 R", "[4 0 R 4 0 R]"), CONTENT]),
    "200 x 100: 0 0 m \n0 0 m",
  ],
];

test.each(read)("%s: read", (_name, bytes, expected) => {
  expect(everything(bytes)).toBe(expected);
});

const bomb = packed("", Buffer.alloc(300 << 20));
const many = Array.from({ length: 3000 }, (_none, index) => `${index + 5} 0 obj(`).join("");
const names = "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 5 0 R>>>>";

/** Strings that each hold all that follow. */
const strings = 20_000;
const nested = `${"(".repeat(strings)}${")".repeat(strings)}`;
const heads = Array.from({ length: strings }, (_none, index) => `${index + 9} ${index}`).join(" ");
const stringsInStrings = packed(`/Type/ObjStm/N ${strings}/First ${heads.length}`, latin(heads + nested));

const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ["no bytes", new Uint8Array(), /begin/],
  ["another kind of file", latin("PK\u0003\u0004"), /begin/],
  ["a header alone", latin("%PDF-1.7\n"), /catalogue/],
  ["zeros", Buffer.concat([latin("%PDF-1.7\n"), Buffer.alloc(1 << 20)]), /catalogue/],
  ["an encrypted file", withTable(SOUND, "/Encrypt<</Filter/Standard>>"), /encrypted/],
  ["no catalogue", withTable(["null", PAGES, PAGE, CONTENT]), /catalogue/],
  ["pages that hold themselves", withTable([CATALOG, PAGES.replace("3 0 R", "2 0 R")]), /themselves/],
  [
    "an unknown filter",
    withTable([CATALOG, PAGES, PAGE, CONTENT.replace("<<", "<</Filter/LZWDecode")]),
    /LZWDecode/,
  ],
  [
    "bytes that are not deflated",
    withTable([CATALOG, PAGES, PAGE, CONTENT.replace("<<", "<</Filter/FlateDecode")]),
    /unpacked/,
  ],
  ["a stream that unpacks without end", withTable([CATALOG, PAGES, PAGE, bomb]), /more than is read/],
  [
    "a stream that does not end",
    latin(sound.toString("latin1").replaceAll("endstream", "endstrxxx").replace("6", "7")),
    /end/,
  ],
  [
    "a predictor that nobody knows",
    withTable([CATALOG, PAGES, PAGE, packed("/DecodeParms<</Predictor 2/Columns 1>>", Buffer.alloc(4))]),
    /predictor/,
  ],
  [
    "an object of arrays in one another",
    withTable([CATALOG, PAGES, PAGE, "[".repeat(1 << 20)]),
    /nested too deep/,
  ],
  [
    "objects that stand in one another",
    withTable([CATALOG, PAGES, PAGE, CONTENT, `[${many}${")".repeat(3000)}]`]).subarray(0, -80),
    /./,
  ],
  [
    "strings of an object stream that stand in one another",
    latin(
      withTable([CATALOG, PAGES, PAGE, CONTENT, stringsInStrings])
        .toString("latin1")
        .replace("startxref", ""),
    ),
    /in one another/,
  ],
  [
    "an object stream of itself",
    replaced(
      /startxref\n\d+/,
      "startxref\n0",
      withTable([CATALOG, PAGES, PAGE, packed("/Type/ObjStm/N 9/First 2000", latin("1 0 1 0"))]),
    ),
    /./,
  ],
];

describe("refused with one clear error", () => {
  test.each(refused)("%s", (_name, bytes, message) => {
    expect(() => everything(bytes)).toThrow(PdfError);
    expect(() => everything(bytes)).toThrow(message);
  });
});

describe("attachments", () => {
  const tree = (node: string, more: readonly string[] = []) =>
    withTable([names, PAGES, PAGE, CONTENT, node, ...more]);

  test("are found by their names", () => {
    const file = tree("<</Kids[6 0 R]>>", [
      "<</Names[(a)<</UF<FEFF0061>/EF<</F 7 0 R>>>>]>>",
      packed("", latin("words")),
    ]);
    expect([...readAttachments(file)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ["a", "words"],
    ]);
  });

  test("of a tree that holds itself are an error", () => {
    expect(() => readAttachments(tree("<</Kids[5 0 R]>>"))).toThrow(PdfError);
    expect(() => readAttachments(tree(`<</Kids[${"5 0 R ".repeat(50)}]>>`))).toThrow(PdfError);
  });

  test("of which many unpack to much are an error", () => {
    const one = "(a)<</UF(a)/EF<</F 6 0 R>>>>";
    const file = tree(`<</Names[${one.repeat(40)}]>>`, [packed("", Buffer.alloc(8 << 20))]);
    expect(() => readAttachments(file)).toThrow(/more than is read/);
  });
});

test("any bytes of a file changed: read, or one error", () => {
  const file = withStreams(SOUND, true);
  for (let at = 0; at < file.length; at += 1) {
    for (const byte of [0, 32, 57, 255]) {
      const bytes = Buffer.from(file);
      bytes[at] = byte;
      try {
        everything(bytes);
      } catch (cause) {
        expect(cause, `byte ${at} as ${byte}`).toBeInstanceOf(PdfError);
      }
    }
  }
});

test("a file cut off anywhere: read, or one error", () => {
  for (let length = 0; length < sound.length; length += 1) {
    try {
      everything(sound.subarray(0, length));
    } catch (cause) {
      expect(cause, `${length} bytes`).toBeInstanceOf(PdfError);
    }
  }
  expect(streamIn(pagesOf(openFile(sound))[0]?.dict, "Contents")).toBeInstanceOf(Stream);
});
