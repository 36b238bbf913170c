// What is written reads back equal, here and in another reader, and is the same bytes each time.

import {
  array,
  assert,
  boolean,
  constant,
  dictionary,
  double,
  integer,
  letrec,
  oneof,
  property,
  string,
  uint8Array,
} from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { openFile } from "../../scripts/pdf/file.ts";
import { packed, unpacked } from "../../scripts/pdf/filters.ts";
import { type Dict, dictOf, PdfString, Ref, refTo, Stream, type Value } from "../../scripts/pdf/objects.ts";
import { textString } from "../../scripts/pdf/strings.ts";
import { writeFile } from "../../scripts/pdf/write.ts";

const bytes = uint8Array({ maxLength: 40 });
const name = string({ unit: "binary-ascii", maxLength: 12 }).map((text) => text.replaceAll("\0", ""));

const { value } = letrec<{ value: Value }>((tie) => ({
  value: oneof(
    { maxDepth: 4 },
    constant(null),
    boolean(),
    integer(),
    double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => Math.round(number * 1e4) / 1e4 || 0),
    name,
    bytes.map((own) => new PdfString(Buffer.from(own).toString("latin1"))),
    array(tie("value"), { maxLength: 5 }),
    dictionary(name, tie("value"), { maxKeys: 5 }).map((entries) => dictOf(entries as Record<string, Value>)),
    tie("value").map((own) => refTo(own instanceof Ref ? own.value : own)),
    bytes.map((own) => refTo(packed(own, dictOf({ Kind: "Own" })))),
  ),
}));

/** Without references, so that two files can be compared. */
function flat(one: Value): unknown {
  if (one instanceof Ref) return { ref: flat(one.value) };
  if (one instanceof Stream)
    return { stream: Buffer.from(unpacked(one)).toString("hex"), dict: flat(one.dict) };
  if (one instanceof PdfString) return { string: one.raw };
  if (one instanceof Map) return [...one].map(([key, entry]) => [key, flat(entry)]);
  return Array.isArray(one) ? one.map(flat) : one;
}

function fileWith(more: Value): { readonly root: Ref; readonly bytes: Uint8Array } {
  const pages = refTo(null);
  const page = refTo(
    dictOf({
      Type: "Page",
      Parent: pages,
      MediaBox: [0, 0, 200, 100],
      Contents: refTo(packed(Buffer.from("0 0 m"))),
    }),
  );
  pages.value = dictOf({ Type: "Pages", Kids: [page], Count: 1 });
  const root = refTo(dictOf({ Type: "Catalog", Pages: pages, More: more }));
  return { root, bytes: writeFile(root, refTo(dictOf({ Title: textString("Größe") }))) };
}

test("any objects", () => {
  assert(
    property(value, (more) => {
      const file = openFile(fileWith(more).bytes);
      expect(file.sound()).toBe(true);
      expect(flat(file.catalog.get("More") ?? null)).toEqual(flat(more));
    }),
    { numRuns: 300 },
  );
});

test("objects that lead back to themselves", () => {
  const own = refTo(null);
  const dict: Dict = dictOf({ Self: own, Kids: [own, own] });
  own.value = dict;
  const read = openFile(fileWith(own).bytes).catalog.get("More");
  expect(read).toBeInstanceOf(Ref);
  expect(read instanceof Ref && read.value instanceof Map && read.value.get("Self")).toBe(read);
});

test("the same bytes each time, with an identifier that is their hash", () => {
  const [one, two, other] = [fileWith(1).bytes, fileWith(1).bytes, fileWith(2).bytes];
  expect(Buffer.compare(one, two)).toBe(0);
  const ids = [one, other].map((file) => flat(openFile(file).trailer.get("ID") ?? null));
  expect(ids[0]).not.toEqual(ids[1]);
  expect(JSON.stringify(ids)).not.toContain("\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000");
});

test("another reader finds what was written", async () => {
  const many = Array.from({ length: 1000 }, (_none, index) => refTo(dictOf({ Number: index })));
  const loading = getDocument({ data: new Uint8Array(fileWith(many).bytes), verbosity: 0 });
  const document = await loading.promise;
  const page = await document.getPage(1);
  const { info } = await document.getMetadata();
  expect([document.numPages, page.view, (info as { Title?: string }).Title]).toEqual([
    1,
    [0, 0, 200, 100],
    "Größe",
  ]);
  await loading.destroy();
});
