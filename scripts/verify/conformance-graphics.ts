// Graphics that every reader draws alike: states, images, forms, resources and operators (ISO 19005-3, 6.2).

import { PDFArray, type PDFDict, PDFName } from "@cantoo/pdf-lib";
import {
  type ConformanceFault,
  dictIn,
  dictionaries,
  fault,
  has,
  isTrue,
  nameIn,
  type Subject,
} from "./conformance-subject.ts";
import { readOperations } from "./pdf-content.ts";
import { decoded } from "./pdf-stream.ts";

const OPERATORS = new Set(
  "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split(
    " ",
  ),
);
const BLENDS = new Set(
  "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity".split(
    " ",
  ),
);
const INTENTS = new Set(["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]);
const DEEPEST = 28;

export function graphicsFaults({ document, pages }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  document.getPages().forEach((page, index) => {
    const name = `Page ${index + 1}`;
    if (!dictIn(page.node, "Resources")) faults.push(fault("A 6.2.2", `${name} has no resources of its own`));
    if (has(page.node, "PresSteps")) faults.push(fault("A 6.10", `${name} has presentation steps`));
    for (const operator of pages[index]?.operators ?? []) {
      if (!OPERATORS.has(operator)) faults.push(fault("A 6.2.2", `${name} uses the operator ${operator}`));
    }
    if ((pages[index]?.depth ?? 0) > DEEPEST)
      faults.push(fault("A 6.1.13", `${name} nests graphics states deeper than ${DEEPEST}`));
  });
  for (const [ref, dict, stream] of dictionaries(document)) {
    if (isState(dict)) faults.push(...stateFaults(ref, dict));
    const subtype = nameIn(dict, "Subtype");
    if (!stream || (subtype !== "Image" && subtype !== "Form")) continue;
    if (has(dict, "OPI")) faults.push(fault("A 6.2.8", `${ref} refers to another image`));
    if (subtype === "Image") {
      if (has(dict, "Alternates")) faults.push(fault("A 6.2.8", `The image ${ref} has alternates`));
      if (isTrue(dict, "Interpolate")) faults.push(fault("A 6.2.8", `The image ${ref} is interpolated`));
      if (nameIn(dict, "Filter") === "JPXDecode")
        faults.push(fault("A 6.2.8.3", `The image ${ref} is JPEG 2000, which is not checked`));
      continue;
    }
    if (has(dict, "Ref") || has(dict, "PS") || nameIn(dict, "Subtype2") === "PS") {
      faults.push(fault("A 6.2.9", `The form ${ref} is of a kind that is not allowed`));
    }
    for (const { operator, operands } of readOperations(decoded(stream))) {
      const text = operator === "Tj" || operator === "TJ";
      const marked = operator === "BDC" && JSON.stringify(operands[1] ?? null).includes("MCID");
      if (text || marked)
        faults.push(fault("UA 7.20", `The form ${ref} holds text, which no tag of the page reaches`));
      if (text || marked) break;
    }
  }
  return faults;
}

function isState(dict: PDFDict): boolean {
  return nameIn(dict, "Type") === "ExtGState" || (!has(dict, "Type") && (has(dict, "ca") || has(dict, "BM")));
}

function stateFaults(ref: string, dict: PDFDict): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  if (has(dict, "TR")) faults.push(fault("A 6.2.5", `The graphics state ${ref} has a transfer function`));
  if (has(dict, "TR2") && nameIn(dict, "TR2") !== "Default")
    faults.push(fault("A 6.2.5", `The graphics state ${ref} has a transfer function`));
  if (has(dict, "HT") || has(dict, "HTP"))
    faults.push(fault("A 6.2.5", `The graphics state ${ref} has a halftone`));
  const intent = nameIn(dict, "RI");
  if (intent !== null && !INTENTS.has(intent))
    faults.push(fault("A 6.2.6", `The graphics state ${ref} has the intent ${intent}`));
  const mode = dict.lookup(PDFName.of("BM"));
  const modes = mode instanceof PDFArray ? mode.asArray() : mode ? [mode] : [];
  for (const one of modes) {
    const name = one instanceof PDFName ? one.decodeText() : String(one);
    if (!BLENDS.has(name))
      faults.push(fault("A 6.2.10", `The graphics state ${ref} has the blend mode ${name}`));
  }
  return faults;
}
