// What changed from one edition of a pack to the next, newest first.
import type { EditionChanges } from "../../scripts/model/changes.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { changeSheets } from "../parts/changed.ts";
import { changeList } from "../parts/changes.ts";
import { link } from "../parts/link.ts";
import { isOpen, marking } from "../parts/marking.ts";
import { shell } from "../parts/shell.ts";
import { briefingView, type View } from "../parts/view.ts";
import { briefingPath, changesPath, relative } from "../paths.ts";

export function changesPage(edition: Edition): Html {
  const view = briefingView(edition);
  const { labels } = view;
  const path = changesPath(edition.slug);
  const briefing = relative(path, briefingPath(edition.slug));
  return shell(
    {
      path,
      title: `${labels.changes.title}: ${edition.title}`,
      language: edition.language,
      direction: edition.direction,
      publication: edition.publication,
      description: null,
      indexed: isOpen(edition),
      assets: { sheets: changeSheets(edition), scripts: [] },
    },
    html`<div class="briefing">
<header class="opening">
${marking(edition.marking, labels)}
<p class="kicker"><a href="${briefing}">${edition.title}</a></p>
<h1>${labels.changes.title}</h1>
</header>
<p class="change-key">${labels.changes.key}</p>
${edition.changes.map((changes, index) => step(view, changes, index === 0 ? briefing : null))}</div>`,
  );
}

/** Only the newest changes lead to what stands on the briefing now. */
function step(view: View, changes: EditionChanges, briefing: string | null): Html {
  const { labels } = view;
  const { from, to } = changes;
  const target =
    briefing === null
      ? null
      : (id: string, words: Parameters<typeof link>[1]) => link(`${briefing}#${id}`, words);
  const times = [from, to].map(
    ({ edition, time }) =>
      html`<li>${labels.pack.edition(edition)}: ${labels.changes.upTo(writeDate(time, labels.language))}</li>\n`,
  );
  return html`<section id="edition-${to.edition}"><h2>${labels.changes.between(from.edition, to.edition)}</h2>
<ul class="edition-times">${times}</ul>
${changeList(view, changes, target, briefing === null ? `change-${to.edition}` : "change")}</section>
`;
}
