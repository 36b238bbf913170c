// What stands beside a paragraph: who speaks in it and how, its notes, and the boxes that explain it.

import { wrap } from "../../scripts/figures/text-width.ts";
import type { Annotation, SourceBlock } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { changeMark } from "./changed.ts";
import { link } from "./link.ts";
import { type Manner, mannerOf, mannerWords } from "./manner.ts";
import { personName } from "./name.ts";
import { marginNote } from "./note.ts";
import { inkOf } from "./sigla.ts";
import type { View } from "./view.ts";

/** Nothing where there is nothing to say. In print notes are at the foot and boxes follow. */
export function margin(view: View, block: SourceBlock): Html | null {
  const lines = linesOf(view, block);
  if (lines.length === 0) return null;
  return html`<div class="margin">${lines}</div>`;
}

/**
 * In print: how a paragraph may break so that what stands beside it never stands lower than its text on the page.
 * `whole` not at all, `start-4` after four lines at least.
 */
export function keepTogether(view: View, block: SourceBlock): string | null {
  const beside = linesOf(view, block).flatMap((line) => wrap(plain(line), besideWidth)).length;
  if (beside < 3) return null;
  const lines = Math.ceil((beside * besideLeading) / textLeading);
  const letters = block.segments.reduce((sum, { text }) => sum + (text?.length ?? 5), 0);
  return letters < (lines + 2) * lineLetters ? "whole" : `start-${Math.min(Math.max(lines, 3), mostKept)}`;
}

/** Of print-article.css: ems of 8 points in the margin, its leading and the text's in points with the space between labels. */
const besideWidth = 9;
const besideLeading = 11.5;
const textLeading = 14.5;
/** Letters of a line, at most; lines that a style holds together, at most. */
const lineLetters = 75;
const mostKept = 12;

function plain(line: Html): string {
  return String(line).replace(/<[^>]*>/g, "");
}

function linesOf(view: View, block: SourceBlock): readonly Html[] {
  const opened = named(view, block, "opens");
  const lines = [...speakers(view, opened)];
  const mark = changeMark(view, "paragraph", block.id);
  if (mark !== null) lines.unshift(html`<p>${mark}</p>`);
  if (view.medium === "print") lines.push(...termLines(view, opened));
  if (view.medium === "web") {
    lines.push(...boxLines(view, opened));
    lines.push(...named(view, block, "closes").flatMap((annotation) => marginNote(view, annotation) ?? []));
  }
  return lines;
}

function named(view: View, block: SourceBlock, end: "opens" | "closes"): readonly Annotation[] {
  return block.segments.flatMap((segment) => segment[end]).flatMap((id) => view.annotation(id) ?? []);
}

/** One line a speaker: the sign that marks the words in the text, the name, and whether the words are the speaker's own. */
function speakers(view: View, annotations: readonly Annotation[]): Html[] {
  const manners = new Map<string, Set<Manner>>();
  for (const annotation of annotations) {
    const { body } = annotation;
    const manner = mannerOf(view, annotation);
    if (body.kind !== "quotation" || manner === null) continue;
    manners.set(body.speaker, (manners.get(body.speaker) ?? new Set()).add(manner));
  }
  return [...manners].map(([speaker, used]) => {
    const sign =
      view.medium === "web" &&
      html`<b class="sign ${inkOf(view.sigla, speaker)}">${view.sigla.get(speaker)}</b> `;
    const said = join(
      [...used].map((manner) => mannerWords(view, manner)),
      view.labels.units.listSeparator,
    );
    return html`<p class="speaker">${sign}${personName(view, speaker)}, ${said}</p>`;
  });
}

/** In print: the page of a term's definition, where the term first stands. */
function termLines(view: View, annotations: readonly Annotation[]): readonly Html[] {
  const { edition, labels, links } = view;
  const terms = edition.terms.filter((term) => annotations.some(({ id }) => id === term.passages[0]));
  return terms.flatMap((term) => {
    const place = links.entry("term", term.id);
    if (place === null || term.note === null) return [];
    return [
      html`<p class="see"><a href="${place}">${term.name}: ${labels.print.page} <span data-page-of="${place.slice(1)}"></span></a></p>`,
    ];
  });
}

function boxLines(view: View, annotations: readonly Annotation[]): readonly Html[] {
  const ids = annotations.flatMap(({ body }) => (body.kind === "box" ? [body.id] : []));
  const boxes = view.edition.boxes.filter((box) => ids.includes(box.id));
  return boxes.map(
    (box) =>
      html`<p class="see">${view.labels.passages.box}: ${link(view.links.boxHere(box.id) ?? view.links.box(box.id), box.title)}</p>`,
  );
}
