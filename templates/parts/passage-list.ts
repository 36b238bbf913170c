// The way back from a box, an entry or a key point to the passages it is about.
import { type Html, html, join } from "../html.ts";
import { link } from "./link.ts";
import type { View } from "./view.ts";

/** "Named in paragraph 3, paragraph 9" as links; nothing where there are none. */
export function passageList(view: View, words: string, ids: readonly string[]): Html | null {
  if (ids.length === 0) return null;
  return html`<p class="passages">${words} ${passageLinks(view, ids)}</p>`;
}

/** One link a passage, by its paragraph; several in one paragraph are one. */
export function passageLinks(view: View, ids: readonly string[]): Html {
  const seen = new Set<string>();
  const links = ids.flatMap((id) => {
    const annotation = view.annotation(id);
    if (annotation === undefined || seen.has(annotation.block)) return [];
    seen.add(annotation.block);
    const { paragraph } = annotation;
    const words = paragraph === null ? view.labels.pack.passage : view.labels.pack.paragraph(paragraph);
    const source = view.edition.sources.find((one) => one.id === annotation.source);
    const of = view.edition.sources.length > 1 && source ? ` (${source.publisher})` : "";
    return [link(view.links.passage(id), `${words}${of}`)];
  });
  return join(links, view.labels.units.listSeparator);
}
