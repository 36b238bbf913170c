// Every marked passage of the sources as a list: where it stands, its words, and what it is marked as.
import type { Annotation } from "../../scripts/model/edition.ts";
import { type Html, html, isolate } from "../html.ts";
import { link } from "./link.ts";
import { type Marked, mannerOf, mannerWords } from "./manner.ts";
import { personName } from "./name.ts";
import { inlineProse } from "./prose.ts";
import type { View } from "./view.ts";

export function markedPassages(view: View): Html {
  const { register, passages } = view.labels;
  return html`<table class="marked">
<thead><tr><th scope="col" class="figure">${register.paragraph}</th><th scope="col">${register.words}</th><th scope="col">${passages.markedAs}</th></tr></thead>
<tbody>
${view.edition.annotations.map((annotation) => row(view, annotation))}</tbody>
</table>`;
}

function row(view: View, annotation: Annotation): Html {
  const { labels, links, edition } = view;
  const source = edition.sources.find((one) => one.id === annotation.source);
  const words =
    annotation.text === null
      ? labels.passages.withheld
      : isolate(
          annotation.text.replace(/\s+/g, " "),
          source?.language ?? edition.language,
          source?.direction ?? "ltr",
        );
  const where = annotation.paragraph ?? labels.pack.passage;
  return html`<tr><td class="figure" data-label="${labels.register.paragraph}">${link(links.passage(annotation.id), where)}</td><td data-label="${labels.register.words}">${words}</td><td data-label="${labels.passages.markedAs}">${meaning(view, annotation)}</td></tr>
`;
}

/** What a passage is marked as, with the note on it. */
export function meaning(view: View, marked: Marked): Html {
  const { labels, links, edition } = view;
  const { body } = marked;
  const kind = labels.passages.kinds[body.kind];
  if (body.kind === "quotation")
    return html`${personName(view, body.speaker)}, ${mannerWords(view, mannerOf(view, marked) ?? body.form)}`;
  if (body.kind === "note") {
    return html`${kind}: ${inlineProse(body.text, { citations: edition.citations, href: links.citation })}`;
  }
  if (body.kind === "sic") return html`${kind}: ${body.text}`;
  if (body.kind === "box") {
    const box = edition.boxes.find((one) => one.id === body.id);
    return html`${kind}: ${link(links.box(body.id), box?.title ?? body.id)}`;
  }
  const entries = [...edition.people, ...edition.organisations, ...edition.places, ...edition.terms];
  const entry = entries.find((one) => one.kind === body.kind && one.id === body.id);
  return html`${kind}: ${link(links.entry(body.kind, body.id), entry?.name ?? body.id)}`;
}
