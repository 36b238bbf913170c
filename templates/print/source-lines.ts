// Above the printed article: who published it and when, and where the colophon says what was checked.
import { type Html, html } from "../html.ts";
import { sourceFacts } from "../parts/source-checks.ts";
import { textKey } from "../parts/text-key.ts";
import type { View } from "../parts/view.ts";

export function sourceLines(view: View): Html {
  const { edition, labels } = view;
  const words = labels.print;
  return html`${edition.sources.map((source) => html`<p class="facts">${sourceFacts(view, source)}</p>\n`)}<p class="facts">${labels.source.checked}: <a href="#colophon">${words.colophon}, ${words.page} <span data-page-of="colophon"></span></a>. ${textKey(view)}</p>
`;
}
