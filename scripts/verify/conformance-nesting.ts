// Which types may stand in which: lists, contents and tables keep their order (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4).

import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { attributeText } from "./conformance-tags.ts";
import { isElement, type StructureElement } from "./structure-tree.ts";

/** What an element of a type may hold; types that are not here may hold anything. */
const KIDS: Readonly<Record<string, readonly string[]>> = {
  Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TFoot: ["TR"],
  TR: ["TH", "TD"],
  L: ["L", "LI", "Caption"],
  LI: ["Lbl", "LBody"],
  TOC: ["TOC", "TOCI", "Caption"],
  Ruby: ["RB", "RT", "RP"],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  TH: ["TR"],
  TD: ["TR"],
  LI: ["L"],
  LBody: ["LI"],
  TOCI: ["TOC"],
};
/** Their own text is in their children. */
const NO_TEXT = new Set(["Document", "Part", "Art", "Sect", "Div", "BlockQuote", ...Object.keys(KIDS)]);
const INLINE = new Set(["Span", "Quote", "Note", "Reference", "Code", "Link", "Ruby"]);
const GROUPING = new Set(["Document", "Part", "Art", "Sect", "Div", "BlockQuote"]);

export function nestingFaults({ tree }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  if (tree.root && tree.root.type !== "Document")
    faults.push(fault("UA 7.1", `The structure begins with ${tree.root.type}`));
  for (const element of tree.elements) {
    const { type, kids, parent } = element;
    const allowed = KIDS[type];
    for (const kid of kids) {
      if (!isElement(kid)) {
        if (NO_TEXT.has(type)) faults.push(fault("UA 7.2", `Text stands in a ${type} itself`));
        continue;
      }
      if (allowed && !allowed.includes(kid.type))
        faults.push(fault("UA 7.2", `A ${kid.type} stands in a ${type}`));
      if (GROUPING.has(type) && INLINE.has(kid.type))
        faults.push(fault("UA 7.1", `A ${kid.type} stands in a ${type} and in no paragraph`));
    }
    const wanted = PARENTS[type];
    if (wanted && !wanted.includes(parent?.type ?? ""))
      faults.push(fault("UA 7.2", `A ${type} stands in a ${parent?.type ?? "file"}`));
    if (!kids.length && type !== "TD" && type !== "TH") faults.push(fault("UA 7.1", `A ${type} is empty`));
    faults.push(...orderFaults(element));
  }
  return faults;
}

function orderFaults(element: StructureElement): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const types = element.kids.filter(isElement).map(({ type }) => type);
  const once = (type: string) => {
    if (types.filter((one) => one === type).length > 1)
      faults.push(fault("UA 7.2", `A ${element.type} has more than one ${type}`));
  };
  if (element.type === "Table") {
    once("THead");
    once("TFoot");
    once("Caption");
    if (types.includes("THead") && !types.includes("TBody"))
      faults.push(fault("UA 7.2", "A table has a head and no body"));
    if (types.slice(1, -1).includes("Caption"))
      faults.push(fault("UA 7.2", "A caption stands in the middle of a table"));
  }
  if (element.type === "L" || element.type === "TOC") {
    once("Caption");
    if (types.slice(1).includes("Caption"))
      faults.push(fault("UA 7.2", "A caption stands in the middle of a list"));
  }
  if (element.type === "LI" && types[0] === "LBody" && types.includes("Lbl"))
    faults.push(fault("UA 7.2", "The label of a list item stands after it"));
  if (element.type === "L") {
    const labelled = element.kids.some(
      (kid) => isElement(kid) && kid.kids.some((one) => isElement(one) && one.type === "Lbl"),
    );
    if (labelled && attributeText(element, "ListNumbering") === null)
      faults.push(fault("UA 7.6", "A list with labels does not say how it is numbered"));
  }
  return faults;
}
