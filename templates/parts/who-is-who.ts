// Who's who: people first, then the organisations, places and terms of the edition, each as a table.
import type { Entry } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { changedAttribute, changeMark } from "./changed.ts";
import { link } from "./link.ts";
import { nativeName } from "./name.ts";
import { placesFigure } from "./places-figure.ts";
import { position } from "./position.ts";
import { type Citing, inlineProse } from "./prose.ts";
import { roleWithin } from "./role.ts";
import type { View } from "./view.ts";

export function whoIsWho(view: View): Html {
  const { people, organisations, places, terms } = view.edition;
  const words = view.labels.navigation;
  const only = organisations.length + places.length + terms.length === 0;
  return html`${table(view, words.people, people, only)}${table(view, words.organisations, organisations, false)}${table(view, words.places, places, false, view.pictures ? placesFigure(view) : null)}${table(view, words.terms, terms, false)}`;
}

/** The figure, if any, stands between the title and the table that is its data. */
function table(
  view: View,
  title: string,
  entries: readonly Entry[],
  untitled: boolean,
  figure: Html | null = null,
): Html | null {
  if (entries.length === 0) return null;
  const words = view.labels.register;
  const person = entries[0]?.kind === "person";
  const roles = person || entries.some((entry) => entry.role !== null || entry.affiliation !== null);
  return html`${!untitled && html`<h3>${title}</h3>`}
${figure}<table class="entries">
<thead><tr><th scope="col">${words.name}</th>${roles && html`<th scope="col">${words.role}</th>`}<th scope="col">${words.note}</th></tr></thead>
<tbody>
${entries.map((entry) => row(view, entry, roles))}</tbody>
</table>
`;
}

function row(view: View, entry: Entry, roles: boolean): Html {
  const { labels, links } = view;
  const words = labels.register;
  const citing = { citations: entry.citations, href: links.citation };
  const name = view.medium === "web" ? link(links.entry(entry.kind, entry.id), entry.name) : entry.name;
  return html`<tr id="${entry.kind}-${entry.id}"${changedAttribute(view, entry.kind, entry.id)}><th scope="row">${name} ${nativeName(entry)}${changeMark(view, entry.kind, entry.id)}</th>${
    roles && html`<td data-label="${words.role}">${roleOf(view, entry)}</td>`
  }<td data-label="${words.note}">${noteOf(view, entry, citing)}</td></tr>
`;
}

/** Role and affiliation, and the day for which they hold. */
export function roleOf(view: View, entry: Entry): Html {
  const { links, labels } = view;
  const { id = null, name = null } = entry.affiliation ?? {};
  const href = id === null ? null : links.entry("organisation", id);
  const asOf =
    entry.asOf &&
    html`<span class="as-of">${labels.pack.asOf(writeDate(entry.asOf, labels.language))}</span>`;
  return html`${roleWithin(entry.role, name, href, labels.units.listSeparator)} ${asOf}`;
}

/** What is said of an entry, in a line. */
export function noteOf(view: View, entry: Entry, citing: Citing): Html {
  const { labels } = view;
  return join(
    [
      entry.note && inlineProse(entry.note, citing),
      entry.died && html`${labels.register.died(writeDate(entry.died, labels.language))}.`,
      entry.lat !== null && entry.lon !== null && html`${position(entry.lat, entry.lon, labels)}.`,
    ],
    " ",
  );
}
