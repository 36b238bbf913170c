// The labels that readers show for pages (ISO 32000-1, 12.4.2).

import type { PdfFile } from "../pdf/file.ts";
import { asDict, type Dict, dictIn, numberIn, resolved } from "../pdf/objects.ts";
import { textIn } from "../pdf/strings.ts";
import { numbersIn } from "../pdf/trees.ts";

/** One a page, in order; null for pages that no range covers. Decimal numbers only. */
export function pageLabels({ catalog }: PdfFile, pages: number): readonly (string | null)[] {
  const ranges = numbersIn(dictIn(catalog, "PageLabels"));
  let range: Dict | undefined;
  let first = 0;
  return Array.from({ length: pages }, (_none, index) => {
    const own = asDict(resolved(ranges.get(index) ?? null));
    if (own) [range, first] = [own, index];
    if (!range) return null;
    const number = range.has("S") ? String((numberIn(range, "St") ?? 1) + index - first) : "";
    return (textIn(range, "P") ?? "") + number;
  });
}
