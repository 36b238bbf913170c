// The head of a briefing: its marking, what it is, its date and edition, and its other forms.
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { briefingPath, changesPath, dataPath, pdfPath, relative, sourcePath } from "../paths.ts";
import { announcement } from "./announcement.ts";
import { marking } from "./marking.ts";
import type { View } from "./view.ts";

/** Letters beyond which a title is set smaller, so that the summary still stands on the first screen. */
const longTitle = 70;

export function opening(view: View, offers: { readonly pdf: boolean; readonly bare?: boolean }): Html {
  const { edition, labels } = view;
  const from = briefingPath(edition.slug);
  const to = (path: string, words: string) => html`<a href="${relative(from, path)}">${words}</a>`;
  const forms = [
    offers.pdf && to(pdfPath(edition.slug), labels.pack.pdf),
    to(sourcePath(edition.slug), labels.pack.sourceAsCaptured),
    !offers.bare && to(dataPath(edition.slug), labels.pack.data),
  ];
  const [latest] = edition.changes;
  const facts = [
    html`<time datetime="${edition.date}">${writeDate(edition.date, edition.language)}</time>`,
    labels.pack.edition(edition.edition),
    latest &&
      html`<a href="${relative(from, changesPath(edition.slug))}">${labels.changes.since(latest.from.edition)}</a>`,
  ];
  return html`<header class="opening">
${marking(edition.marking, labels)}
<h1${edition.title.length > longTitle && html` class="long"`}>${edition.title}</h1>
${edition.subtitle !== null && html`<p class="subtitle">${edition.subtitle}</p>`}
<p class="facts">${join(facts, " · ")}</p>
${announcement(view)}<p class="forms">${join(forms, html` <span aria-hidden="true">·</span> `)}</p>
</header>`;
}
