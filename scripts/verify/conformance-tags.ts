// Tags that mean what standard readers take them to mean: types, languages, headings, figures, notes, links.

import { nameIn, type Value } from "../pdf/objects.ts";
import { textIn } from "../pdf/strings.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";
import { isElement, type StructureElement } from "./structure-tree.ts";

/** ISO 32000-1, 14.8.4. */
export const STANDARD = new Set(
  "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split(
    " ",
  ),
);
/** RFC 5646, 2.1, without the grandfathered tags. */
const LANGUAGE =
  /^[a-z]{2,8}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;
const PRIVATE = /-x-[np]\d+$/;

export function tagFaults({ file, objects, tree }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  if (!tree.root)
    return [fault("A 6.7.3", "The file has no structure"), fault("UA 7.1", "The file has no structure")];
  for (const [tag] of tree.roles) {
    if (STANDARD.has(tag)) faults.push(fault("UA 7.1", `The standard type ${tag} is mapped to another`));
  }
  const language = textIn(file.catalog, "Lang");
  if (!language) faults.push(fault("UA 7.2", "The file does not say its language"));
  for (const lang of [language, ...tree.elements.map(({ lang: own }) => own)]) {
    if (lang !== null && (!LANGUAGE.test(lang) || PRIVATE.test(lang)))
      faults.push(fault("UA 7.2", `“${lang}” is not a language`));
  }
  const inTree = new Set<Value>(tree.elements.map(({ ref }) => ref));
  for (const { ref, dict } of objects) {
    const tagged = nameIn(dict, "Type") === "StructElem" || PRIVATE.test(textIn(dict, "Lang") ?? "");
    if (tagged && !inTree.has(ref))
      faults.push(fault("UA 7.1", `The structure element ${ref} is in no tree`));
  }
  const ids = new Set<string>();
  for (const element of tree.elements) {
    const { tag, type, id } = element;
    if (!STANDARD.has(type)) faults.push(fault("UA 7.1", `The type ${tag} stands for no standard type`));
    if (type === "Figure") faults.push(...figureFaults(element));
    if (type === "Note") {
      if (!id) faults.push(fault("UA 7.9", "A note has no identifier"));
      if (id && ids.has(id)) faults.push(fault("UA 7.9", `Two notes have the identifier ${id}`));
      if (id) ids.add(id);
    }
    if (type === "Link" && !element.kids.some((kid) => !isElement(kid) && "annotation" in kid)) {
      faults.push(fault("UA 7.18.5", "A link in the structure leads nowhere"));
    }
    if (type === "Form" || type === "Formula" || type === "Annot")
      faults.push(fault("UA 7.1", `A ${type} is not checked`));
  }
  return [...faults, ...headingFaults(tree.elements)];
}

function figureFaults({ alt, attributes }: StructureElement): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  if (!alt?.trim()) faults.push(fault("UA 7.3", "A figure has no alternative text"));
  if (!Array.isArray(attributes.get("BBox")))
    faults.push(fault("UA 7.3", "A figure does not say where it stands"));
  return faults;
}

function headingFaults(elements: readonly StructureElement[]): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const levels = elements.flatMap(({ type }) => /^H([1-6])$/.exec(type)?.[1] ?? []).map(Number);
  if (levels.length && elements.some(({ type }) => type === "H"))
    faults.push(fault("UA 7.4.4", "Headings with and without a level are mixed"));
  levels.forEach((level, index) => {
    const before = levels[index - 1] ?? 0;
    if (level > before + 1)
      faults.push(fault("UA 7.4.2", `A heading of level ${level} follows one of level ${before}`));
  });
  return faults;
}

export function attributeText(element: StructureElement, key: string): string | null {
  const value = element.attributes.get(key) ?? null;
  return value === null ? null : String(value);
}
