// Each rule of PDF/UA-1 and PDF/A-3a is shown a file that breaks it and nothing else of the rule's kind.

import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import { verifyConformance } from "../../scripts/verify/conformance.ts";
import {
  type Act,
  altered,
  dictionaries,
  dropElement,
  inContent,
  onFirst,
  unaltered,
  withEntry,
  without,
} from "../finish/altered.ts";
import { small } from "../finish/documents.ts";

let paginator: Paginator;
let pdf: Uint8Array;
beforeAll(async () => {
  paginator = await openPaginator();
  pdf = (await paginator.print(small.job)).pdf;
});
afterAll(() => paginator.close());

async function clauses(file: Uint8Array): Promise<readonly string[]> {
  return [...new Set((await verifyConformance(file)).map(({ clause }) => clause))];
}

const name = (text: string) => () => PDFName.of(text);
const catalog =
  (act: (dict: PDFDict, document: PDFDocument) => void): Act =>
  (document) =>
    act(document.catalog, document);
const drop = (key: string): Act => catalog((dict) => dict.delete(PDFName.of(key)));
const everyFont =
  (key: string, act: (dict: PDFDict) => void): Act =>
  (document) => {
    for (const dict of dictionaries(document)) if (dict.has(PDFName.of(key))) act(dict);
  };
const inMetadata = (from: string, to: string): Act =>
  catalog((dict, { context }) => {
    const stream = dict.lookup(PDFName.of("Metadata"));
    if (!(stream instanceof PDFRawStream)) return;
    const bytes = Buffer.from(Buffer.from(stream.getContents()).toString("utf8").replace(from, to));
    const entries = context.obj({ Type: "Metadata", Subtype: "XML", Length: bytes.length });
    dict.set(PDFName.of("Metadata"), context.register(PDFRawStream.of(entries, bytes)));
  });

test("the sample written again by another hand breaks none", async () => {
  expect(await clauses(await unaltered(pdf))).toEqual([]);
});

