// The pages of a PDF, out of their tree (ISO 32000-1, 7.7.3).

import type { PdfFile } from "./file.ts";
import { unpacked } from "./filters.ts";
import { type Dict, dictIn, itemsIn, listIn, PdfError, Ref, resolved, Stream, valueIn } from "./objects.ts";

export type Page = {
  readonly ref: Ref;
  readonly dict: Dict;
  /** Its own, or of the group that it stands in. */
  readonly resources: Dict | undefined;
  /** Points. */
  readonly width: number;
  readonly height: number;
};

const DEEPEST = 64;

/** In order. Throws on a tree that holds itself. */
export function pagesOf({ catalog }: PdfFile): readonly Page[] {
  const pages: Page[] = [];
  const seen = new Set<Ref>();

  function visit(item: unknown, above: Dict | undefined, depth: number): void {
    if (!(item instanceof Ref) || !(item.value instanceof Map)) return;
    if (seen.has(item) || depth > DEEPEST) throw new PdfError("the pages of the file hold themselves");
    seen.add(item);
    const dict = item.value;
    const own: Dict = new Map(above);
    for (const key of ["Resources", "MediaBox"]) if (dict.has(key)) own.set(key, valueIn(dict, key));
    if (dict.has("Kids")) {
      for (const kid of itemsIn(dict, "Kids")) visit(kid, own, depth + 1);
      return;
    }
    const [left = 0, bottom = 0, right = 0, top = 0] = listIn(own, "MediaBox").map(Number);
    const resources = dictIn(own, "Resources");
    pages.push({ ref: item, dict, resources, width: Math.abs(right - left), height: Math.abs(top - bottom) });
  }

  visit(catalog.get("Pages"), undefined, 0);
  return pages;
}

/** All streams of a page's content, as one. */
export function contentOf({ dict }: Page): Uint8Array {
  const contents = valueIn(dict, "Contents");
  const streams = (Array.isArray(contents) ? contents : [contents])
    .map(resolved)
    .filter((one) => one instanceof Stream);
  const [first] = streams;
  if (first && streams.length === 1) return unpacked(first);
  return Buffer.concat(streams.flatMap((one) => [unpacked(one), Buffer.from("\n")]));
}
