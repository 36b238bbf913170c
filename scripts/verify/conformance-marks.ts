// Everything on a page is either in the structure or an artifact, and says which (ISO 14289-1, 7.1).

import { PDFArray, PDFDict, type PDFPage } from "@cantoo/pdf-lib";
import {
  type ConformanceFault,
  dictIn,
  fault,
  isTrue,
  numberIn,
  type Subject,
} from "./conformance-subject.ts";
import { parentTree } from "./parent-tree.ts";
import { isElement } from "./structure-tree.ts";

export function markFaults({ document, pages, tree }: Subject): readonly ConformanceFault[] {
  const info = dictIn(document.catalog, "MarkInfo");
  const faults: ConformanceFault[] = [];
  if (!isTrue(info, "Marked")) faults.push(fault("A 6.7.2.2", "The file does not say that it is tagged"));
  if (isTrue(info, "Suspects")) faults.push(fault("UA 7.1", "The file calls its own tags suspect"));
  const holders = new Map<string, string>();
  for (const element of tree.elements) {
    for (const kid of element.kids) {
      if (isElement(kid) || !("mark" in kid)) continue;
      const key = `${kid.page} ${kid.mark}`;
      if (holders.has(key))
        faults.push(
          fault("UA 7.1", `Mark ${kid.mark} of page ${kid.page + 1} stands in the structure twice`),
        );
      if (!pages[kid.page]?.texts.has(kid.mark))
        faults.push(
          fault("UA 7.1", `The structure names mark ${kid.mark} of page ${kid.page + 1}, which is not there`),
        );
      holders.set(key, element.ref);
    }
  }
  const parents = parentTree(document);
  pages.forEach((page, index) => {
    const name = `page ${index + 1}`;
    if (page.unmarked.length)
      faults.push(
        fault(
          "UA 7.1",
          `${page.unmarked.length} operators on ${name} show what is neither tagged nor an artifact`,
        ),
      );
    for (const message of page.tangled) faults.push(fault("UA 7.1", `On ${name}: ${message}`));
    const own = parents.get(structParents(document.getPages()[index]));
    for (const mark of page.texts.keys()) {
      const holder = holders.get(`${index} ${mark}`);
      if (!holder) faults.push(fault("UA 7.1", `Mark ${mark} on ${name} is not in the structure`));
      const parent = own instanceof PDFArray && mark < own.size() ? String(own.get(mark)) : undefined;
      if (holder && parent !== holder)
        faults.push(fault("UA 7.1", `Mark ${mark} on ${name} is not in the parent tree`));
    }
  });
  return faults;
}

function structParents(page: PDFPage | undefined): number {
  return (page?.node instanceof PDFDict ? numberIn(page.node, "StructParents") : null) ?? -1;
}
