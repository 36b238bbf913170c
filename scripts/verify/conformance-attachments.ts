// Files carried inside: found by name, of a stated kind, in a stated relation to the document (ISO 19005-3, 6.8).

import { dictIn, itemsIn, nameIn } from "../pdf/objects.ts";
import { textIn } from "../pdf/strings.ts";
import { namesIn } from "../pdf/trees.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";

const RELATIONS = new Set(["Source", "Data", "Alternative", "Supplement", "Unspecified"]);

export function attachmentFaults({ file: { catalog }, objects }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const associated = new Set(itemsIn(catalog, "AF"));
  const names = namesIn(dictIn(dictIn(catalog, "Names"), "EmbeddedFiles"));
  if (names.some(([key], index) => index > 0 && (names[index - 1]?.[0] ?? key) >= key)) {
    faults.push(
      fault("A 6.8", "The names of attached files are not sorted, so that readers do not find them"),
    );
  }
  const listed = new Set(names.map(([, ref]) => ref));
  for (const { ref, dict, stream } of objects) {
    if (nameIn(dict, "Type") === "EmbeddedFile" && stream) {
      if (!nameIn(dict, "Subtype")) faults.push(fault("A 6.8", `The attached file ${ref} has no media type`));
      if (!dictIn(dict, "Params")?.has("ModDate"))
        faults.push(fault("A 6.8", `The attached file ${ref} has no date`));
    }
    if (nameIn(dict, "Type") !== "Filespec") continue;
    const name = textIn(dict, "UF");
    if (!name || !textIn(dict, "F")) faults.push(fault("UA 7.11", `The file ${ref} lacks F or UF`));
    if (!dictIn(dict, "EF")) faults.push(fault("A 6.8", `The file ${name} is not inside`));
    if (!RELATIONS.has(nameIn(dict, "AFRelationship") ?? ""))
      faults.push(fault("A 6.8", `The file ${name} has no relation to the document`));
    if (!associated.has(ref)) faults.push(fault("A 6.8", `The file ${name} is associated with nothing`));
    if (!listed.has(ref)) faults.push(fault("A 6.8", `The file ${name} is not in the tree of names`));
  }
  return faults;
}
