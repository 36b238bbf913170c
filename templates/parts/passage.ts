// The segments of a block as text under its marks: nested where passages nest, split where they overlap, links never inside links.
import type { Annotation, Segment, SourceBlock } from "../../scripts/model/edition.ts";
import { type Html, html, type Printable, raw } from "../html.ts";
import { glanceButton } from "./glance.ts";
import { mannerOf } from "./manner.ts";
import { noteCall } from "./note.ts";
import { inkOf } from "./sigla.ts";
import type { View } from "./view.ts";

type Mark = { readonly annotation: Annotation; readonly href: string | null };

/** The text of a block. Each passage has the id `a-<annotation>` on its first segment. */
export function markedText(view: View, block: SourceBlock): Html {
  const parts: Printable[] = [];
  let open: readonly Mark[] = [];
  let withheld = false;
  for (const segment of block.segments) {
    const marks = marksOf(view, segment);
    const kept = sharedLength(open, marks, segment);
    parts.push(closing(open, kept), opening(view, marks, kept, segment));
    open = marks;
    if (segment.text !== null) parts.push(segment.text);
    else if (!withheld || marks.length > 0) {
      parts.push(html` <span class="withheld" title="${view.labels.passages.withheld}">[…]</span> `);
    }
    withheld = segment.text === null;
    const additions = segment.closes.map((id) => addition(view, id));
    const buttons = segment.closes.flatMap((id) => buttonAfter(view, id));
    if (additions.some((one) => one !== null)) {
      parts.push(closing(open, 0), buttons, additions);
      open = [];
    } else if (buttons.length > 0) {
      const outside = open.findIndex(({ annotation }) => segment.closes.includes(annotation.id));
      parts.push(closing(open, outside), buttons);
      open = open.slice(0, outside);
    }
  }
  return html`${parts}${closing(open, 0)}`;
}

/** Outermost first. The innermost mark that leads somewhere is the link. */
function marksOf(view: View, segment: Segment): readonly Mark[] {
  const annotations = segment.annotations.flatMap((id) => view.annotation(id) ?? []);
  const targets = annotations.map((annotation) => targetOf(view, annotation));
  const linked = targets.findLastIndex((target) => target !== null);
  return annotations.map((annotation, index) => ({
    annotation,
    href: index === linked ? (targets[index] ?? null) : null,
  }));
}

function targetOf(view: View, { body }: Annotation): string | null {
  if (body.kind === "box") return view.links.box(body.id);
  if (body.kind === "quotation" || body.kind === "note" || body.kind === "sic") return null;
  return view.links.entry(body.kind, body.id);
}

/** How many of the open marks run on into this segment: the same ones from the outside in. */
function sharedLength(open: readonly Mark[], marks: readonly Mark[], segment: Segment): number {
  const differs = marks.findIndex(
    (mark, index) =>
      open[index]?.annotation.id !== mark.annotation.id ||
      open[index]?.href !== mark.href ||
      segment.opens.includes(mark.annotation.id),
  );
  return differs === -1 ? Math.min(open.length, marks.length) : differs;
}

function opening(view: View, marks: readonly Mark[], from: number, segment: Segment): readonly Html[] {
  return marks.slice(from).map(({ annotation, href }) => {
    const id = segment.opens.includes(annotation.id) && html` id="a-${annotation.id}"`;
    const name = classOf(view, annotation);
    return href === null ? html`<span${id} class="${name}">` : html`<a${id} class="${name}" href="${href}">`;
  });
}

function closing(marks: readonly Mark[], to: number): readonly Html[] {
  return marks
    .slice(to)
    .reverse()
    .map(({ href }) => raw(href === null ? "</span>" : "</a>"));
}

function classOf(view: View, annotation: Annotation): string {
  const { body } = annotation;
  if (body.kind !== "quotation") return `passage names-${body.kind}`;
  const ink = view.medium === "web" ? ` ${inkOf(view.sigla, body.speaker)}` : "";
  const own = mannerOf(view, annotation) === "own" ? " own" : "";
  return `passage quotation ${body.form}${own}${ink}`;
}

/** The button that opens in place what a passage is about, outside the passage and never in a link. */
function buttonAfter(view: View, id: string): readonly Html[] {
  const annotation = view.annotation(id);
  const button = annotation === undefined ? null : glanceButton(view, annotation);
  return button === null ? [] : [button];
}

/** What the desk adds where a passage ends, outside the source's words. */
function addition(view: View, id: string): Html | null {
  const annotation = view.annotation(id);
  if (annotation === undefined) return null;
  const { body } = annotation;
  const call = noteCall(view, annotation);
  if (body.kind === "sic") return html` <span class="editorial">[${view.labels.passages.sic}]</span>${call}`;
  if (body.kind === "quotation" && view.medium === "web") {
    return html`<span class="siglum ${inkOf(view.sigla, body.speaker)}" aria-hidden="true" data-siglum="${view.sigla.get(body.speaker)}"></span>`;
  }
  return call;
}
