// What the catalogue says of the whole: language, title bar, page labels and the colours that are meant.

import { type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Folio } from "../../model/folio.ts";
import { srgbProfile } from "./colour-profile.ts";
import type { Facts } from "./facts.ts";
import { packed } from "./streams.ts";

const CONDITION = "sRGB IEC61966-2.1";

export function writeCatalog(document: PDFDocument, facts: Facts, folios: readonly Folio[]): void {
  const { context, catalog } = document;
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  catalog.set(PDFName.of("Lang"), PDFString.of(facts.language));
  const direction = facts.direction === "rtl" ? { Direction: "R2L" } : {};
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({ DisplayDocTitle: true, ...direction }));
  if (catalog.has(PDFName.of("Outlines"))) catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: pageLabels(document, folios) as never }));
  catalog.set(PDFName.of("OutputIntents"), context.obj([outputIntent(document)]));
  for (const { node } of document.getPages()) node.set(PDFName.of("Tabs"), PDFName.of("S"));
}

/** ISO 19005-3, 6.2.3. */
function outputIntent({ context }: PDFDocument) {
  const profile = context.register(packed(context, srgbProfile(), context.obj({ N: 3 })));
  return context.register(
    context.obj({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      OutputConditionIdentifier: PDFString.of(CONDITION),
      Info: PDFString.of(CONDITION),
      RegistryName: PDFString.of("http://www.color.org"),
      DestOutputProfile: profile,
    }),
  );
}

/** A range begins wherever the printed numbers do not go on; pages without a number have a name (ISO 32000-1, 12.4.2). */
function pageLabels({ context }: PDFDocument, folios: readonly Folio[]): readonly unknown[] {
  let goesOn: number | undefined;
  return folios.flatMap(({ label, name, page }, index) => {
    const number = /^\d+$/.test(label) ? Number(label) : undefined;
    const continues = number !== undefined && number === goesOn;
    goesOn = number === undefined ? undefined : number + 1;
    if (continues) return [];
    const range =
      number === undefined
        ? { P: PDFHexString.fromText(label || name || String(page)) }
        : { S: "D", St: number };
    return [index, context.obj(range)];
  });
}
