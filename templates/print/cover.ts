// The first page: what this is, how it may be shared, who speaks, and the summary.
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { announcement } from "../parts/announcement.ts";
import { marking } from "../parts/marking.ts";
import { parts, section } from "../parts/sections.ts";
import type { View } from "../parts/view.ts";

/** The attributes are what the margin boxes of every page repeat. */
export function cover(view: View): Html {
  const { edition, labels } = view;
  const { publication } = edition;
  const facts = [
    html`<time datetime="${edition.date}">${writeDate(edition.date, edition.language)}</time>`,
    labels.pack.edition(edition.edition),
  ];
  const publisher = [publication.publisher, publication.contact, publication.licence];
  return html`<header class="cover" dir="${edition.direction}" data-marking="${edition.marking}" data-title="${edition.title}">
<p class="publication"><bdi lang="${publication.language}">${publication.title}</bdi></p>
<p class="imprint"><bdi lang="${publication.language}">${join(publisher, ". ")}</bdi></p>
<h1 data-of="cover-title">${edition.title}</h1>
${edition.subtitle !== null && html`<p class="subtitle" data-of="cover-subtitle">${edition.subtitle}</p>`}
<p class="date">${join(facts, " · ")}</p>
${marking(edition.marking, labels)}
${announcement(view)}${view.sections.includes("summary") && section(view, "summary", parts.summary(view))}
</header>`;
}
