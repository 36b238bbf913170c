// The appendix of notes that lost their passages: the words as they stood, what stands there now, and what the desk said of them.
import type { DiffPart, Orphan } from "../../scripts/model/edition.ts";
import { type Html, html, type Printable } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import { heading } from "./heading.ts";
import { meaning } from "./marked-passages.ts";
import { origin } from "./origin.ts";
import type { View } from "./view.ts";

export const orphansId = "orphans";

/** Nothing where every note still stands. `level` is that of the section's own heading. */
export function orphans(view: View, level = 2): Html | null {
  const { edition, labels } = view;
  if (edition.orphans.length === 0) return null;
  const words = labels.revisions;
  return html`<section class="section-orphans" dir="${edition.direction}" id="${orphansId}" aria-labelledby="${orphansId}-title">
${heading(level, html` id="${orphansId}-title"`, words.title)}
<p>${words.intro} ${edition.orphans.some(({ difference }) => difference !== null) && labels.changes.key}</p>
${edition.orphans.map((orphan) => entry(view, orphan, level + 1))}</section>
`;
}

/** Fragment id of one of them. */
export function orphanId({ id }: Orphan): string {
  return `orphan-${id}`;
}

function entry(view: View, orphan: Orphan, level: number): Html {
  const { edition, labels } = view;
  const words = labels.revisions;
  const { verdict, text, difference, revision, before, after } = orphan;
  const source = edition.sources.find(({ id }) => id === orphan.source);
  const of = edition.sources.length > 1 && source ? html` (<bdi>${source.publisher}</bdi>)` : "";
  const shown = (parts: Printable) =>
    html`<bdi lang="${source?.language ?? edition.language}" dir="${source?.direction ?? "ltr"}">${parts}</bdi>`;
  const date = revision.captured === null ? null : writeDate(revision.captured, edition.language);
  const old = difference === null ? text : wording(difference, "removed");
  const rows: readonly (readonly [string, Printable])[] = [
    [words.before(date), text === null ? words.withheld : shown(old)],
    [words.now, now(view, orphan, shown)],
    [
      words.around,
      verdict !== "changed" &&
        before !== null &&
        html`${shown(html`${before} <span class="editorial">[…]</span> ${after}`)}`,
    ],
  ];
  return html`<div class="orphan" id="${orphanId(orphan)}"${origin(view, `annotation-${orphan.id}`)}>
${heading(level, html``, html`${words.verdicts[verdict]}${of}`)}
<dl class="facts-list">
${rows.map(([name, value]) => value !== null && value !== false && html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
<p class="orphan-note">${meaning(view, orphan)}</p>
</div>
`;
}

/** What stands in its place; nothing where it is gone. */
function now(
  { labels }: View,
  { verdict, difference }: Orphan,
  shown: (parts: Printable) => Html,
): Printable {
  if (difference !== null) return shown(wording(difference, "added"));
  if (verdict === "lost") return null;
  return verdict === "changed" ? labels.revisions.withheld : labels.revisions.untold;
}

/** One of the two wordings whole, with what the other has not marked, its outer spaces apart. */
function wording(parts: readonly DiffPart[], own: "removed" | "added"): readonly Html[] {
  return parts.flatMap(({ kind, text }) => {
    if (kind === "same") return [html`${text}`];
    if (kind !== own) return [];
    const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    const marked = own === "removed" ? html`<del>${words}</del>` : html`<ins>${words}</ins>`;
    return [html`${before}${marked}${after}`];
  });
}
