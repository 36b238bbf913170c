// What a pack can be taken away as: its tables and data, and its citation.

import type { Edition } from "../../scripts/model/edition.ts";
import { registerNames } from "../../scripts/model/registers.ts";
import { type Html, html } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import {
  annotationsPath,
  briefingPath,
  citationPath,
  dataPath,
  pdfPath,
  relative,
  tablePath,
} from "../paths.ts";
import { citationText } from "./citation.ts";

/** The tables of a pack that have rows. */
export function tablesOf(
  edition: Edition,
): readonly ("timeline" | "people" | "organisations" | "places" | "terms")[] {
  const names = ["timeline", ...registerNames] as const;
  return names.filter((name) => edition[name].length > 0);
}

export function takeAway(edition: Edition, offers: { readonly pdf: boolean }): Html {
  const { slug, language } = edition;
  const labels = labelsFor(language);
  const words = labels.find;
  const link = (path: string, text: string) =>
    html`<li><a href="${relative(briefingPath(slug), path)}">${text}</a></li>\n`;
  const tableName = (name: ReturnType<typeof tablesOf>[number]) =>
    name === "timeline" ? labels.sections.timeline : labels.navigation[name];
  return html`<section class="take-away" id="take-away" aria-labelledby="take-away-title">
<h2 id="take-away-title">${words.takeAway}</h2>
<ul>
${offers.pdf && link(pdfPath(slug), labels.pack.pdf)}${tablesOf(edition).map((name) => link(tablePath(slug, name), words.table(tableName(name))))}${link(dataPath(slug), labels.pack.data)}${link(annotationsPath(slug), words.annotations)}</ul>
<details id="cite"><summary>${words.cite}</summary>
<p class="citation-text">${citationText(edition)}</p>
<p>${words.citeAs}</p>
<ul>
${link(citationPath(slug, "bib"), "BibTeX")}${link(citationPath(slug, "ris"), "RIS")}${link(citationPath(slug, "json"), "CSL-JSON")}${link(citationPath(slug, "txt"), words.plainText)}</ul>
</details>
</section>`;
}
