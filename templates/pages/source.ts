// The sources as captured: where each comes from, what was checked, its text, and every passage that is marked in it.
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { announcement, revisionSheets } from "../parts/announcement.ts";
import { articles } from "../parts/article.ts";
import { changeSheets } from "../parts/changed.ts";
import { glances } from "../parts/glance.ts";
import { markedPassages } from "../parts/marked-passages.ts";
import { isOpen, marking } from "../parts/marking.ts";
import { provenance } from "../parts/provenance.ts";
import { shell } from "../parts/shell.ts";
import { textKey } from "../parts/text-key.ts";
import { sourceView } from "../parts/view.ts";
import { briefingPath, relative, sourcePath } from "../paths.ts";

export function sourcePage(edition: Edition): Html {
  const view = sourceView(edition);
  const { labels } = view;
  const path = sourcePath(edition.slug);
  return shell(
    {
      path,
      title: `${labels.source.title}: ${edition.title}`,
      language: edition.language,
      direction: edition.direction,
      publication: edition.publication,
      description: null,
      indexed: isOpen(edition),
      assets: { sheets: [...changeSheets(edition), ...revisionSheets(edition)], scripts: ["reading.js"] },
    },
    html`<div class="briefing">
<header class="opening">
${marking(edition.marking, labels)}
<p class="kicker"><a href="${relative(path, briefingPath(edition.slug))}">${edition.title}</a></p>
<h1>${labels.source.title}</h1>
${announcement(view)}</header>
<section id="provenance"><h2>${labels.source.provenance}</h2>
${provenance(view, 3)}</section>
<section id="article"><h2>${labels.sections.article}</h2>
${textKey(view)}
${articles(view, 3)}
${glances(view)}</section>
${
  edition.annotations.length > 0 &&
  html`<section id="passages"><h2>${labels.passages.marked}</h2>
${markedPassages(view)}</section>`
}
</div>`,
  );
}
