// Carries files in the PDF as associated files, each with what it is to the document (ISO 19005-3, 6.8).

import { createHash } from "node:crypto";
import { packed } from "../../pdf/filters.ts";
import { type Dict, dictOf, PdfString, refTo } from "../../pdf/objects.ts";
import { textString } from "../../pdf/strings.ts";
import type { Facts } from "./facts.ts";
import { pdfDate } from "./metadata.ts";

/** In the order of their names, since readers look them up in a sorted tree. Throws on two files of one name. */
export function attachFiles(catalog: Dict, { attachments, time }: Facts): void {
  if (!attachments.length) return;
  const date = new PdfString(pdfDate(time));
  const files = [...attachments].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const twice = files.find(({ name }, index) => files[index + 1]?.name === name);
  if (twice) throw new Error(`Two files are called ${twice.name}`);
  const specifications = files.map(({ name, mediaType, relationship, description, bytes }) => {
    const checksum = new PdfString(createHash("md5").update(bytes).digest().toString("latin1"));
    const entries = dictOf({
      Type: "EmbeddedFile",
      Subtype: mediaType,
      Params: dictOf({ Size: bytes.length, CreationDate: date, ModDate: date, CheckSum: checksum }),
    });
    const stream = refTo(packed(bytes, entries));
    return refTo(
      dictOf({
        Type: "Filespec",
        F: plainly(name),
        UF: textString(name),
        Desc: textString(description),
        AFRelationship: relationship,
        EF: dictOf({ F: stream, UF: stream }),
      }),
    );
  });
  const names = files.flatMap(({ name }, index) => [plainly(name), specifications[index] ?? null]);
  catalog.set("AF", specifications);
  catalog.set("Names", dictOf({ EmbeddedFiles: dictOf({ Names: names }) }));
}

/** Names of other letters than ASCII stand in UTF-8 here, which sorts as they do; `UF` says them exactly. */
function plainly(name: string): PdfString {
  return new PdfString(Buffer.from(name, "utf8").toString("latin1"));
}
