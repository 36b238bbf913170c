// The attributes of structure elements (ISO 32000-1, 14.8.5): list numbering, table cells and the places of figures.

import { type Dict, dictOf, PdfString, type Value } from "../../pdf/objects.ts";
import { listNumbering } from "./roles.ts";
import type { Node } from "./tree.ts";

/** Undefined where there is nothing to say. `height` is that of the page, in points. */
export function attributesOf(
  { type, element, kids }: Node,
  height: number,
  heads: ReadonlyMap<string, string>,
): Dict | undefined {
  if (type === "L") {
    const labelled = kids.some(
      (kid) => "type" in kid && kid.kids.some((one) => "type" in one && one.type === "Lbl"),
    );
    return dictOf({
      O: "List",
      ListNumbering: labelled ? listNumbering(element?.listStyle ?? null) : "None",
    });
  }
  if (!element) return undefined;
  if (type === "Figure" && element.box) {
    const [left = 0, top = 0, right = 0, bottom = 0] = element.box;
    const box = [left, height - bottom, right, height - top].map((edge) => Math.round(edge * 100) / 100);
    return dictOf({ O: "Layout", Placement: "Block", BBox: box });
  }
  if (type !== "TH" && type !== "TD") return undefined;
  const cell: Record<string, Value> = { O: "Table" };
  if (type === "TH") cell.Scope = element.scope === "row" || element.scope === "rowgroup" ? "Row" : "Column";
  if (element.colspan > 1) cell.ColSpan = element.colspan;
  if (element.rowspan > 1) cell.RowSpan = element.rowspan;
  const named = element.headers?.split(/\s+/).flatMap((id) => heads.get(id) ?? []) ?? [];
  if (named.length) cell.Headers = named.map((id) => new PdfString(id));
  return Object.keys(cell).length > 1 ? dictOf(cell) : undefined;
}
