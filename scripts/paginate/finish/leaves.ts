// Reads the tree that Chromium wrote as what it is worth: marked content and links in order, each with its element.

import type { PdfFile } from "../../pdf/file.ts";
import {
  type Dict,
  dictIn,
  numberIn,
  PdfString,
  Ref,
  resolved,
  type Value,
  valueIn,
} from "../../pdf/objects.ts";
import type { Page } from "../../pdf/pages.ts";
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
  /** Leaves with the same number draw one line between them, in another order than it is read; null for all others. */
  readonly row: number | null;
};

export type LinkLeaf = {
  readonly kind: "link";
  readonly element: number | undefined;
  readonly page: number;
  readonly annotation: Ref;
};

export type Leaf = TextLeaf | LinkLeaf;

const MARK = /-x-([nmp])(\d+)$/;
/** As in in-page/identify.ts. */
const CYCLE = 64;

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
export function takeLeaves(
  file: PdfFile,
  sheets: readonly Page[],
  elements: readonly PrintedElement[],
): readonly Leaf[] {
  const pages = new Map<Value, number>(sheets.map(({ ref }, index) => [ref, index]));
  const root = dictIn(file.catalog, "StructTreeRoot");
  if (!root) throw new Error("The browser printed no structure");
  const leaves: Leaf[] = [];
  const pageOf = (ref: Value) => pages.get(ref) ?? 0;
  const next = follower(elements);

  function walk(dict: Dict, element: number | undefined, page: Value): void {
    const lang = valueIn(dict, "Lang");
    const text = lang instanceof PdfString ? lang.raw : "";
    const here = text ? next(text, element) : element;
    const place = dict.get("Pg") ?? page;
    const label = dict.get("S") === "Lbl";
    const kids = valueIn(dict, "K");
    for (const item of Array.isArray(kids) ? kids : [kids]) {
      const kid = resolved(item);
      if (typeof kid === "number") {
        leaves.push({ kind: "text", element: here, label, page: pageOf(place), mark: kid, row: null });
      } else if (kid instanceof Map) {
        const type = kid.get("Type");
        const at = pageOf(kid.get("Pg") ?? place);
        const annotation = kid.get("Obj");
        if (type === "MCR") {
          const mark = numberIn(kid, "MCID") ?? -1;
          leaves.push({ kind: "text", element: here, label, page: at, mark, row: null });
        } else if (type === "OBJR" && annotation instanceof Ref) {
          leaves.push({ kind: "link", element: here, page: at, annotation });
        } else walk(kid, here, place);
      }
    }
  }

  const top = dictIn(root, "K");
  if (top) walk(top, undefined, null);
  file.catalog.delete("StructTreeRoot");
  for (const { value } of file.objects()) if (value instanceof Map && value.has("Dest")) value.delete("SE");
  return leaves;
}
