// Who is quoted: every quotation in reading order with its speaker, its form and the way to it.
import type { Annotation } from "../../scripts/model/edition.ts";
import { type Html, html, isolate } from "../html.ts";
import { changedAttribute, changeMark } from "./changed.ts";
import { link } from "./link.ts";
import { mannerOf, mannerWords } from "./manner.ts";
import { personName } from "./name.ts";
import { origin } from "./origin.ts";
import { quotedFigure } from "./quoted-figure.ts";
import type { View } from "./view.ts";

export function quotations(view: View): Html {
  const { register } = view.labels;
  return html`${view.pictures && quotedFigure(view)}<table class="quotations">
<thead><tr><th scope="col" class="figure">${register.paragraph}</th><th scope="col">${register.speaker}</th><th scope="col">${register.words}</th></tr></thead>
<tbody>
${view.edition.annotations.map((annotation) => row(view, annotation))}</tbody>
</table>`;
}

function row(view: View, annotation: Annotation): Html | null {
  const { body, paragraph, text } = annotation;
  if (body.kind !== "quotation") return null;
  const { labels, links, edition } = view;
  const source = edition.sources.find((one) => one.id === annotation.source);
  const several = edition.sources.length > 1 && source;
  const words =
    text === null
      ? labels.passages.withheld
      : isolate(
          (body.shown ?? text).replace(/\s+/g, " "),
          source?.language ?? edition.language,
          source?.direction ?? "ltr",
        );
  const where = paragraph === null ? labels.pack.passage : paragraph;
  return html`<tr${changedAttribute(view, "quotation", annotation.id)}${origin(view, `annotation-${annotation.id}`)}><td class="figure" data-label="${labels.register.paragraph}">${link(links.passage(annotation.id), where)}${several && html` <span class="of">${several.publisher}</span>`}</td><th scope="row">${personName(view, body.speaker)} <span class="form">${mannerWords(view, mannerOf(view, annotation) ?? body.form)}</span>${changeMark(view, "quotation", annotation.id)}</th><td class="words ${body.form}" data-label="${labels.register.words}">${words}</td></tr>
`;
}
