// Everything on a page is either in the structure or an artifact, and says which (ISO 14289-1, 7.1).

import { dictIn, numberIn, type Value, valueIn } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { isElement } from "./structure-tree.ts";

export function markFaults({ file, sheets, pages, parents, tree }: Subject): readonly ConformanceFault[] {
  const info = dictIn(file.catalog, "MarkInfo");
  const faults: ConformanceFault[] = [];
  if (valueIn(info, "Marked") !== true)
    faults.push(fault("A 6.7.2.2", "The file does not say that it is tagged"));
  if (valueIn(info, "Suspects") === true) faults.push(fault("UA 7.1", "The file calls its own tags suspect"));
  /** By page and mark. */
  const holders = pages.map(() => new Map<number, Value>());
  for (const element of tree.elements) {
    for (const kid of element.kids) {
      if (isElement(kid) || !("mark" in kid)) continue;
      const own = holders[kid.page];
      if (own?.has(kid.mark))
        faults.push(
          fault("UA 7.1", `Mark ${kid.mark} of page ${kid.page + 1} stands in the structure twice`),
        );
      if (!pages[kid.page]?.texts.has(kid.mark))
        faults.push(
          fault("UA 7.1", `The structure names mark ${kid.mark} of page ${kid.page + 1}, which is not there`),
        );
      own?.set(kid.mark, element.ref);
    }
  }
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
    const own = parents.get(numberIn(sheets[index]?.dict, "StructParents") ?? -1);
    for (const mark of page.texts.keys()) {
      const holder = holders[index]?.get(mark);
      if (!holder) faults.push(fault("UA 7.1", `Mark ${mark} on ${name} is not in the structure`));
      const parent = Array.isArray(own) ? own[mark] : undefined;
      if (holder && parent !== holder)
        faults.push(fault("UA 7.1", `Mark ${mark} on ${name} is not in the parent tree`));
    }
  });
  return faults;
}
