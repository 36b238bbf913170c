// A register entry's own page: who or what it is, and every passage that names or quotes it.
import type { Entry } from "../../scripts/model/edition.ts";
import type { EntryPage, Site, Use } from "../../scripts/model/site.ts";
import { type Html, html, join, type Printable } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { type Labels, labelsFor } from "../labels/labels.ts";
import { link } from "../parts/link.ts";
import { nativeName } from "../parts/name.ts";
import { type Part, partsOf, pathOf, titleOf } from "../parts/page-links.ts";
import { position } from "../parts/position.ts";
import { prose } from "../parts/prose.ts";
import { referenceList } from "../parts/references.ts";
import { shell } from "../parts/shell.ts";
import { findingSheet } from "../parts/styles.ts";
import { allOpen, usedBy } from "../parts/uses.ts";
import { entryPath, relative } from "../paths.ts";

/** The parts of an entry's uses: what `entryPage` is given to show. */
export function entryParts({ entry, uses }: EntryPage): readonly Part<Use>[] {
  return partsOf(uses, entryPath(entry.kind, entry.id));
}

export function entryPage(site: Site, page: EntryPage, part = entryParts(page)[0]): Html {
  const { entry, references, uses } = page;
  if (part === undefined) throw new Error(`the entry ${entry.id} has no such part`);
  const { publication } = site;
  const labels = labelsFor(publication.language);
  const path = pathOf(part);
  return shell(
    {
      path,
      title: titleOf(entry.name, part, labels),
      language: publication.language,
      direction: site.direction,
      publication,
      description: entry.role,
      indexed: allOpen(uses),
      assets: { sheets: [findingSheet], scripts: [] },
    },
    html`<p class="kicker">${labels.register.kinds[entry.kind]}</p>
<h1>${entry.name} ${nativeName(entry)}</h1>
${facts(entry, path, labels)}
${prose(entry.note, { citations: entry.citations, href: (number) => `#ref-${number}` }, 2)}
<section><h2>${labels.pack.usedBy}</h2>
${usedBy(part, labels)}</section>
${references.length > 0 && html`<section><h2>${labels.sections.references}</h2>\n${referenceList(references, labels, "web")}</section>`}`,
  );
}

function facts(entry: Entry, path: string, labels: Labels): Html {
  const words = labels.register;
  const { affiliation } = entry;
  const rows: readonly (readonly [string, Printable])[] = [
    [
      words.role,
      entry.role !== null &&
        html`<bdi>${entry.role}</bdi> ${entry.asOf !== null && html`<span class="as-of">${labels.pack.asOf(writeDate(entry.asOf, labels.language))}</span>`}`,
    ],
    [
      words.affiliation,
      affiliation &&
        link(
          affiliation.id !== null ? relative(path, entryPath("organisation", affiliation.id)) : null,
          affiliation.name,
        ),
    ],
    [words.alsoKnown, entry.aliases.length > 0 && join(entry.aliases, labels.units.listSeparator)],
    [words.death, entry.died && writeDate(entry.died, labels.language)],
    [words.coordinates, entry.lat !== null && entry.lon !== null && position(entry.lat, entry.lon, labels)],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== false);
  if (known.length === 0) return html``;
  return html`<dl class="facts-list">\n${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
