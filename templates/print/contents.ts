// The contents with the page of every section, and of every box under the article.
import { type Html, html } from "../html.ts";
import { orphansId } from "../parts/orphans.ts";
import { sectionId } from "../parts/sections.ts";
import type { View } from "../parts/view.ts";
import { hasIndex } from "./back-index.ts";
import { changesId, changesTitle } from "./changes.ts";
import { remainingBoxes } from "./remaining-boxes.ts";

export function printContents(view: View): Html {
  const { labels } = view;
  const remaining = remainingBoxes(view) !== null;
  const changed = changesTitle(view);
  const lines = view.sections
    .filter((name) => name !== "boxes" || remaining)
    .map((name) => {
      const boxes = name === "article" ? boxLines(view) : [];
      return html`<li>${line(sectionId(name), labels.sections[name])}${boxes.length > 0 && html`<ol>\n${boxes}</ol>`}</li>\n`;
    });
  return html`<nav class="contents" dir="${view.edition.direction}" id="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${labels.print.contents}</h2>
<ol>
${lines}${view.edition.orphans.length > 0 && html`<li>${line(orphansId, labels.revisions.title)}</li>\n`}${changed !== null && html`<li>${line(changesId, changed)}</li>\n`}${hasIndex(view) && html`<li>${line("index", labels.print.index)}</li>\n`}<li>${line("colophon", labels.print.colophon)}</li>
</ol>
</nav>
`;
}

function boxLines(view: View): readonly Html[] {
  const boxes = view.edition.boxes.filter((box) => box.passages.length > 0);
  return boxes.map((box) => html`<li>${line(`box-${box.id}`, view.labels.print.seeBox(box.title))}</li>\n`);
}

function line(id: string, words: string): Html {
  return html`<a href="#${id}"><span class="entry">${words}</span> <span class="page" data-page-of="${id}"></span></a>`;
}
