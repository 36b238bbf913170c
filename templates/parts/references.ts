// The numbered references.
import type { Reference } from "../../scripts/model/edition.ts";
import { type Html, html, join } from "../html.ts";
import { writeDate } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import { changedAttribute, changeMark } from "./changed.ts";
import { external, isFollowable } from "./link.ts";
import type { View } from "./view.ts";

/** Each has the id `ref-<number>`. In print the numbers are text, so that they survive any break of the list. `view`: of an edition. */
export function referenceList(
  references: readonly Reference[],
  labels: Labels,
  medium: View["medium"],
  view: View | null = null,
): Html {
  return html`<ol class="references">
${references.map((reference, index) => html`<li id="ref-${reference.number}"${medium === "web" && reference.number !== index + 1 && html` value="${reference.number}"`}${view && changedAttribute(view, "reference", `${reference.number}`)}>${medium === "print" && html`<span class="reference-number">${reference.number}</span> `}<p>${entry(reference, labels, medium)}${view && changeMark(view, "reference", `${reference.number}`)}</p></li>\n`)}</ol>`;
}

/** The address is printed where there is nothing to follow. */
function entry(
  { title, publisher, date, url, note }: Reference,
  labels: Labels,
  medium: View["medium"],
): Html {
  const facts = join(
    [publisher && html`<bdi>${publisher}</bdi>`, date && writeDate(date, labels.language)],
    labels.units.listSeparator,
  );
  return html`<cite>${external(url, html`<bdi>${title}</bdi>`)}</cite>. ${(publisher ?? date) && html`${facts}.`} ${note && html`<span class="reference-note"><bdi>${note}</bdi></span>`} ${url && (medium === "print" || !isFollowable(url)) && html`<span class="address" dir="ltr">${url}</span>`}`;
}
