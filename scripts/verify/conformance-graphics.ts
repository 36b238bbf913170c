// Graphics that every reader draws alike: states, images, forms, resources and operators (ISO 19005-3, 6.2).

import { unpacked } from "../pdf/filters.ts";
import { type Dict, dictIn, listIn, nameIn, type Ref, valueIn } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { eachOperation } from "./pdf-content.ts";

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

export function graphicsFaults({ sheets, pages, objects }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  sheets.forEach(({ dict }, index) => {
    const name = `Page ${index + 1}`;
    if (!dictIn(dict, "Resources")) faults.push(fault("A 6.2.2", `${name} has no resources of its own`));
    if (dict.has("PresSteps")) faults.push(fault("A 6.10", `${name} has presentation steps`));
    for (const operator of pages[index]?.operators ?? []) {
      if (!OPERATORS.has(operator)) faults.push(fault("A 6.2.2", `${name} uses the operator ${operator}`));
    }
    if ((pages[index]?.depth ?? 0) > DEEPEST)
      faults.push(fault("A 6.1.13", `${name} nests graphics states deeper than ${DEEPEST}`));
  });
  for (const { ref, dict, stream } of objects) {
    if (isState(dict)) faults.push(...stateFaults(ref, dict));
    const subtype = nameIn(dict, "Subtype");
    if (!stream || (subtype !== "Image" && subtype !== "Form")) continue;
    if (dict.has("OPI")) faults.push(fault("A 6.2.8", `${ref} refers to another image`));
    if (subtype === "Image") {
      if (dict.has("Alternates")) faults.push(fault("A 6.2.8", `The image ${ref} has alternates`));
      if (valueIn(dict, "Interpolate") === true)
        faults.push(fault("A 6.2.8", `The image ${ref} is interpolated`));
      if (nameIn(dict, "Filter") === "JPXDecode")
        faults.push(fault("A 6.2.8.3", `The image ${ref} is JPEG 2000, which is not checked`));
      continue;
    }
    if (dict.has("Ref") || dict.has("PS") || nameIn(dict, "Subtype2") === "PS") {
      faults.push(fault("A 6.2.9", `The form ${ref} is of a kind that is not allowed`));
    }
    let holdsText = false;
    eachOperation(unpacked(stream), (operator, operands) => {
      const marked = operator === "BDC" && JSON.stringify(operands[1] ?? null).includes("MCID");
      holdsText ||= operator === "Tj" || operator === "TJ" || marked;
    });
    if (holdsText)
      faults.push(fault("UA 7.20", `The form ${ref} holds text, which no tag of the page reaches`));
  }
  return faults;
}

function isState(dict: Dict): boolean {
  return nameIn(dict, "Type") === "ExtGState" || (!dict.has("Type") && (dict.has("ca") || dict.has("BM")));
}

function stateFaults(ref: Ref, dict: Dict): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  if (dict.has("TR")) faults.push(fault("A 6.2.5", `The graphics state ${ref} has a transfer function`));
  if (dict.has("TR2") && nameIn(dict, "TR2") !== "Default")
    faults.push(fault("A 6.2.5", `The graphics state ${ref} has a transfer function`));
  if (dict.has("HT") || dict.has("HTP"))
    faults.push(fault("A 6.2.5", `The graphics state ${ref} has a halftone`));
  const intent = nameIn(dict, "RI");
  if (intent !== null && !INTENTS.has(intent))
    faults.push(fault("A 6.2.6", `The graphics state ${ref} has the intent ${intent}`));
  const mode = valueIn(dict, "BM");
  for (const one of Array.isArray(mode) ? listIn(dict, "BM") : mode === null ? [] : [mode]) {
    const name = String(one);
    if (!BLENDS.has(name))
      faults.push(fault("A 6.2.10", `The graphics state ${ref} has the blend mode ${name}`));
  }
  return faults;
}
