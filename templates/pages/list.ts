// The list pages: all boxes, people, organisations, places or terms of the site.
import type { Site } from "../../scripts/model/site.ts";
import { type Html, html, join } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import { nativeName } from "../parts/name.ts";
import { inlineProse } from "../parts/prose.ts";
import { shell } from "../parts/shell.ts";
import { boxPath, entryPath, type ListKind, listPath, relative } from "../paths.ts";

export function listPage(site: Site, kind: ListKind): Html {
  const { publication } = site;
  const labels = labelsFor(publication.language);
  const path = listPath(kind);
  const items = kind === "boxes" ? boxItems(site, path) : entryItems(site, kind, path);
  return shell(
    {
      path,
      title: labels.navigation[kind],
      language: publication.language,
      direction: site.direction,
      publication,
      description: labels.navigation.listIntro[kind],
      indexed: true,
    },
    html`<h1>${labels.navigation[kind]}</h1>
<p class="intro">${labels.navigation.listIntro[kind]}</p>
${items.length === 0 ? html`<p>${labels.navigation.nothing}</p>` : html`<dl class="list">\n${items}</dl>`}`,
  );
}

function boxItems(site: Site, from: string): readonly Html[] {
  return site.boxes.map(({ box }) => {
    const to = relative(from, boxPath(box.id));
    const citing = { citations: box.citations, href: (number: number) => `${to}#ref-${number}` };
    return item(html`<a href="${to}">${box.title}</a>`, box.summary && inlineProse(box.summary, citing));
  });
}

function entryItems(site: Site, kind: Exclude<ListKind, "boxes">, from: string): readonly Html[] {
  const { units } = labelsFor(site.publication.language);
  return site[kind].map(({ entry }) => {
    const to = relative(from, entryPath(entry.kind, entry.id));
    const role = join([entry.role, entry.affiliation?.name], units.listSeparator);
    return item(
      html`<a href="${to}">${entry.name}</a> ${nativeName(entry)}`,
      String(role) === "" ? null : role,
    );
  });
}

function item(name: Html, text: Html | null | ""): Html {
  return html`<div><dt>${name}</dt>${text && html`<dd>${text}</dd>`}</div>\n`;
}
