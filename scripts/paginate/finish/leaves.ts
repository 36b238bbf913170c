// Reads the tree that Chromium wrote as what it is worth: marked content and links in order, each with its element.

import {
  PDFDict as Dictionary,
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** Marked content: by page, from 0, and number. */
export type TextLeaf = {
  readonly kind: "text";
  /** Index of the innermost printed element; undefined outside all of them. */
  readonly element: number | undefined;
  /** Chromium's tag for it. */
  readonly tag: string;
  readonly page: number;
  readonly mark: number;
};

export type LinkLeaf = {
  readonly kind: "link";
  readonly element: number | undefined;
  readonly page: number;
  readonly annotation: PDFRef;
};

export type Leaf = TextLeaf | LinkLeaf;

const MARK = /-x-n(\d+)$/;

/** In the order of the tree, which is that of the print document. The tree itself is taken out of the file, and what pointed into it. */
export function takeLeaves(document: PDFDocument): readonly Leaf[] {
  const { context, catalog } = document;
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index]));
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), Dictionary);
  if (!root) throw new Error("The browser printed no structure");
  const leaves: Leaf[] = [];
  const pageOf = (ref: unknown) => pages.get(String(ref)) ?? 0;

  function walk(dict: PDFDict, element: number | undefined, page: unknown): void {
    const lang = dict.lookup(PDFName.of("Lang"));
    const text = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : "";
    const own = MARK.exec(text)?.[1];
    const here = own === undefined ? element : Number(own);
    const place = dict.get(PDFName.of("Pg")) ?? page;
    const tag = dict.lookupMaybe(PDFName.of("S"), PDFName)?.decodeText() ?? "";
    const kids = dict.lookup(PDFName.of("K"));
    for (const item of kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []) {
      const kid = item instanceof PDFRef ? context.lookup(item) : item;
      if (kid instanceof PDFNumber) {
        leaves.push({ kind: "text", element: here, tag, page: pageOf(place), mark: kid.asNumber() });
      } else if (kid instanceof Dictionary) {
        const type = kid.lookupMaybe(PDFName.of("Type"), PDFName)?.decodeText();
        const at = pageOf(kid.get(PDFName.of("Pg")) ?? place);
        const annotation = kid.get(PDFName.of("Obj"));
        if (type === "MCR") {
          const mark = kid.lookup(PDFName.of("MCID"), PDFNumber).asNumber();
          leaves.push({ kind: "text", element: here, tag, page: at, mark });
        } else if (type === "OBJR" && annotation instanceof PDFRef) {
          leaves.push({ kind: "link", element: here, page: at, annotation });
        } else walk(kid, here, place);
      }
    }
  }

  walk(root.lookup(PDFName.of("K"), Dictionary), undefined, undefined);
  catalog.delete(PDFName.of("StructTreeRoot"));
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof Dictionary && object.has(PDFName.of("Dest"))) object.delete(PDFName.of("SE"));
  }
  return leaves;
}
