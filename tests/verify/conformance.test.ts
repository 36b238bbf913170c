// Each rule of PDF/UA-1 and PDF/A-3a is shown a file that breaks it and nothing else of the rule's kind.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPaginator, type Paginator } from "../../scripts/paginate/paginate.ts";
import {
  type Dict,
  dictIn,
  dictOf,
  itemsIn,
  PdfString,
  refTo,
  Stream,
  streamIn,
} from "../../scripts/pdf/objects.ts";
import { textString } from "../../scripts/pdf/strings.ts";
import { conformanceFaults } from "../../scripts/verify/conformance.ts";
import { readSubject } from "../../scripts/verify/conformance-subject.ts";
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

function clauses(file: Uint8Array): readonly string[] {
  return [...new Set(conformanceFaults(readSubject(file)).map(({ clause }) => clause))];
}

const catalog =
  (act: (dict: Dict) => void): Act =>
  (draft) =>
    act(draft.catalog);
const drop = (key: string): Act => catalog((dict) => dict.delete(key));
const everyFont =
  (key: string, act: (dict: Dict) => void): Act =>
  (draft) => {
    for (const dict of dictionaries(draft)) if (dict.has(key)) act(dict);
  };
const inMetadata = (from: string, to: string): Act =>
  catalog((dict) => {
    const stream = streamIn(dict, "Metadata");
    if (!stream) return;
    const bytes = Buffer.from(Buffer.from(stream.bytes).toString("utf8").replace(from, to));
    const entries = dictOf({ Type: "Metadata", Subtype: "XML", Length: bytes.length });
    dict.set("Metadata", refTo(new Stream(entries, bytes)));
  });

test("the sample written again by another hand breaks none", () => {
  expect(clauses(unaltered(pdf))).toEqual([]);
});

