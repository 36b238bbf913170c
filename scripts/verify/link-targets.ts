// Links within the document lead, in the PDF, to the page on which their target stands.

import type { Folio } from "../model/folio.ts";
import { asDict, itemsIn, resolved, type Value } from "../pdf/objects.ts";
import type { Page } from "../pdf/pages.ts";
import { isElement, type StructureTree } from "./structure-tree.ts";

/** `links`: those of the document in its order, null for the call of a note. One sentence for each that leads astray. */
export function strayLinks(
  links: readonly (string | null)[],
  { elements }: StructureTree,
  sheets: readonly Page[],
  folios: readonly Folio[],
): readonly string[] {
  const found = elements.filter(({ type }) => type === "Link");
  // Then the counts differ, which is said elsewhere.
  if (found.length !== links.length) return [];
  const pages = new Map<Value, number>(sheets.map(({ ref }, index) => [ref, index + 1]));
  const homes = new Map<Value, number>();
  sheets.forEach(({ dict }, index) => {
    for (const annotation of itemsIn(dict, "Annots")) homes.set(annotation, index + 1);
  });
  const places = new Map<string, number>();
  for (const { ids, page } of folios) for (const id of ids) if (!places.has(id)) places.set(id, page);

  return found.flatMap(({ kids }, index) => {
    const href = links[index];
    if (href !== null && !href?.startsWith("#")) return [];
    return kids.flatMap((kid) => {
      if (isElement(kid) || !("annotation" in kid)) return [];
      const wanted = href === null ? homes.get(kid.annotation) : places.get(href.slice(1));
      const [place = null] = itemsIn(asDict(resolved(kid.annotation)), "Dest");
      const reached = pages.get(place);
      if (wanted === undefined || wanted === reached) return [];
      const link = href === null ? "The call of a note" : `The link to ${href}`;
      return `${link} leads to ${reached === undefined ? "no page" : `page ${reached}`}, not to page ${wanted}`;
    });
  });
}
