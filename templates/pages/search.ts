// The search page: a form, room for results, and every other way to find something, for readers whom search cannot serve.
import type { Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { type Labels, labelsFor } from "../labels/labels.ts";
import { facetLinks, facetsOf } from "../parts/facets.ts";
import { shell } from "../parts/shell.ts";
import { findingSheet } from "../parts/styles.ts";
import { indexPath, listKinds, listPath, relative, searchPath } from "../paths.ts";

type Choice = readonly [value: string, words: string];

export function searchPage(site: Site): Html {
  const { publication } = site;
  const labels = labelsFor(publication.language);
  const words = labels.find;
  const years = [...new Set(site.packs.map(({ date }) => date.slice(0, 4)))].sort().reverse();
  const kinds: readonly Choice[] = [...Object.entries(words.kinds), ...Object.entries(labels.register.kinds)];
  const people = site.people.map(({ entry }): Choice => [entry.id, entry.name]);
  return shell(
    {
      path: searchPath,
      title: words.search,
      language: publication.language,
      direction: site.direction,
      publication,
      description: null,
      indexed: false,
      search: true,
      form: true,
      assets: { sheets: [findingSheet, "search.css"], scripts: ["search.js"] },
    },
    html`<h1>${words.search}</h1>
<form id="search" class="search-form full" role="search" method="get" action="index.html" data-count="${words.count}" data-none="${words.none}" data-searching="${words.searching}" data-failed="${words.failed}">
<p class="field wide-field"><label for="q">${words.query}</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" dir="auto" aria-describedby="q-hint">
<span class="hint" id="q-hint">${words.hint}</span></p>
${select("kind", words.kind, kinds, words)}${select("person", words.person, people, words)}${select(
  "year",
  words.year,
  years.map((year) => [year, year]),
  words,
)}<p class="field"><button type="submit">${words.search}</button></p>
</form>
<noscript><p class="notice">${words.withoutScripts}</p></noscript>
<p class="notice" id="from-folder" hidden>${words.fromFolder}</p>
<p class="search-status" id="search-status" role="status"></p>
<section id="results" aria-labelledby="results-title" hidden>
<h2 id="results-title">${words.results}</h2>
<ol class="results"></ol>
<p><button type="button" id="more" hidden>${words.more}</button></p>
</section>
<section class="other-ways" aria-labelledby="other-ways">
<h2 id="other-ways">${words.otherWays}</h2>
<ul>
<li><a href="${relative(searchPath, indexPath)}">${labels.navigation.packs}</a></li>
${listKinds.map((kind) => html`<li><a href="${relative(searchPath, listPath(kind))}">${labels.navigation[kind]}</a></li>\n`)}</ul>
${facetLinks(facetsOf(site.packs), searchPath, labels)}
</section>`,
  );
}

function select(name: string, label: string, choices: readonly Choice[], words: Labels["find"]): Html | null {
  if (choices.length === 0) return null;
  return html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">
<option value="">${words.any}</option>
${choices.map(([value, text]) => html`<option value="${value}">${text}</option>\n`)}</select></p>
`;
}
