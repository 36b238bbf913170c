// The printed section of what changed since the edition before, with the pages where it stands; change bars mark the same there.
import { type Html, html } from "../html.ts";
import { changeList } from "../parts/changes.ts";
import type { View } from "../parts/view.ts";

export const changesId = "changes";

/** Its title; null where no edition before this one is stored. */
export function changesTitle({ edition, labels }: View): string | null {
  const [latest] = edition.changes;
  return latest === undefined ? null : labels.changes.since(latest.from.edition);
}

export function printChanges(view: View): Html | null {
  const [latest] = view.edition.changes;
  const title = changesTitle(view);
  if (latest === undefined || title === null) return null;
  const { labels } = view;
  return html`<section class="section-changes" id="${changesId}" aria-labelledby="${changesId}-title">
<h2 id="${changesId}-title">${title}</h2>
<p class="facts">${labels.changes.key}</p>
${changeList(
  view,
  latest,
  (id, words) =>
    html`<a href="#${id}">${words} <span class="change-page">(${labels.print.page} <span data-page-of="${id}"></span>)</span></a>`,
)}
</section>
`;
}
