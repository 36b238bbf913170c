// The front page: the packs, newest first.
import type { Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import { shell } from "../parts/shell.ts";
import { packLine } from "../parts/uses.ts";
import { indexPath } from "../paths.ts";

export function indexPage(site: Site): Html {
  const { publication } = site;
  const labels = labelsFor(publication.language);
  const packs = site.packs.map(
    (pack) => html`<li>${packLine(pack, indexPath, labels)}
${pack.summary !== null && html`<p class="pack-summary" lang="${pack.language}" dir="${pack.direction}">${pack.summary}</p>`}</li>\n`,
  );
  return shell(
    {
      path: indexPath,
      title: publication.title,
      language: publication.language,
      direction: site.direction,
      publication,
      description: null,
      indexed: true,
    },
    html`<h1>${labels.navigation.packs}</h1>
${packs.length === 0 ? html`<p>${labels.navigation.noPacks}</p>` : html`<ol class="packs">\n${packs}</ol>`}`,
  );
}
