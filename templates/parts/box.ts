// A background box, set apart by a rule and a tint: on the briefing, on its own page and in print.
import type { Box } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import { changedClass, changeMark } from "./changed.ts";
import { heading } from "./heading.ts";
import { link } from "./link.ts";
import { passageList } from "./passage-list.ts";
import { type Citing, inlineProse, prose } from "./prose.ts";
import type { View } from "./view.ts";

/** Letters up to which a box is kept on one page. */
const shortBox = 1400;

/** A box within an edition. */
export function boxPart(view: View, box: Box, level: number): Html {
  const citing = { citations: box.citations, href: view.links.citation };
  const title = view.medium === "web" ? link(view.links.box(box.id), box.title) : html`${box.title}`;
  const length = box.body.length + (box.summary?.length ?? 0) + (box.since?.length ?? 0);
  return html`<aside class="box${length <= shortBox && " short"}${changedClass(view, "box", box.id)}" id="box-${box.id}" aria-labelledby="box-${box.id}-title">
<div class="box-head">${heading(level, html` class="box-title" id="box-${box.id}-title"`, title)}
${boxFacts(box, view.labels, citing)}${changeMark(view, "box", box.id)}</div>
${boxBody(box, view.labels, citing, level + 1)}
${view.medium === "web" && passageList(view, view.labels.pack.namedIn, box.passages)}
</aside>
`;
}

/** What stands right below the title. */
export function boxFacts(box: Box, labels: Labels, citing: Citing): Html {
  const { language } = labels;
  const type = box.type && (labels.pack.boxTypes[box.type] ?? box.type);
  const days = [
    box.asOf && labels.pack.asOf(writeDate(box.asOf, language)),
    box.reviewBy && labels.pack.reviewBy(writeDate(box.reviewBy, language)),
  ];
  return html`<p class="facts">${join([type, join(days, labels.units.listSeparator)], ". ")}</p>
${box.summary !== null && html`<p class="box-summary">${inlineProse(box.summary, citing)}</p>`}`;
}

/** Everything below that. `level` is that of the headings in it. */
export function boxBody(box: Box, labels: Labels, citing: Citing, level: number): Html {
  return html`${prose(box.body, citing, level)}
${box.since !== null && html`<div class="since">${heading(level, html` class="since-title"`, labels.pack.since)}${prose(box.since, citing, level + 1)}</div>`}`;
}
