// The back-of-book index: people, organisations, places and terms with the pages of their passages.
import type { Entry } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { nativeName } from "../parts/name.ts";
import type { View } from "../parts/view.ts";

/** Whether any entry has a passage to lead to. */
export function hasIndex(view: View): boolean {
  return groups(view).length > 0;
}

export function backIndex(view: View): Html | null {
  if (!hasIndex(view)) return null;
  return html`<section class="index" dir="${view.edition.direction}" id="index" aria-labelledby="index-title">
<h2 id="index-title">${view.labels.print.index}</h2>
${groups(view).map(
  ([title, entries]) => html`<h3>${title}</h3>
${initialGroups(entries).map(
  ([letters, group]) => html`${letters !== null && html`<p class="letters">${letters}</p>\n`}<ul>
${group.map((entry) => line(view, entry))}</ul>
`,
)}`,
)}</section>
`;
}

/** Entries that are set in two columns together: a list of columns is never broken, so that no page is left half empty for one. */
const together = 36;

/** All entries under no letters, or where they are many those of some neighbouring initials under these: `A–C`. */
function initialGroups(
  entries: readonly Entry[],
): readonly (readonly [letters: string | null, entries: readonly Entry[]])[] {
  if (entries.length <= together) return [[null, entries]];
  const found: { first: string; last: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const letter = initial(entry.name);
    const group = found.at(-1);
    const same = group?.last === letter;
    const rest = entries.filter(({ name }) => initial(name) === letter).length;
    const fits = group !== undefined && group.entries.length + (same ? 1 : rest) <= together;
    if (group === undefined || !fits) found.push({ first: letter, last: letter, entries: [entry] });
    else {
      group.entries.push(entry);
      group.last = letter;
    }
  }
  return found.map((group) => [
    group.first === group.last ? group.first : `${group.first}–${group.last}`,
    group.entries,
  ]);
}

/** The first letter of a name, without its accents. */
function initial(name: string): string {
  const [letter = ""] = /\p{L}|\p{N}/u.exec(name.normalize("NFD")) ?? [];
  return letter.toUpperCase();
}

function groups(view: View): readonly (readonly [string, readonly Entry[]])[] {
  if (!view.sections.includes("article")) return [];
  const { people, organisations, places, terms } = view.edition;
  const words = view.labels.navigation;
  const all = [
    [words.people, people],
    [words.organisations, organisations],
    [words.places, places],
    [words.terms, terms],
  ] as const;
  return all
    .map(([title, entries]) => [title, entries.filter((entry) => entry.passages.length > 0)] as const)
    .filter(([, entries]) => entries.length > 0);
}

/** One page number a paragraph, each with its comma; the paginator drops the links in `data-pages` that repeat a number. */
function line(view: View, entry: Entry): Html {
  const comma = view.labels.units.listSeparator;
  const seen = new Set<string>();
  const pages = entry.passages.flatMap((id) => {
    const block = view.annotation(id)?.block;
    if (block === undefined || seen.has(block)) return [];
    seen.add(block);
    return [html`<a href="#a-${id}">${comma}<span data-page-of="a-${id}"></span></a>`];
  });
  return html`<li id="index-${entry.kind}-${entry.id}">${join([entry.name, nativeName(entry)], " ")}<span class="pages" data-pages="">${pages}</span></li>
`;
}
