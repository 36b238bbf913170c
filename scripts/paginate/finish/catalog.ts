// What the catalogue says of the whole: language, title bar, page labels and the colours that are meant.

import type { Folio } from "../../model/folio.ts";
import { packed } from "../../pdf/filters.ts";
import { type Dict, dictOf, PdfString, type Ref, refTo, type Value } from "../../pdf/objects.ts";
import type { Page } from "../../pdf/pages.ts";
import { textString } from "../../pdf/strings.ts";
import { srgbProfile } from "./colour-profile.ts";
import type { Facts } from "./facts.ts";

const CONDITION = "sRGB IEC61966-2.1";

export function writeCatalog(
  catalog: Dict,
  pages: readonly Page[],
  facts: Facts,
  folios: readonly Folio[],
): void {
  catalog.set("MarkInfo", dictOf({ Marked: true }));
  catalog.set("Lang", new PdfString(facts.language));
  const direction = facts.direction === "rtl" ? { Direction: "R2L" } : {};
  catalog.set("ViewerPreferences", dictOf({ DisplayDocTitle: true, ...direction }));
  if (catalog.has("Outlines")) catalog.set("PageMode", "UseOutlines");
  catalog.set("PageLabels", dictOf({ Nums: pageLabels(folios) }));
  catalog.set("OutputIntents", [outputIntent()]);
  for (const { dict } of pages) dict.set("Tabs", "S");
}

/** ISO 19005-3, 6.2.3. */
function outputIntent(): Ref {
  return refTo(
    dictOf({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      OutputConditionIdentifier: new PdfString(CONDITION),
      Info: new PdfString(CONDITION),
      RegistryName: new PdfString("http://www.color.org"),
      DestOutputProfile: refTo(packed(srgbProfile(), dictOf({ N: 3 }))),
    }),
  );
}

/** A range begins wherever the printed numbers do not go on; pages without a number have a name (ISO 32000-1, 12.4.2). */
function pageLabels(folios: readonly Folio[]): Value[] {
  let goesOn: number | undefined;
  return folios.flatMap(({ label, name, page }, index) => {
    const number = /^\d+$/.test(label) ? Number(label) : undefined;
    const continues = number !== undefined && number === goesOn;
    goesOn = number === undefined ? undefined : number + 1;
    if (continues) return [];
    const range =
      number === undefined
        ? dictOf({ P: textString(label || name || String(page)) })
        : dictOf({ S: "D", St: number });
    return [index, range];
  });
}
