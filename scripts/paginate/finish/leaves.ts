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
import type { PrintedElement } from "../in-page/printed.ts";

/** Marked content: by page, from 0, and number. */
export type TextLeaf = {
  readonly kind: "text";
  /** Index of the innermost printed element; undefined outside all of them. */
  readonly element: number | undefined;
  /** The number or bullet that a list prints before an item. */
  readonly label: boolean;
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

const MARK = /-x-([nmp])(\d+)$/;
/** As in in-page/identify.ts. */
const CYCLE = 64;
const [LANG, PAGE, KIDS, TYPE, KIND, OBJECT, NUMBER] = ["Lang", "Pg", "K", "Type", "S", "Obj", "MCID"].map(
  (key) => PDFName.of(key),
) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];
const [CONTENT, REFERENCE, LABEL] = [PDFName.of("MCR"), PDFName.of("OBJR"), PDFName.of("Lbl")];

/**
 * Tells from the languages of the tree, one after the other, which printed element each tag is of. Throws where the
 * tree does not run as the document does.
 */
function follower(
  elements: readonly PrintedElement[],
): (lang: string, parent: number | undefined) => number | undefined {
  const starts = new Map<number, number>();
  elements.forEach(({ page }, index) => {
    if (!starts.has(page)) starts.set(page, index);
  });
  const isIn = (index: number, outer: number): boolean => {
    for (let at: number | null = index; at !== null && at >= outer; at = elements[at]?.parent ?? null)
      if (at === outer) return true;
    return false;
  };
  let last = -1;
  let page = 0;
  return (lang, parent) => {
    const [, kind, digits] = MARK.exec(lang) ?? [];
    if (kind === undefined) return parent;
    const number = Number(digits);
    if (kind === "p") {
      page = number;
      last = Math.max(last, (starts.get(page) ?? 0) - 1);
      return undefined;
    }
    const step = (number - ((last + 1) % CYCLE) + CYCLE) % CYCLE;
    for (let at = last + 1 + step; elements[at]?.page === page; at += CYCLE) {
      if (parent !== undefined && !isIn(at, parent)) continue;
      last = at;
      return at;
    }
    throw new Error(`The browser's structure of page ${page + 1} is not that of the document`);
  };
}

/** In the order of the tree, which is that of the print document. The tree itself is taken out of the file, and what pointed into it. */
export function takeLeaves(document: PDFDocument, elements: readonly PrintedElement[]): readonly Leaf[] {
  const { context, catalog } = document;
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index]));
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), Dictionary);
  if (!root) throw new Error("The browser printed no structure");
  const leaves: Leaf[] = [];
  const pageOf = (ref: unknown) => pages.get(String(ref)) ?? 0;
  const next = follower(elements);

  function walk(dict: PDFDict, element: number | undefined, page: unknown): void {
    const lang = dict.lookup(LANG);
    const text = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : "";
    const here = text ? next(text, element) : element;
    const place = dict.get(PAGE) ?? page;
    const label = dict.get(KIND) === LABEL;
    const kids = dict.lookup(KIDS);
    for (const item of kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []) {
      const kid = item instanceof PDFRef ? context.lookup(item) : item;
      if (kid instanceof PDFNumber) {
        leaves.push({ kind: "text", element: here, label, page: pageOf(place), mark: kid.asNumber() });
      } else if (kid instanceof Dictionary) {
        const type = kid.get(TYPE);
        const at = pageOf(kid.get(PAGE) ?? place);
        const annotation = kid.get(OBJECT);
        if (type === CONTENT) {
          const mark = kid.lookup(NUMBER, PDFNumber).asNumber();
          leaves.push({ kind: "text", element: here, label, page: at, mark });
        } else if (type === REFERENCE && annotation instanceof PDFRef) {
          leaves.push({ kind: "link", element: here, page: at, annotation });
        } else walk(kid, here, place);
      }
    }
  }

  walk(root.lookup(KIDS, Dictionary), undefined, undefined);
  catalog.delete(PDFName.of("StructTreeRoot"));
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof Dictionary && object.has(PDFName.of("Dest"))) object.delete(PDFName.of("SE"));
  }
  return leaves;
}
