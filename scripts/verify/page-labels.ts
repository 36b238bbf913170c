// The labels that readers show for pages (ISO 32000-1, 12.4.2).

import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { textOf } from "./structure-tree.ts";

/** One a page, in order; null for pages that no range covers. Decimal numbers only. */
export function pageLabels(document: PDFDocument): readonly (string | null)[] {
  const nums = document.catalog.lookupMaybe(PDFName.of("PageLabels"), PDFDict)?.lookup(PDFName.of("Nums"));
  const ranges = new Map<number, PDFDict>();
  if (nums instanceof PDFArray) {
    for (let at = 0; at + 1 < nums.size(); at += 2) {
      const [key, value] = [nums.lookup(at), nums.lookup(at + 1)];
      if (key instanceof PDFNumber && value instanceof PDFDict) ranges.set(key.asNumber(), value);
    }
  }
  let range: PDFDict | undefined;
  let first = 0;
  return document.getPages().map((_page, index) => {
    const own = ranges.get(index);
    if (own) [range, first] = [own, index];
    if (!range) return null;
    const start = range.lookupMaybe(PDFName.of("St"), PDFNumber)?.asNumber() ?? 1;
    const number = range.has(PDFName.of("S")) ? String(start + index - first) : "";
    return (textOf(range, "P") ?? "") + number;
  });
}
