// How the marks in the text read: shown once, only for the marks that occur.
import { type Html, html } from "../html.ts";
import type { View } from "./view.ts";

export function textKey({ edition, labels }: View): Html | null {
  const { passages } = labels;
  const forms = new Set(
    edition.annotations.flatMap(({ body }) => (body.kind === "quotation" ? [body.form] : [])),
  );
  const linked = edition.annotations.some(({ body }) => !["quotation", "note", "sic"].includes(body.kind));
  if (forms.size === 0) return null;
  return html`<p class="text-key"><span class="key-title">${passages.key}:</span>
${forms.has("direct") && html`<span class="quotation direct">${passages.directKey}</span>; `}${forms.has("indirect") && html`<span class="quotation indirect">${passages.indirectKey}</span>; `}${linked && html`<span class="as-link">${passages.linkKey}</span>.`}</p>`;
}
