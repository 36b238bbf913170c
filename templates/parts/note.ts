// Notes: the call in the text and the note itself, which stands in the margin of a page or at the foot of a printed one.
import type { Annotation } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { origin } from "./origin.ts";
import { inlineProse } from "./prose.ts";
import type { View } from "./view.ts";

/** The call on a page; in print the note itself, which the paginator moves to the foot and calls by its counter. */
export function noteCall(view: View, annotation: Annotation): Html | null {
  const number = view.notes.get(annotation.id);
  if (number === undefined) return null;
  if (view.medium === "print") {
    const { language, direction } = view.edition;
    return html`<span class="footnote"${origin(view, `annotation-${annotation.id}`)} lang="${language}" dir="${direction}">${noteText(view, annotation)}</span>`;
  }
  const label = view.labels.passages.note(number);
  return html`<sup class="call"><a id="call-${number}" href="#note-${number}" aria-label="${label}">${number}</a></sup>`;
}

/** The note beside its paragraph, with the way back to its call. */
export function marginNote(view: View, annotation: Annotation): Html | null {
  const number = view.notes.get(annotation.id);
  if (number === undefined) return null;
  const back = view.labels.passages.backToText;
  return html`<p class="note" id="note-${number}"><a class="note-number" href="#call-${number}" title="${back}">${number}</a> ${noteText(view, annotation)}</p>`;
}

function noteText(view: View, { body }: Annotation): Html | null {
  const { edition, labels, links } = view;
  if (body.kind === "note") {
    return inlineProse(body.text, { citations: edition.citations, href: links.citation });
  }
  if (body.kind === "sic") return html`<em>${labels.passages.sic}</em>: ${body.text}`;
  return null;
}
