// How the marks in the text read: shown once, only for the marks that occur.
import { type Html, html, join } from "../html.ts";
import type { View } from "./view.ts";

/** In print a link is not seen, so that it needs no key. */
export function textKey({ edition, labels, medium }: View): Html | null {
  const { passages } = labels;
  const kinds = new Set(
    edition.annotations.map(({ body }) => (body.kind === "quotation" ? body.form : body.kind)),
  );
  const linked = ["box", "person", "organisation", "place", "term"] as const;
  const marks = [
    kinds.has("direct") && html`<span class="quotation direct">${passages.directKey}</span>`,
    kinds.has("indirect") && html`<span class="quotation indirect">${passages.indirectKey}</span>`,
    medium === "web" &&
      linked.some((kind) => kinds.has(kind)) &&
      html`<span class="as-link">${passages.linkKey}</span>`,
  ];
  if (!marks.some(Boolean)) return null;
  return html`<span class="text-key">${passages.key}: ${join(marks, labels.units.listSeparator)}.</span>`;
}
