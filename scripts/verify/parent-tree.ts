// The parent tree: from a page's marks and from annotations back to structure elements (ISO 32000-1, 14.7.4.4).

import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

/** By key: a reference to an element, or the array of a page's elements by mark. */
export function parentTree({ catalog }: PDFDocument): ReadonlyMap<number, PDFObject> {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const found = new Map<number, PDFObject>();
  const visit = (node: PDFDict | undefined): void => {
    const nums = node?.lookup(PDFName.of("Nums"));
    if (nums instanceof PDFArray) {
      for (let at = 0; at + 1 < nums.size(); at += 2) {
        const key = nums.lookup(at);
        const value = nums.lookup(at + 1);
        if (key instanceof PDFNumber)
          found.set(key.asNumber(), value instanceof PDFArray ? value : nums.get(at + 1));
      }
    }
    const kids = node?.lookup(PDFName.of("Kids"));
    if (!(kids instanceof PDFArray)) return;
    for (let at = 0; at < kids.size(); at += 1) visit(kids.lookupMaybe(at, PDFDict));
  };
  visit(root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict));
  return found;
}
