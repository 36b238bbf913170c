// Nothing in the file acts by itself: no scripts, no launching, no sound (ISO 19005-3, 6.5).

import { type Dict, nameIn, type Ref } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";

/** Chancery's links go to a place of the document or to an address; outlines go to a place. */
const ALLOWED = new Set(["GoTo", "GoToR", "URI", "Thread"]);
const NAMED = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

export function actionFaults({ file, objects }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const visit = (ref: Ref, dict: Dict): void => {
    const kind = nameIn(dict, "S");
    const isAction =
      nameIn(dict, "Type") === "Action" || (kind !== null && (dict.has("URI") || dict.has("JS")));
    if (
      isAction &&
      kind !== null &&
      !ALLOWED.has(kind) &&
      !(kind === "Named" && NAMED.has(nameIn(dict, "N") ?? ""))
    ) {
      faults.push(fault("A 6.5.1", `${ref} has the action ${kind}`));
    }
    if (dict.has("AA")) faults.push(fault("A 6.5.2", `${ref} has additional actions`));
    if (dict.has("JS")) faults.push(fault("A 6.5.1", `${ref} has a script`));
    for (const value of dict.values()) if (value instanceof Map) visit(ref, value);
  };
  for (const { ref, dict } of objects) visit(ref, dict);
  if (file.catalog.has("OpenAction")) faults.push(fault("A 6.5.1", "Opening the file acts"));
  return faults;
}
