// The packs that use a box or an entry, with the passages that lead to it.
import type { PackCard, Use } from "../../scripts/model/site.ts";
import { type Html, html, isolate, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import { briefingPath, relative } from "../paths.ts";
import { isOpen } from "./marking.ts";
import { type Part, pageLinks, pathOf } from "./page-links.ts";

/** One part of the uses of a box or an entry. */
export function usedBy(part: Part<Use>, labels: Labels): Html {
  if (part.items.length === 0) return html`<p>${labels.pack.usedByNone}</p>`;
  const from = pathOf(part);
  return html`<ol class="packs">\n${part.items.map((use) => html`<li>${packLine(use.pack, from, labels)}${passages(use, from, labels)}</li>\n`)}</ol>
${pageLinks(part, labels)}`;
}

/** Whether everything that a list of uses shows is for anyone to find. */
export function allOpen(uses: readonly Use[]): boolean {
  return uses.every(({ pack }) => isOpen(pack));
}

/** A pack as the head of a list item: title, subtitle, date and marking. */
export function packLine(pack: PackCard, from: string, labels: Labels): Html {
  const facts = [
    html`<time datetime="${pack.date}">${writeDate(pack.date, labels.language)}</time>`,
    labels.pack.edition(pack.edition),
    html`<span class="marking-word" dir="ltr">${pack.marking}</span>`,
  ];
  return html`<p class="pack-title" lang="${pack.language}" dir="${pack.direction}"><a href="${relative(from, briefingPath(pack.slug))}">${pack.title}</a></p>
${pack.subtitle !== null && html`<p class="pack-subtitle" lang="${pack.language}" dir="${pack.direction}">${pack.subtitle}</p>`}
<p class="facts">${join(facts, " · ")}</p>`;
}

function passages({ pack, passages: all }: Use, from: string, labels: Labels): Html | null {
  if (all.length === 0) return null;
  const address = relative(from, briefingPath(pack.slug));
  const { listSeparator } = labels.units;
  return html`<ul class="uses">\n${alike(all).map((group) => {
    const [{ text, language, direction, publisher }] = group;
    const words = text === null ? labels.passages.withheld : isolate(spaced(text), language, direction);
    const links = group.map(
      ({ annotation, paragraph }) =>
        html`<a href="${address}#a-${annotation}">${paragraph === null ? labels.pack.passage : labels.pack.paragraph(paragraph)}</a>`,
    );
    return html`<li><span class="quoted">${words}</span> <span class="where">${join([publisher, ...links], listSeparator)}</span></li>\n`;
  })}</ul>`;
}

type Passage = Use["passages"][number];

/** Passages with the same words of the same publisher are one line with a link to each; in the order of the first. */
function alike(passages: readonly Passage[]): readonly (readonly [Passage, ...Passage[]])[] {
  const groups = new Map<string, [Passage, ...Passage[]]>();
  for (const one of passages) {
    const key = JSON.stringify([one.publisher, one.language, one.text === null ? null : spaced(one.text)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ");
}
