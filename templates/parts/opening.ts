// The head of a briefing: its marking, what it is, its date and edition, and its other forms.
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { briefingPath, dataPath, pdfPath, relative, sourcePath } from "../paths.ts";
import { marking } from "./marking.ts";
import type { View } from "./view.ts";

export function opening({ edition, labels }: View, offers: { readonly pdf: boolean }): Html {
  const from = briefingPath(edition.slug);
  const to = (path: string, words: string) => html`<a href="${relative(from, path)}">${words}</a>`;
  const forms = [
    offers.pdf && to(pdfPath(edition.slug), labels.pack.pdf),
    to(sourcePath(edition.slug), labels.pack.sourceAsCaptured),
    to(dataPath(edition.slug), labels.pack.data),
  ];
  const facts = [
    html`<time datetime="${edition.date}">${writeDate(edition.date, edition.language)}</time>`,
    labels.pack.edition(edition.edition),
  ];
  return html`<header class="opening">
${marking(edition.marking, labels)}
<h1>${edition.title}</h1>
${edition.subtitle !== null && html`<p class="subtitle">${edition.subtitle}</p>`}
<p class="facts">${join(facts, " · ")}</p>
<p class="forms">${join(forms, html` <span aria-hidden="true">·</span> `)}</p>
</header>`;
}
