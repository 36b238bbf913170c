// Files carried inside: found by name, of a stated kind, in a stated relation to the document (ISO 19005-3, 6.8).

import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import {
  type ConformanceFault,
  dictIn,
  dictionaries,
  fault,
  has,
  nameIn,
  type Subject,
} from "./conformance-subject.ts";
import { textOf } from "./structure-tree.ts";

const RELATIONS = new Set(["Source", "Data", "Alternative", "Supplement", "Unspecified"]);

export function attachmentFaults({ document }: Subject): readonly ConformanceFault[] {
  const { catalog } = document;
  const faults: ConformanceFault[] = [];
  const af = catalog.lookup(PDFName.of("AF"));
  const associated = new Set(af instanceof PDFArray ? af.asArray().map(String) : []);
  const names = embeddedNames(dictIn(dictIn(catalog, "Names"), "EmbeddedFiles"));
  const keys = names.map(([key]) => key);
  if (keys.some((key, index) => index > 0 && Buffer.compare(keys[index - 1] ?? key, key) >= 0)) {
    faults.push(
      fault("A 6.8", "The names of attached files are not sorted, so that readers do not find them"),
    );
  }
  const listed = new Set(names.map(([, ref]) => ref));
  for (const [ref, dict, stream] of dictionaries(document)) {
    if (nameIn(dict, "Type") === "EmbeddedFile" && stream) {
      if (!nameIn(dict, "Subtype")) faults.push(fault("A 6.8", `The attached file ${ref} has no media type`));
      if (!has(dictIn(dict, "Params"), "ModDate"))
        faults.push(fault("A 6.8", `The attached file ${ref} has no date`));
    }
    if (nameIn(dict, "Type") !== "Filespec") continue;
    const name = textOf(dict, "UF");
    if (!name || !textOf(dict, "F")) faults.push(fault("UA 7.11", `The file ${ref} lacks F or UF`));
    if (!dictIn(dict, "EF")) faults.push(fault("A 6.8", `The file ${name} is not inside`));
    if (!RELATIONS.has(nameIn(dict, "AFRelationship") ?? ""))
      faults.push(fault("A 6.8", `The file ${name} has no relation to the document`));
    if (!associated.has(ref)) faults.push(fault("A 6.8", `The file ${name} is associated with nothing`));
    if (!listed.has(ref)) faults.push(fault("A 6.8", `The file ${name} is not in the tree of names`));
  }
  return faults;
}

function embeddedNames(node: PDFDict | undefined): readonly (readonly [Buffer, string])[] {
  const own = node?.lookup(PDFName.of("Names"));
  const kids = node?.lookup(PDFName.of("Kids"));
  const found: (readonly [Buffer, string])[] = [];
  if (own instanceof PDFArray) {
    for (let at = 0; at + 1 < own.size(); at += 2) {
      const key = own.lookup(at);
      if (key instanceof PDFString || key instanceof PDFHexString)
        found.push([Buffer.from(key.asBytes()), String(own.get(at + 1))]);
    }
  }
  if (kids instanceof PDFArray) {
    for (let at = 0; at < kids.size(); at += 1) found.push(...embeddedNames(kids.lookupMaybe(at, PDFDict)));
  }
  return found;
}
