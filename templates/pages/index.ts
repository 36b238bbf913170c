// The front page and the pages of one facet: packs, newest first, a part at a time.
import type { PackCard, Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { type Labels, labelsFor } from "../labels/labels.ts";
import { type Facet, facetLinks, facetsOf, facetWords } from "../parts/facets.ts";
import { isOpen } from "../parts/marking.ts";
import { type Part, pageLinks, partsOf, pathOf, titleOf } from "../parts/page-links.ts";
import { searchForm } from "../parts/search-form.ts";
import { shell } from "../parts/shell.ts";
import { findingSheet } from "../parts/styles.ts";
import { packLine } from "../parts/uses.ts";
import { indexPath } from "../paths.ts";

/** The front page; the first part of the packs unless told another. */
export function indexPage(
  site: Site,
  part: Part<PackCard> = firstOf(site.packs),
  facets: readonly Facet[] = facetsOf(site.packs),
): Html {
  const { publication } = site;
  const labels = labelsFor(publication.language);
  const path = pathOf(part);
  const { publisher, title } = publication;
  const data = publication.baseUrl !== null && {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: title,
    url: publication.baseUrl,
    inLanguage: publication.language,
    ...(publisher !== null && { publisher: { "@type": "Organization", name: publisher } }),
  };
  return shell(
    {
      path,
      title: part.number === 1 ? title : titleOf(labels.navigation.packs, part, labels),
      language: publication.language,
      direction: site.direction,
      publication,
      description: null,
      indexed: true,
      form: true,
      assets: { sheets: [findingSheet], scripts: [] },
      ...(data !== false && part.number === 1 && { discovery: { data } }),
    },
    html`<h1>${labels.navigation.packs}</h1>
${part.number === 1 && site.packs.length > 0 && searchForm(path, labels)}
${part.number === 1 && facetLinks(facets, path, labels)}
${packList(part, labels)}`,
  );
}

/** The packs that share a value. */
export function facetPage(site: Site, facet: Facet, part: Part<PackCard>, facets: readonly Facet[]): Html {
  const { publication } = site;
  const labels = labelsFor(publication.language);
  const title = labels.find.packsOf(facetWords(facet, labels));
  return shell(
    {
      path: pathOf(part),
      title: titleOf(title, part, labels),
      language: publication.language,
      direction: site.direction,
      publication,
      description: null,
      indexed: part.items.every(isOpen),
      assets: { sheets: [findingSheet], scripts: [] },
    },
    html`<h1>${title}</h1>
${facetLinks(facets, pathOf(part), labels)}
${packList(part, labels)}`,
  );
}

function firstOf(packs: readonly PackCard[]): Part<PackCard> {
  const [first] = partsOf(packs, indexPath);
  return first ?? { items: [], number: 1, of: 1, first: indexPath };
}

/** A pack that not anyone may see is no snippet of a search engine. */
function packList(part: Part<PackCard>, labels: Labels): Html {
  if (part.items.length === 0) return html`<p>${labels.navigation.noPacks}</p>`;
  const packs = part.items.map(
    (pack) => html`<li${!isOpen(pack) && html` data-nosnippet`}>${packLine(pack, pathOf(part), labels)}
${pack.summary !== null && html`<p class="pack-summary" lang="${pack.language}" dir="${pack.direction}">${pack.summary}</p>`}</li>\n`,
  );
  return html`<ol class="packs">\n${packs}</ol>
${pageLinks(part, labels)}`;
}
