// What the structure of a PDF says when it is read aloud, in order, with the language of every stretch.

import type { Spoken } from "./structure-source.ts";
import { isElement, type StructureElement, type StructureTree } from "./structure-tree.ts";

export type SpokenNote = {
  /** What its call says, and what it says itself. */
  readonly call: string;
  readonly label: string;
};

export type SpokenTree = {
  /** Without labels of lists and notes and without the numbers of calls. */
  readonly spoken: readonly Spoken[];
  readonly notes: readonly SpokenNote[];
  /** Labels of each list that has them. */
  readonly labels: readonly (readonly string[])[];
};

const INLINE = new Set(["Span", "Quote", "Reference", "Code", "Link", "Ruby", "RB", "RT", "RP"]);

export function speak({ root }: StructureTree, language: string): SpokenTree {
  const spoken: Spoken[] = [];
  const notes: SpokenNote[] = [];
  const labels: string[][] = [];

  function visit(element: StructureElement, above: string): void {
    if (element.type === "Figure") return;
    const lang = element.lang ?? above;
    const apart = !INLINE.has(element.type);
    if (apart) spoken.push({ text: " ", lang });
    const numbered = element.type === "L" && (element.attributes.get("ListNumbering") ?? "None") !== "None";
    if (numbered)
      labels.push(
        element.kids.filter(isElement).flatMap((item) =>
          item.kids
            .filter(isElement)
            .filter(({ type }) => type === "Lbl")
            .map(textUnder),
        ),
      );
    element.kids.forEach((kid, index) => {
      if (!isElement(kid)) {
        if ("text" in kid) spoken.push({ text: kid.text, lang });
        return;
      }
      const next = element.kids[index + 1];
      if (next && isElement(next) && next.type === "Note") {
        const label = next.kids.find((one) => isElement(one) && one.type === "Lbl");
        notes.push({ call: textUnder(kid), label: label && isElement(label) ? textUnder(label) : "" });
        spoken.push({ text: " ", lang });
        return;
      }
      const list = kid.type === "LI" ? element : element.parent;
      const generated =
        kid.type === "Lbl" && (element.type === "Note" || element.type === "TOCI" || isNumbered(list));
      if (!generated) visit(kid, lang);
    });
    if (apart) spoken.push({ text: " ", lang });
  }

  if (root) visit(root, language);
  return { spoken, notes, labels };
}

function isNumbered(list: StructureElement | null): boolean {
  return list?.type === "L" && (list.attributes.get("ListNumbering") ?? "None") !== "None";
}

/** All text under an element, labels included. */
export function textUnder(element: StructureElement): string {
  return element.kids
    .map((kid) => (isElement(kid) ? textUnder(kid) : "text" in kid ? kid.text : ""))
    .join("");
}
