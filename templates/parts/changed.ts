// The marks of what an edition changed: on a page a link to what changed, in print the class that carries a change bar.
import type { Change, ChangedKind } from "../../scripts/model/changes.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import type { View } from "./view.ts";

/** Changes that read as one line: one change, or the paragraphs of one source that fared alike. */
export type ChangeLine = { readonly id: string; readonly changes: readonly [Change, ...Change[]] };

/** In their order. Fragment ids count from 1: `change-1`. */
export function changeLines(changes: readonly Change[], prefix = "change"): readonly ChangeLine[] {
  const lines: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const alike = lines.find(
      ([one]) =>
        change.kind === "paragraph" &&
        one.kind === "paragraph" &&
        one.what === change.what &&
        one.source === change.source,
    );
    if (alike === undefined) lines.push([change]);
    else alike.push(change);
  }
  return lines.map((line, index) => ({ id: `${prefix}-${index + 1}`, changes: line }));
}

/** What the edition itself changed, by kind and id, with the fragment id of its line. */
export type Changed = ReadonlyMap<string, { readonly what: Change["what"]; readonly line: string }>;

export function changedIn({ changes }: Edition): Changed {
  const [latest] = changes;
  return new Map(
    changeLines(latest?.changes ?? []).flatMap(({ id, changes: alike }) =>
      alike.flatMap(({ kind, id: record, what }) =>
        what === "added" || what === "changed" ? [[key(kind, record), { what, line: id }] as const] : [],
      ),
    ),
  );
}

/** The style sheet of changes, for pages that may show any. */
export function changeSheets({ changes }: Edition): readonly string[] {
  return changes.length > 0 ? ["changes.css"] : [];
}

/** ` changed` on a record that this edition changed, for its class; nothing on others. */
export function changedClass({ changed }: View, kind: ChangedKind, id: string): string {
  return changed.has(key(kind, id)) ? " changed" : "";
}

/** The same as an attribute, for an element that has no class of its own. */
export function changedAttribute(view: View, kind: ChangedKind, id: string): Html | null {
  return view.changed.has(key(kind, id)) ? html` class="changed"` : null;
}

/** The fragment id that leads to a record that has no other; only where something changed. */
export function changedId(view: View, kind: ChangedKind, id: string): Html | null {
  return view.changed.has(key(kind, id)) ? html` id="${kind}-${id}"` : null;
}

/** On a page: where it is told what changed. Nothing in print, where the bar says it and the section lists it. */
export function changeMark(
  { changed, labels, edition, links }: View,
  kind: ChangedKind,
  id: string,
): Html | null {
  const change = changed.get(key(kind, id));
  if (change === undefined || links.changes === null) return null;
  const words = (change.what === "added" ? labels.changes.newIn : labels.changes.changedIn)(edition.edition);
  return html` <a class="change-mark" href="${links.changes}#${change.line}">${words}</a>`;
}

function key(kind: ChangedKind, id: string): string {
  return `${kind} ${id}`;
}