const acts: Readonly<Record<string, readonly (readonly [string, Act])[]>> = {
  "A 6.1.3": [
    [
      "no identifier",
      ({ trailer }) => {
        trailer.delete("ID");
      },
    ],
  ],
  "A 6.1.7.2": [
    ["a filter that is not allowed", withEntry({ Type: "/EmbeddedFile" }, "Filter", "LZWDecode")],
  ],
  "A 6.1.12": [["forms", catalog((dict) => dict.set("AcroForm", new Map()))]],
  "A 6.2.2": [["an unknown operator", inContent(/BT/, "xx BT")]],
  "A 6.2.3": [
    ["no output intent", drop("OutputIntents")],
    ["a profile of another number of colours", withEntry({ N: "3", Length: null }, "N", 4)],
  ],
  "A 6.2.4.3": [["a colour without a profile", inContent(/BT/, "0 0 0 1 k BT")]],
  "A 6.2.5": [["a transfer function", withEntry({ BM: null }, "TR", "Identity")]],
  "A 6.2.10": [["an unknown blend mode", withEntry({ BM: null }, "BM", "Glow")]],
  "A 6.2.11.5": [
    [
      "widths that are not those of the font",
      everyFont("W", (dict) => {
        dict.delete("W");
        dict.set("DW", 123);
      }),
    ],
  ],
  "UA 7.21.3.2": [["no glyph map", everyFont("CIDToGIDMap", (dict) => dict.delete("CIDToGIDMap"))]],
  "UA 7.21.4.1": [["a font that is not inside", without({ FontFile2: null }, "FontFile2")]],
  "UA 7.21.7": [["a font without characters", without({ ToUnicode: null, Subtype: "/Type0" }, "ToUnicode")]],
  "A 6.3.1": [["an annotation that is no link", withEntry({ Subtype: "/Link" }, "Subtype", "Movie")]],
  "A 6.3.2": [
    ["a link that is not printed", withEntry({ Subtype: "/Link" }, "F", 0)],
    ["a hidden link", withEntry({ Subtype: "/Link" }, "F", 6)],
  ],
  "A 6.5.1": [
    ["a script", catalog((dict) => dict.set("OpenAction", dictOf({ S: "JavaScript", JS: "" })))],
    [
      "a program to be started",
      ({ objects }) => {
        objects.push(refTo(dictOf({ Type: "Action", S: "Launch" })));
      },
    ],
  ],
  "A 6.5.2": [["an additional action", catalog((dict) => dict.set("AA", new Map()))]],
  "A 6.6.2.1": [["no metadata", drop("Metadata")]],
  "A 6.6.2.3": [["an unknown property", inMetadata("<dc:format>", "<foo:bar>1</foo:bar><dc:format>")]],
  "A 6.6.2.3.3": [
    ["pdfuaid undeclared", inMetadata("<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>other")],
  ],
  "A 6.6.3": [
    [
      "another title in the dictionary",
      withEntry({ Title: null, Producer: null }, "Title", new PdfString("Other")),
    ],
    [
      "another date",
      withEntry({ ModDate: null, Producer: null }, "ModDate", new PdfString("D:20200101000000Z")),
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
        const tree = dictIn(dictIn(dict, "Names"), "EmbeddedFiles");
        const names = itemsIn(tree, "Names");
        tree?.set("Names", [...names.slice(2, 4), ...names.slice(0, 2)]);
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
    ["a type of nobody’s", withEntry({ S: "/Aside" }, "S", "Strange")],
    [
      "a standard type mapped away",
      onFirst({ RoleMap: null }, (dict) => dictIn(dict, "RoleMap")?.set("P", "H1")),
    ],
    ["no title in the bar", drop("ViewerPreferences")],
    ["no title", inMetadata("On harbours", "")],
    ["suspects", catalog((dict) => dictIn(dict, "MarkInfo")?.set("Suspects", true))],
  ],
  "UA 7.2": [
    ["no language", drop("Lang")],
    ["a language that is none", withEntry({ Lang: "(ru)" }, "Lang", new PdfString("russian language"))],
    ["a row out of its table", withEntry({ S: "/TBody" }, "S", "Sect")],
    ["an item without a body", withEntry({ S: "/LBody" }, "S", "P")],
    ["a table with a short row", dropElement("TD")],
    ["a line of contents out of them", withEntry({ S: "/TOC" }, "S", "L")],
  ],
  "UA 7.3": [
    ["a figure without a text", without({ S: "/Figure" }, "Alt")],
    ["a figure without a place", without({ S: "/Figure" }, "A")],
  ],
  "UA 7.4.2": [["a skipped level", withEntry({ S: "/H2" }, "S", "H5")]],
  "UA 7.5": [["a head that heads nothing", without({ S: "/TH" }, "A")]],
  "UA 7.6": [
    [
      "a list that does not say how it counts",
      onFirst({ S: "/L", A: null }, (_dict, draft) => {
        for (const one of dictionaries(draft)) if (one.get("S") === "L") one.delete("A");
      }),
    ],
  ],
  "UA 7.9": [
    ["a note without an identifier", without({ S: "/Note" }, "ID")],
    [
      "two notes of one identifier",
      withEntry({ S: "/Note", ID: "(note-00002)" }, "ID", new PdfString("note-00001")),
    ],
  ],
  "UA 7.11": [["a file without a name", without({ Type: "/Filespec" }, "UF")]],
  "UA 7.18.1": [["a link with a strange parent", withEntry({ Subtype: "/Link" }, "StructParent", 9999)]],
  "UA 7.18.3": [
    [
      "tabs in another order",
      ({ pages }) => {
        for (const { dict } of pages) dict.set("Tabs", "R");
      },
    ],
  ],
  "UA 7.18.5": [
    ["a link without a description", without({ Subtype: "/Link" }, "Contents")],
    ["a link with an empty one", withEntry({ Subtype: "/Link" }, "Contents", textString(" "))],
    ["a link that is tagged as something else", withEntry({ S: "/Link" }, "S", "Span")],
  ],
};

describe.each(Object.entries(acts))("%s", (clause, list) => {
  test.each(list)("%s", (_name, act) => {
    expect(clauses(altered(pdf, act))).toContain(clause);
  });
});

test("bytes after the end, another header and offsets that lead nowhere are found", () => {
  expect(clauses(Buffer.concat([pdf, Buffer.from("more")]))).toEqual(["A 6.1.3"]);
  const moved = Buffer.concat([Buffer.from("%PDF-1.7\n%plain text\n"), pdf.subarray(15)]);
  expect(clauses(moved)).toEqual(["A 6.1.2", "A 6.1.4"]);
});
