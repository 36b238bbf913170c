// What stands beside a paragraph: who speaks in it and how, its notes, and the boxes that explain it.
import type { Annotation, SourceBlock } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { link } from "./link.ts";
import { personName } from "./name.ts";
import { marginNote } from "./note.ts";
import type { View } from "./view.ts";

/** Nothing where there is nothing to say. In print notes are at the foot and boxes follow, so only speakers remain. */
export function margin(view: View, block: SourceBlock): Html | null {
  const opened = named(view, block, "opens");
  const lines = speakers(view, opened);
  if (view.medium === "web") {
    lines.push(...boxLines(view, opened));
    lines.push(...named(view, block, "closes").flatMap((annotation) => marginNote(view, annotation) ?? []));
  }
  if (lines.length === 0) return null;
  const { language, direction } = view.edition;
  return html`<div class="margin" lang="${language}" dir="${direction}">${lines}</div>`;
}

function named(view: View, block: SourceBlock, end: "opens" | "closes"): readonly Annotation[] {
  return block.segments.flatMap((segment) => segment[end]).flatMap((id) => view.annotation(id) ?? []);
}

/** One line a speaker: the sign that marks the words in the text, the name, and whether the words are the speaker's own. */
function speakers(view: View, annotations: readonly Annotation[]): Html[] {
  const { passages } = view.labels;
  const forms = new Map<string, Set<"direct" | "indirect">>();
  for (const { body } of annotations) {
    if (body.kind === "quotation") {
      forms.set(body.speaker, (forms.get(body.speaker) ?? new Set()).add(body.form));
    }
  }
  return [...forms].map(([speaker, used]) => {
    const sign = view.medium === "web" && html`<b class="sign">${view.sigla.get(speaker)}</b> `;
    const said = join(
      [...used].map((form) => passages[form]),
      view.labels.units.listSeparator,
    );
    return html`<p class="speaker">${sign}${personName(view, speaker)}, ${said}</p>`;
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
