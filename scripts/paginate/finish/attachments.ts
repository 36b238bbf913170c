// Carries files in the PDF as associated files, each with what it is to the document (ISO 19005-3, 6.8).

import { createHash } from "node:crypto";
import { type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Facts } from "./facts.ts";
import { pdfDate } from "./metadata.ts";
import { packed } from "./streams.ts";

/** In the order of their names, since readers look them up in a sorted tree. Throws on two files of one name. */
export function attachFiles({ context, catalog }: PDFDocument, { attachments, time }: Facts): void {
  if (!attachments.length) return;
  const date = PDFString.of(pdfDate(time));
  const files = [...attachments].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const twice = files.find(({ name }, index) => files[index + 1]?.name === name);
  if (twice) throw new Error(`Two files are called ${twice.name}`);
  const specifications = files.map(({ name, mediaType, relationship, description, bytes }) => {
    const checksum = createHash("md5").update(bytes).digest("hex");
    const params = {
      Size: bytes.length,
      CreationDate: date,
      ModDate: date,
      CheckSum: PDFHexString.of(checksum),
    };
    const entries = context.obj({
      Type: "EmbeddedFile",
      Subtype: PDFName.of(mediaType.replaceAll("/", "#2F")),
    });
    entries.set(PDFName.of("Params"), context.obj(params));
    const stream = context.register(packed(context, bytes, entries));
    return context.register(
      context.obj({
        Type: "Filespec",
        F: textOf(name),
        UF: PDFHexString.fromText(name),
        Desc: PDFHexString.fromText(description),
        AFRelationship: relationship,
        EF: { F: stream, UF: stream },
      }),
    );
  });
  const names = files.flatMap(({ name }, index) => [textOf(name), specifications[index]]);
  catalog.set(PDFName.of("AF"), context.obj(specifications));
  catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: { Names: names as never } }));
}

/** Names of other letters than ASCII stand in UTF-8 here, which sorts as they do; `UF` says them exactly. */
function textOf(name: string): PDFHexString {
  return PDFHexString.of(Buffer.from(name, "utf8").toString("hex"));
}
