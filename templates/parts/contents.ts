// The contents of a briefing page.
import { type Html, html } from "../html.ts";
import { sectionId } from "./sections.ts";
import type { View } from "./view.ts";

/** Nothing on a page of one or two sections. */
export function contents(view: View): Html | null {
  if (view.sections.length < 3) return null;
  const { labels } = view;
  return html`<nav class="contents" aria-label="${labels.navigation.onThisPage}">
<p class="contents-title" aria-hidden="true">${labels.navigation.onThisPage}</p>
<ol>
${view.sections.map((name) => html`<li><a href="#${sectionId(name)}">${labels.sections[name]}</a></li>\n`)}${view.edition.orphans.length > 0 && html`<li><a href="${view.links.orphans}">${labels.revisions.title}</a></li>\n`}</ol>
</nav>
`;
}
