// The sections of a briefing in the edition's order: each section name and the part that fills it.
import type { SectionName } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { articles } from "./article.ts";
import { boxPart } from "./box.ts";
import { changedClass, changeMark } from "./changed.ts";
import { keyPoints } from "./key-points.ts";
import { prose } from "./prose.ts";
import { quotations } from "./quotations.ts";
import { referenceList } from "./references.ts";
import { timeline } from "./timeline.ts";
import type { View } from "./view.ts";
import { whoIsWho } from "./who-is-who.ts";

type Part = (view: View) => Html | null;

/** Written by the pack's own hand, citations numbered for it. */
function own(field: "summary" | "analysis" | "assessment" | "notSaid"): Part {
  return (view) =>
    prose(view.edition[field], { citations: view.edition.citations, href: view.links.citation }, 3);
}

export const parts: Readonly<Record<SectionName, Part>> = {
  summary: own("summary"),
  key_points: keyPoints,
  article: (view) => articles(view, 3),
  analysis: own("analysis"),
  boxes: (view) => html`${view.edition.boxes.map((box) => boxPart(view, box, 3))}`,
  people: whoIsWho,
  timeline,
  quotations,
  assessment: own("assessment"),
  not_said: own("notSaid"),
  references: (view) => referenceList(view.edition.references, view.labels, view.medium, view),
};

/** Fragment id of a section. */
export function sectionId(name: SectionName): string {
  return name.replace("_", "-");
}

/** One section under its heading. */
export function section(view: View, name: SectionName, filling: Html | null): Html {
  const id = sectionId(name);
  return html`<section class="section-${id}${changedClass(view, "prose", name)}" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${view.labels.sections[name]}</h2>${changeMark(view, "prose", name)}
${filling}
</section>
`;
}
