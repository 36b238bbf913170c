// The colophon: for every source where it comes from, what was checked and what was not; then who publishes, and how it is set.
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { provenance } from "../parts/provenance.ts";
import type { View } from "../parts/view.ts";
import { briefingPath } from "../paths.ts";

export function colophon(view: View): Html {
  const { edition, labels } = view;
  const { publication } = edition;
  const lines = [
    edition.title,
    labels.pack.edition(edition.edition),
    ...edition.changes.map(
      ({ from }) =>
        `${labels.pack.edition(from.edition)}: ${labels.changes.upTo(writeDate(from.time, labels.language))}`,
    ),
    publication.publisher && labels.pack.published(publication.publisher),
    publication.contact && labels.pack.contact(publication.contact),
    publication.licence && `${labels.print.licence}: ${publication.licence}`,
  ];
  return html`<section class="colophon" dir="${edition.direction}" id="colophon" aria-labelledby="colophon-title">
<h2 id="colophon-title">${labels.print.colophon}</h2>
${provenance(view, 3)}
<p class="edition-line">${join(lines.map(sentence), " ")}</p>
${publication.baseUrl !== null && html`<p class="edition-line">${labels.print.current(`${publication.baseUrl}${briefingPath(edition.slug)}`)}</p>`}
<p class="edition-line">${labels.print.tools}</p>
</section>
`;
}

/** Kept from disturbing its neighbours, with the full stop that it may lack. */
function sentence(text: string | null): Html | null {
  return text === null ? null : html`<bdi>${/[.!?؟。]$/.test(text) ? text : `${text}.`}</bdi>`;
}
