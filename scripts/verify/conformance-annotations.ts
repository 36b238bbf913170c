// Links that are seen, printed, described and joined to the structure (ISO 14289-1, 7.18; ISO 19005-3, 6.3).

import { PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import {
  type ConformanceFault,
  fault,
  listIn,
  nameIn,
  numberIn,
  type Subject,
} from "./conformance-subject.ts";
import { parentTree } from "./parent-tree.ts";
import { isElement, textOf } from "./structure-tree.ts";

const PRINT = 4;
/** Invisible, Hidden, NoView, ToggleNoView. */
const UNSEEN = 1 | 2 | 32 | 256;

export function annotationFaults({ document, tree }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const parents = parentTree(document);
  const holders = new Map<string, string>();
  for (const element of tree.elements) {
    for (const kid of element.kids)
      if (!isElement(kid) && "annotation" in kid) holders.set(kid.annotation, element.ref);
  }
  const links = new Set(tree.elements.filter(({ type }) => type === "Link").map(({ ref }) => ref));
  document.getPages().forEach((page, index) => {
    const refs = page.node.Annots()?.asArray() ?? [];
    if (refs.length && nameIn(page.node, "Tabs") !== "S")
      faults.push(fault("UA 7.18.3", `Tabs on page ${index + 1} do not follow the structure`));
    listIn(page.node, "Annots").forEach((annotation, at) => {
      if (!(annotation instanceof PDFDict)) return;
      faults.push(...one(annotation, String(refs[at]), index + 1));
    });
  });
  return faults;

  function one(annotation: PDFDict, ref: string, page: number): readonly ConformanceFault[] {
    const found: ConformanceFault[] = [];
    const name = `The link ${ref} on page ${page}`;
    const kind = nameIn(annotation, "Subtype");
    if (kind !== "Link")
      return [fault("A 6.3.1", `Page ${page} has an annotation of the kind ${kind}, which is not checked`)];
    const flags = numberIn(annotation, "F");
    if (flags === null || (flags & PRINT) === 0) found.push(fault("A 6.3.2", `${name} is not printed`));
    if (flags !== null && (flags & UNSEEN) !== 0) found.push(fault("A 6.3.2", `${name} is hidden`));
    if (!textOf(annotation, "Contents")?.trim()) found.push(fault("UA 7.18.5", `${name} has no description`));
    const holder = holders.get(ref);
    if (!holder || !links.has(holder)) found.push(fault("UA 7.18.5", `${name} is not tagged as a link`));
    const parent: PDFObject | undefined = parents.get(numberIn(annotation, "StructParent") ?? -1);
    if (!parent || String(parent) !== holder)
      found.push(fault("UA 7.18.1", `${name} is not in the parent tree`));
    if (annotation.has(PDFName.of("AP")))
      found.push(fault("A 6.3.3", `${name} has an appearance, which is not checked`));
    return found;
  }
}
