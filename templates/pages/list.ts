// The list pages: all boxes, people, organisations, places or terms of the site.
import type { BoxPage, EntryPage, Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { labelsFor } from "../labels/labels.ts";
import { nativeName } from "../parts/name.ts";
import { type Part, pageLinks, partsOf, pathOf, titleOf } from "../parts/page-links.ts";
import { inlineProse } from "../parts/prose.ts";
import { roleWithin } from "../parts/role.ts";
import { shell } from "../parts/shell.ts";
import { findingSheet } from "../parts/styles.ts";
import { boxPath, entryPath, type ListKind, listPath, relative } from "../paths.ts";

type Listed = BoxPage | EntryPage;

/** The parts of a list: what `listPage` is given to show. */
export function listParts(site: Site, kind: ListKind): readonly Part<Listed>[] {
  return partsOf<Listed>(site[kind], listPath(kind));
}

export function listPage(site: Site, kind: ListKind, part = listParts(site, kind)[0]): Html {
  const { publication } = site;
  const labels = labelsFor(publication.language);
  if (part === undefined) throw new Error(`the list ${kind} has no such part`);
  const path = pathOf(part);
  const items = part.items.map((one) =>
    "box" in one ? boxItem(one, path) : entryItem(one, path, labels.units.listSeparator),
  );
  return shell(
    {
      path,
      title: titleOf(labels.navigation[kind], part, labels),
      language: publication.language,
      direction: site.direction,
      publication,
      description: labels.navigation.listIntro[kind],
      indexed: true,
      assets: { sheets: [findingSheet], scripts: [] },
    },
    html`<h1>${labels.navigation[kind]}</h1>
<p class="intro">${labels.navigation.listIntro[kind]}</p>
${items.length === 0 ? html`<p>${labels.navigation.nothing}</p>` : html`<dl class="list">\n${items}</dl>`}
${pageLinks(part, labels)}`,
  );
}

function boxItem({ box }: BoxPage, from: string): Html {
  const to = relative(from, boxPath(box.id));
  const citing = { citations: box.citations, href: (number: number) => `${to}#ref-${number}` };
  return item(html`<a href="${to}">${box.title}</a>`, box.summary && inlineProse(box.summary, citing));
}

function entryItem({ entry }: EntryPage, from: string, separator: string): Html {
  const to = relative(from, entryPath(entry.kind, entry.id));
  const role = roleWithin(entry.role, entry.affiliation?.name ?? null, null, separator);
  return item(
    html`<a href="${to}">${entry.name}</a> ${nativeName(entry)}`,
    String(role) === "" ? null : role,
  );
}

function item(name: Html, text: Html | null | ""): Html {
  return html`<div><dt>${name}</dt>${text && html`<dd>${text}</dd>`}</div>\n`;
}
