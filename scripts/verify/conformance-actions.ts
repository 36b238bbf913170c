// Nothing in the file acts by itself: no scripts, no launching, no sound (ISO 19005-3, 6.5).

import { PDFDict } from "@cantoo/pdf-lib";
import {
  type ConformanceFault,
  dictionaries,
  fault,
  has,
  nameIn,
  type Subject,
} from "./conformance-subject.ts";

/** Chancery's links go to a place of the document or to an address; outlines go to a place. */
const ALLOWED = new Set(["GoTo", "GoToR", "URI", "Thread"]);
const NAMED = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

export function actionFaults({ document }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const visit = (ref: string, dict: PDFDict): void => {
    const kind = nameIn(dict, "S");
    const isAction =
      nameIn(dict, "Type") === "Action" || (kind !== null && (has(dict, "URI") || has(dict, "JS")));
    if (
      isAction &&
      kind !== null &&
      !ALLOWED.has(kind) &&
      !(kind === "Named" && NAMED.has(nameIn(dict, "N") ?? ""))
    ) {
      faults.push(fault("A 6.5.1", `${ref} has the action ${kind}`));
    }
    if (has(dict, "AA")) faults.push(fault("A 6.5.2", `${ref} has additional actions`));
    if (has(dict, "JS")) faults.push(fault("A 6.5.1", `${ref} has a script`));
    for (const value of dict.values()) if (value instanceof PDFDict) visit(ref, value);
  };
  for (const [ref, dict] of dictionaries(document)) visit(ref, dict);
  if (has(document.catalog, "OpenAction")) faults.push(fault("A 6.5.1", "Opening the file acts"));
  return faults;
}
