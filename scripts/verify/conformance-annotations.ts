// Links that are seen, printed, described and joined to the structure (ISO 14289-1, 7.18; ISO 19005-3, 6.3).

import { asDict, type Dict, itemsIn, nameIn, numberIn, resolved, type Value } from "../pdf/objects.ts";
import { textIn } from "../pdf/strings.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { isElement } from "./structure-tree.ts";

const PRINT = 4;
/** Invisible, Hidden, NoView, ToggleNoView. */
const UNSEEN = 1 | 2 | 32 | 256;

export function annotationFaults({ sheets, parents, tree }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const holders = new Map<Value, Value>();
  for (const element of tree.elements) {
    for (const kid of element.kids)
      if (!isElement(kid) && "annotation" in kid) holders.set(kid.annotation, element.ref);
  }
  const links = new Set(tree.elements.filter(({ type }) => type === "Link").map(({ ref }) => ref));
  sheets.forEach(({ dict }, index) => {
    const refs = itemsIn(dict, "Annots");
    if (refs.length && nameIn(dict, "Tabs") !== "S")
      faults.push(fault("UA 7.18.3", `Tabs on page ${index + 1} do not follow the structure`));
    for (const ref of refs) {
      const annotation = asDict(resolved(ref));
      if (annotation) faults.push(...one(annotation, ref, index + 1));
    }
  });
  return faults;

  function one(annotation: Dict, ref: Value, page: number): readonly ConformanceFault[] {
    const found: ConformanceFault[] = [];
    const name = `The link ${ref} on page ${page}`;
    const kind = nameIn(annotation, "Subtype");
    if (kind !== "Link")
      return [fault("A 6.3.1", `Page ${page} has an annotation of the kind ${kind}, which is not checked`)];
    const flags = numberIn(annotation, "F");
    if (flags === null || (flags & PRINT) === 0) found.push(fault("A 6.3.2", `${name} is not printed`));
    if (flags !== null && (flags & UNSEEN) !== 0) found.push(fault("A 6.3.2", `${name} is hidden`));
    if (!textIn(annotation, "Contents")?.trim()) found.push(fault("UA 7.18.5", `${name} has no description`));
    const holder = holders.get(ref);
    if (!holder || !links.has(holder)) found.push(fault("UA 7.18.5", `${name} is not tagged as a link`));
    const parent = parents.get(numberIn(annotation, "StructParent") ?? -1);
    if (!parent || parent !== holder) found.push(fault("UA 7.18.1", `${name} is not in the parent tree`));
    if (annotation.has("AP")) found.push(fault("A 6.3.3", `${name} has an appearance, which is not checked`));
    return found;
  }
}
