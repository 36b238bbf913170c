// The sources as articles with numbered paragraphs, each with what the desk says beside it.
import type { Source, SourceBlock } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { boxPart } from "./box.ts";
import { changedClass } from "./changed.ts";
import { heading } from "./heading.ts";
import { keepTogether, margin } from "./margin.ts";
import { markedText } from "./passage.ts";
import { type Entry, inLists } from "./source-list.ts";
import type { View } from "./view.ts";
import { withdrawn } from "./withdrawn.ts";

/** Every source of the edition. `level` is that of a source's own title, or of its headings where it has none. */
export function articles(view: View, level: number): Html {
  const several = view.edition.sources.length > 1;
  return html`${view.edition.sources.map((source) => article(view, source, level, several))}`;
}

function article(view: View, source: Source, level: number, several: boolean): Html {
  const titled = several || (source.title !== null && !holdsTitle(source));
  const levels = headingLevels(source, titled ? level + 1 : level);
  const { source: words } = view.labels;
  const { reading } = view.labels;
  const copying =
    view.medium === "web" && html` data-copy="${reading.copyLink}" data-copied="${reading.linkCopied}"`;
  return html`<article class="source" id="source-${source.id}"${copying} aria-label="${source.title ?? source.publisher}">
${titled && heading(level, html` class="source-title" lang="${source.title === null ? view.edition.language : source.language}" dir="auto"`, source.title ?? source.publisher)}
${source.publish !== "full" && html`<p class="terms">${source.publish === "none" ? words.none : words.excerpts}</p>`}
${inLists(source, entriesOf(view, source, levels))}${withdrawn(view, source, null)}
</article>`;
}

function entriesOf(view: View, source: Source, levels: ReadonlyMap<number, number>): readonly Entry[] {
  return source.blocks.map((block) => ({
    item: isItem(view, block),
    before: withdrawn(view, source, block.id),
    part: blockPart(view, source, block, levels),
    after: boxesAfter(view, block),
  }));
}

/** On a screen, what stands beside a paragraph is placed by a grid that lists have not. */
function isItem({ medium }: View, { kind }: SourceBlock): boolean {
  return medium === "print" && kind === "list-item";
}

function blockPart(
  view: View,
  source: Source,
  block: SourceBlock,
  levels: ReadonlyMap<number, number>,
): Html {
  const language = html` id="${block.id}" lang="${source.language}" dir="${source.direction}"`;
  const text = markedText(view, block);
  if (block.kind === "heading") {
    return heading(levels.get(block.level ?? 1) ?? 6, html`${language} class="source-heading"`, text);
  }
  const number =
    block.number !== null &&
    html`<a class="number" href="#${block.id}" aria-label="${view.labels.pack.paragraph(block.number)}">${block.number}</a>`;
  const element =
    block.kind === "preformatted" ? html`<pre${language}>${text}</pre>` : html`<p${language}>${text}</p>`;
  const body = block.kind === "quote" ? html`<blockquote>${element}</blockquote>` : element;
  const kept = view.medium === "print" ? keepTogether(view, block) : null;
  const given = html` class="paragraph ${block.kind}${kept && ` ${kept}`}${changedClass(view, "paragraph", block.id)}"`;
  const parts = html`${number}${view.medium === "print" && margin(view, block)}${body}${view.medium === "web" && margin(view, block)}`;
  return isItem(view, block) ? html`<li${given}>${parts}</li>\n` : html`<div${given}>${parts}</div>\n`;
}

/** In print a box stands right after the paragraph in which its first passage starts. */
function boxesAfter(view: View, block: SourceBlock): readonly Html[] {
  if (view.medium !== "print") return [];
  const here = view.edition.boxes.filter(
    (box) => box.passages[0] !== undefined && view.annotation(box.passages[0])?.block === block.id,
  );
  return here.map((box) => boxPart(view, box, 3));
}

/** Whether the title stands in the text itself, as one of its headings. */
function holdsTitle(source: Source): boolean {
  const headings = source.blocks.filter((block) => block.kind === "heading");
  return headings.some((block) => block.segments.map(({ text }) => text).join("") === source.title);
}

/** The source's heading levels as ours, from the first one allowed and without gaps. */
function headingLevels(source: Source, first: number): ReadonlyMap<number, number> {
  const found = source.blocks.flatMap((block) => (block.kind === "heading" ? [block.level ?? 1] : []));
  const sorted = [...new Set(found)].sort((one, other) => one - other);
  return new Map(sorted.map((level, index) => [level, Math.min(6, first + index)]));
}
