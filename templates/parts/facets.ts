// What the packs of a site have in common: years, languages, markings and publishers, each with a page of its own.
import type { PackCard, Site } from "../../scripts/model/site.ts";
import { type Html, html } from "../html.ts";
import { writeLanguage, writeNumber } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import { facetPath, relative, searchPath } from "../paths.ts";

export type FacetName = "year" | "language" | "marking" | "source";

/** One value of a facet, with the packs that have it, in their order. */
export type Facet = {
  readonly name: FacetName;
  readonly value: string;
  readonly path: string;
  readonly packs: readonly PackCard[];
};

const valuesOf: Readonly<Record<FacetName, (pack: PackCard) => readonly string[]>> = {
  year: ({ date }) => [date.slice(0, 4)],
  language: ({ language }) => [language],
  marking: ({ marking }) => [marking],
  source: ({ sources }) => [...new Set(sources)],
};

const names = Object.keys(valuesOf) as readonly FacetName[];

/** Only facets that tell packs apart: those with at least two values. */
export function facetsOf(packs: Site["packs"]): readonly Facet[] {
  return names.flatMap((name) => {
    const groups = new Map<string, PackCard[]>();
    for (const pack of packs)
      for (const value of valuesOf[name](pack)) {
        const group = groups.get(value);
        if (group === undefined) groups.set(value, [pack]);
        else group.push(pack);
      }
    if (groups.size < 2) return [];
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    const ordered = name === "year" ? sorted.reverse() : sorted;
    const slugs = slugsOf(ordered.map(([value]) => value));
    return ordered.map(([value, members]) => ({
      name,
      value,
      path: facetPath(name, slugs.get(value) ?? ""),
      packs: members,
    }));
  });
}

/** A value as a reader of the labels' language says it. */
export function facetWords({ name, value }: Pick<Facet, "name" | "value">, labels: Labels): string {
  return name === "language" ? writeLanguage(value, labels.language) : value;
}

/** Links to the pages of all facets, as seen from a page; the current one is marked. */
export function facetLinks(facets: readonly Facet[], from: string, labels: Labels): Html | null {
  if (facets.length === 0) return null;
  const rows = names.flatMap((name) => {
    const values = facets.filter((facet) => facet.name === name);
    if (values.length === 0) return [];
    const list = (shown: readonly Facet[]) => html`<ul>\n${shown.map((one) => item(one, from, labels))}</ul>`;
    const first = foremost(values, from);
    const all =
      first.length < values.length &&
      html`<details><summary>${labels.find.all(values.length)}</summary>${list(values)}</details>`;
    return [html`<div><dt>${labels.find.facets[name]}</dt><dd>${list(first)}${all}</dd></div>\n`];
  });
  const combined =
    from !== searchPath &&
    html`<p><a href="${relative(from, searchPath)}">${labels.find.severalFilters}</a></p>`;
  return html`<nav class="facets" aria-label="${labels.find.filters}"><dl>\n${rows}</dl>${combined}</nav>`;
}

function item(facet: Facet, from: string, labels: Labels): Html {
  const count = html`<span class="number-of">${writeNumber(facet.packs.length, labels.language)}</span>`;
  return html`<li><a href="${relative(from, facet.path)}"${facet.path === from && html` aria-current="page"`}><bdi>${facetWords(facet, labels)}</bdi></a> ${count}</li>\n`;
}

/** Values that are shown at once; more of them would push the packs off the screen. */
const few = 12;

/** The latest years, of other facets the values with most packs, and the current one; all where they are not many. */
function foremost(values: readonly Facet[], from: string): readonly Facet[] {
  if (values.length <= few + 3) return values;
  const ranked =
    values[0]?.name === "year" ? values : [...values].sort((a, b) => b.packs.length - a.packs.length);
  const chosen = new Set(ranked.slice(0, few));
  return values.filter((one) => chosen.has(one) || one.path === from);
}

/** Parts of addresses: the value's ASCII letters and digits, and a number where two values would be one. */
function slugsOf(values: readonly string[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const value of values) {
    const plain = value
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    const kept = plain.replaceAll("-", "").length >= value.replace(/[^\p{L}\p{N}]/gu, "").length / 2;
    const stem = kept && plain !== "" ? plain : encoded(value);
    let slug = stem;
    for (let number = 2; taken.has(slug); number += 1) slug = `${stem}-${number}`;
    taken.add(slug);
    slugs.set(value, slug);
  }
  return slugs;
}

/** A short name that depends on the value alone, for scripts that addresses cannot hold: 32 bits of FNV-1a. */
function encoded(value: string): string {
  let hash = 0x811c9dc5;
  for (const character of value) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