const acts: Readonly<Record<string, readonly (readonly [string, Act])[]>> = {
  "A 6.1.3": [
    [
      "no identifier",
      (document) => {
        delete (document.context.trailerInfo as { ID?: unknown }).ID;
      },
    ],
  ],
  "A 6.1.7.2": [
    ["a filter that is not allowed", withEntry({ Type: "/EmbeddedFile" }, "Filter", name("LZWDecode"))],
  ],
  "A 6.1.12": [["forms", catalog((dict, { context }) => dict.set(PDFName.of("AcroForm"), context.obj({})))]],
  "A 6.2.2": [["an unknown operator", inContent(/BT/, "xx BT")]],
  "A 6.2.3": [
    ["no output intent", drop("OutputIntents")],
    [
      "a profile of another number of colours",
      withEntry({ N: "3", Length: null }, "N", () => PDFNumber.of(4)),
    ],
  ],
  "A 6.2.4.3": [["a colour without a profile", inContent(/BT/, "0 0 0 1 k BT")]],
  "A 6.2.5": [["a transfer function", withEntry({ BM: null }, "TR", name("Identity"))]],
  "A 6.2.10": [["an unknown blend mode", withEntry({ BM: null }, "BM", name("Glow"))]],
  "A 6.2.11.5": [
    [
      "widths that are not those of the font",
      everyFont("W", (dict) => {
        dict.delete(PDFName.of("W"));
        dict.set(PDFName.of("DW"), PDFNumber.of(123));
      }),
    ],
  ],
  "UA 7.21.3.2": [
    ["no glyph map", everyFont("CIDToGIDMap", (dict) => dict.delete(PDFName.of("CIDToGIDMap")))],
  ],
  "UA 7.21.4.1": [["a font that is not inside", without({ FontFile2: null }, "FontFile2")]],
  "UA 7.21.7": [["a font without characters", without({ ToUnicode: null, Subtype: "/Type0" }, "ToUnicode")]],
  "A 6.3.1": [["an annotation that is no link", withEntry({ Subtype: "/Link" }, "Subtype", name("Movie"))]],
  "A 6.3.2": [
    ["a link that is not printed", withEntry({ Subtype: "/Link" }, "F", () => PDFNumber.of(0))],
    ["a hidden link", withEntry({ Subtype: "/Link" }, "F", () => PDFNumber.of(6))],
  ],
  "A 6.5.1": [
    [
      "a script",
      catalog((dict, { context }) =>
        dict.set(PDFName.of("OpenAction"), context.obj({ S: "JavaScript", JS: "" })),
      ),
    ],
    [
      "a program to be started",
      (document) => {
        document.context.register(document.context.obj({ Type: "Action", S: "Launch" }));
      },
    ],
  ],
  "A 6.5.2": [
    ["an additional action", catalog((dict, { context }) => dict.set(PDFName.of("AA"), context.obj({})))],
  ],
  "A 6.6.2.1": [["no metadata", drop("Metadata")]],
  "A 6.6.2.3": [["an unknown property", inMetadata("<dc:format>", "<foo:bar>1</foo:bar><dc:format>")]],
  "A 6.6.2.3.3": [
    ["pdfuaid undeclared", inMetadata("<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>other")],
  ],
  "A 6.6.3": [
    [
      "another title in the dictionary",
      withEntry({ Title: null, Producer: null }, "Title", () => PDFString.of("Other")),
    ],
    [
      "another date",
      withEntry({ ModDate: null, Producer: null }, "ModDate", () => PDFString.of("D:20200101000000Z")),
    ],
  ],
  "A 6.6.4": [["another part", inMetadata("<pdfaid:part>3", "<pdfaid:part>2")]],
  "UA 5": [["no mark of PDF/UA", inMetadata("<pdfuaid:part>1</pdfuaid:part>", "")]],
  "A 6.7.2.2": [["not marked", drop("MarkInfo")]],
  "A 6.7.3": [["no structure", drop("StructTreeRoot")]],
  "A 6.8": [
    ["a file without a relation", without({ Type: "/Filespec" }, "AFRelationship")],
    ["a file without a media type", without({ Type: "/EmbeddedFile" }, "Subtype")],
    ["files associated with nothing", drop("AF")],
    [
      "names out of order",
      catalog((dict) => {
        const names = dict
          .lookup(PDFName.of("Names"), PDFDict)
          .lookup(PDFName.of("EmbeddedFiles"), PDFDict)
          .lookup(PDFName.of("Names"), PDFArray);
        const [a, b, c, d] = names.asArray();
        [c, d, a, b].forEach((one, index) => {
          if (one) names.set(index, one);
        });
      }),
    ],
  ],
  "UA 7.1": [
    ["content without a mark", inContent(/\/Artifact <<[^>]*>> BDC\s*(BT[\s\S]*?ET)\s*EMC/, "$1")],
    [
      "a mark that the structure does not have",
      inContent(/\/P <<\/MCID (\d+)>> BDC/, "/P <</MCID 9$1>> BDC"),
    ],
    ["an element out of the tree", dropElement("P")],
    ["a type of nobody’s", withEntry({ S: "/Aside" }, "S", name("Strange"))],
    [
      "a standard type mapped away",
      onFirst({ RoleMap: null }, (dict) =>
        dict.lookup(PDFName.of("RoleMap"), PDFDict).set(PDFName.of("P"), PDFName.of("H1")),
      ),
    ],
    ["no title in the bar", drop("ViewerPreferences")],
    ["no title", inMetadata("On harbours", "")],
    [
      "suspects",
      catalog((dict) =>
        dict.lookup(PDFName.of("MarkInfo"), PDFDict).set(PDFName.of("Suspects"), PDFBool.True),
      ),
    ],
  ],
  "UA 7.2": [
    ["no language", drop("Lang")],
    ["a language that is none", withEntry({ Lang: "(ru)" }, "Lang", () => PDFString.of("russian language"))],
    ["a row out of its table", withEntry({ S: "/TBody" }, "S", name("Sect"))],
    ["an item without a body", withEntry({ S: "/LBody" }, "S", name("P"))],
    ["a table with a short row", dropElement("TD")],
    ["a line of contents out of them", withEntry({ S: "/TOC" }, "S", name("L"))],
  ],
  "UA 7.3": [
    ["a figure without a text", without({ S: "/Figure" }, "Alt")],
    ["a figure without a place", without({ S: "/Figure" }, "A")],
  ],
  "UA 7.4.2": [["a skipped level", withEntry({ S: "/H2" }, "S", name("H5"))]],
  "UA 7.5": [["a head that heads nothing", without({ S: "/TH" }, "A")]],
  "UA 7.6": [
    [
      "a list that does not say how it counts",
      onFirst({ S: "/L", A: null }, (dict, document) => {
        for (const one of dictionaries(document))
          if (String(one.get(PDFName.of("S"))) === "/L") one.delete(PDFName.of("A"));
        dict.delete(PDFName.of("A"));
      }),
    ],
  ],
  "UA 7.9": [
    ["a note without an identifier", without({ S: "/Note" }, "ID")],
    [
      "two notes of one identifier",
      withEntry({ S: "/Note", ID: "(note-00002)" }, "ID", () => PDFString.of("note-00001")),
    ],
  ],
  "UA 7.11": [["a file without a name", without({ Type: "/Filespec" }, "UF")]],
  "UA 7.18.1": [
    [
      "a link with a strange parent",
      withEntry({ Subtype: "/Link" }, "StructParent", () => PDFNumber.of(9999)),
    ],
  ],
  "UA 7.18.3": [
    [
      "tabs in another order",
      (document) => {
        for (const page of document.getPages()) page.node.set(PDFName.of("Tabs"), PDFName.of("R"));
      },
    ],
  ],
  "UA 7.18.5": [
    ["a link without a description", without({ Subtype: "/Link" }, "Contents")],
    [
      "a link with an empty one",
      withEntry({ Subtype: "/Link" }, "Contents", () => PDFHexString.fromText(" ")),
    ],
    ["a link that is tagged as something else", withEntry({ S: "/Link" }, "S", name("Span"))],
  ],
};

describe.each(Object.entries(acts))("%s", (clause, list) => {
  test.each(list)("%s", async (_name, act) => {
    expect(await clauses(await altered(pdf, act))).toContain(clause);
  });
});

test("bytes after the end and another header are found", async () => {
  expect(await clauses(Buffer.concat([pdf, Buffer.from("more")]))).toEqual(["A 6.1.3"]);
  expect(await clauses(Buffer.concat([Buffer.from("%PDF-1.7\n%plain text\n"), pdf.subarray(15)]))).toContain(
    "A 6.1.2",
  );
});
