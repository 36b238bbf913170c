// Tables are regular, and each head says what it heads (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4).

import { PdfString } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { attributeText } from "./conformance-tags.ts";
import { isElement, type StructureElement } from "./structure-tree.ts";

export function tableFaults({ tree }: Subject): readonly ConformanceFault[] {
  const ids = new Set(tree.elements.flatMap(({ type, id }) => (type === "TH" && id ? [id] : [])));
  return tree.elements
    .filter(({ type }) => type === "Table")
    .flatMap((table, index) => oneTable(table, `Table ${index + 1}`, ids));
}

function oneTable(
  table: StructureElement,
  name: string,
  ids: ReadonlySet<string>,
): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const rows = rowsOf(table);
  const taken: boolean[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row.kids.filter(isElement)) {
      const line = taken[at] ?? [];
      while (line[column]) column += 1;
      const [wide, high] = [count(cell, "ColSpan"), count(cell, "RowSpan")];
      for (let down = 0; down < high; down += 1) {
        const place = taken[at + down];
        if (!place) {
          faults.push(fault("UA 7.2", `${name}: a cell goes on below the last row`));
          break;
        }
        for (let right = 0; right < wide; right += 1) {
          if (place[column + right]) faults.push(fault("UA 7.2", `${name}: two cells stand in one place`));
          place[column + right] = true;
        }
      }
      faults.push(...cellFaults(cell, name, ids));
    }
  });
  const widths = new Set(taken.map((line) => line.length));
  if (
    widths.size > 1 ||
    taken.some((line) => Array.from(line).includes(false) || line.includes(undefined as never))
  ) {
    faults.push(fault("UA 7.2", `${name}: rows are of different length`));
  }
  return faults;
}

function cellFaults(
  cell: StructureElement,
  name: string,
  ids: ReadonlySet<string>,
): readonly ConformanceFault[] {
  if (cell.type === "TH" && !["Row", "Column", "Both"].includes(attributeText(cell, "Scope") ?? "")) {
    return [fault("UA 7.5", `${name}: a head does not say what it heads`)];
  }
  const heads = cell.attributes.get("Headers");
  const named = Array.isArray(heads)
    ? heads.map((one) => (one instanceof PdfString ? one.raw : String(one)))
    : [];
  return named
    .filter((id) => !ids.has(id))
    .map((id) => fault("UA 7.5", `${name}: a cell names the head ${id}, which is not there`));
}

function rowsOf(element: StructureElement): readonly StructureElement[] {
  return element.kids
    .filter(isElement)
    .flatMap((kid) => (kid.type === "TR" ? [kid] : /^T(Head|Body|Foot)$/.test(kid.type) ? rowsOf(kid) : []));
}

function count(cell: StructureElement, key: string): number {
  const value = cell.attributes.get(key);
  return typeof value === "number" ? Math.max(1, value) : 1;
}
