// At the head of a briefing: that a source was changed after it was captured, and what that did to the notes on it.
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import type { View } from "./view.ts";

/** The style sheet of what is said of changed sources, for pages that say it. */
export function revisionSheets({ sources, orphans }: Edition): readonly string[] {
  return orphans.length > 0 || sources.some(({ changed }) => changed) ? ["revisions.css"] : [];
}

/** A line for each source whose words changed; nothing where none did. */
export function announcement(view: View): Html | null {
  const { edition, labels, links } = view;
  const changed = edition.sources.filter((source) => source.changed);
  if (changed.length === 0) return null;
  const lines = changed.map(({ id, publisher }) => {
    const fallen = edition.orphans.filter(({ source }) => source === id).length;
    const standing = edition.annotations.filter(({ source }) => source === id).length;
    return labels.revisions.announced(publisher, fallen, fallen + standing);
  });
  const list =
    edition.orphans.length > 0 &&
    html` <a href="${links.orphans}">${labels.revisions.toList}</a>${page(view)}.`;
  return html`<p class="announcement">${lines.join(" ")}${list}</p>
`;
}

function page({ medium, labels }: View): Html | false {
  return medium === "print" && html`, ${labels.print.page} <span data-page-of="orphans"></span>`;
}
