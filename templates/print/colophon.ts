// The colophon: for every source where it comes from, what was checked and what was not; then who publishes, and how it is set.
import { type Html, html } from "../html.ts";
import { provenance } from "../parts/provenance.ts";
import type { View } from "../parts/view.ts";
import { briefingPath } from "../paths.ts";

export function colophon(view: View): Html {
  const { edition, labels } = view;
  const { publication } = edition;
  return html`<section class="colophon" dir="${edition.direction}" id="colophon" aria-labelledby="colophon-title">
<h2 id="colophon-title">${labels.print.colophon}</h2>
${provenance(view, 3)}
<p class="edition-line">${edition.title}. ${labels.pack.edition(edition.edition)}. ${publication.publisher !== null && `${labels.pack.published(publication.publisher)}.`} ${publication.contact !== null && `${labels.pack.contact(publication.contact)}.`} ${publication.licence !== null && `${labels.print.licence}: ${publication.licence}.`}</p>
${publication.baseUrl !== null && html`<p class="edition-line">${labels.print.current(`${publication.baseUrl}${briefingPath(edition.slug)}`)}</p>`}
<p class="edition-line">${labels.print.tools}</p>
</section>
`;
}
