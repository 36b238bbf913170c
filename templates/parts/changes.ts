// What an edition changed, as a list: each record by the name that a reader knows, what became of it, and its words.
import type { Change, EditionChanges, FieldChange } from "../../scripts/model/changes.ts";
import { type Html, html, join, type Printable } from "../html.ts";
import { changeLines } from "./changed.ts";
import { changedFields, isText } from "./changed-fields.ts";
import { difference } from "./difference.ts";
import { link } from "./link.ts";
import type { View } from "./view.ts";

/** `target`: fragment id of a record as it stands now → the link to it, with its page in print; null leads nowhere. */
export type Target = (id: string, words: Printable) => Html;

/** `prefix`: of the fragment ids of its lines. */
export function changeList(
  view: View,
  { changes }: EditionChanges,
  target: Target | null,
  prefix = "change",
): Html {
  if (changes.length === 0) return html`<p>${view.labels.changes.none}</p>`;
  const lines = changeLines(changes, prefix);
  return html`<ul class="changes">
${lines.map(
  ({ id, changes: alike }) =>
    html`<li id="${id}">${alike[0].kind === "paragraph" ? paragraphs(view, alike, target) : line(view, alike[0], target)}</li>\n`,
)}</ul>`;
}

function line(view: View, change: Change, target: Target | null): Html {
  const { labels } = view;
  if (change.what === "reordered") return html`<p class="change">${labels.changes.reordered}</p>`;
  const statements = change.what === "changed" ? changedFields(view, change) : [labels.changes[change.what]];
  const texts = change.fields.filter((field) => isText(field.name) && shown(change, field));
  return html`<p class="change">${named(view, change, target)}: ${join(statements, "; ")}</p>
${texts.map((field) => words(view, change, field))}`;
}

/** Texts that are reworded, and those that came or went whole. */
function shown({ what, kind }: Change, { name, difference: parts, from, to }: FieldChange): boolean {
  if (what === "changed") return parts !== null;
  if (from === null && to === null) return false;
  return kind === "quotation" ? name === "words" : name === "text" || name === "note" || name === "sic";
}

function words(view: View, { language, source }: Change, field: FieldChange): Html {
  const own = view.edition.sources.find(({ publisher }) => publisher === source);
  const foreign =
    field.name === "words" &&
    language !== null &&
    html` lang="${language}" dir="${own?.direction ?? "auto"}"`;
  return html`<p class="change-words"${foreign}>${difference(field)}</p>
`;
}

/** The record as a reader knows it, leading to where it stands now. */
function named(view: View, change: Change, target: Target | null): Html {
  const { labels } = view;
  const id = change.what === "removed" ? null : fragmentOf(view, change);
  const to = (text: Printable) => (id === null || target === null ? html`${text}` : target(id, text));
  if (change.kind === "prose") {
    const name = change.id as keyof typeof labels.sections;
    return to(Object.hasOwn(labels.sections, name) ? labels.sections[name] : change.id);
  }
  if (change.kind === "key-point") return to(labels.changes.keyPoint(change.label));
  if (change.kind === "paragraph") return to(labels.pack.paragraph(change.label));
  const kind = labels.changes.kinds[change.kind];
  if (change.label === "") return to(kind);
  const label = html`<bdi${change.kind === "annotation" && change.language !== null && html` lang="${change.language}"`}>${change.label}</bdi>`;
  return html`${kind} ${to(label)}`;
}

/** Where the record stands on the briefing; null where it stands nowhere of its own. */
function fragmentOf({ sections, annotation, links }: View, { kind, id }: Change): string | null {
  const has = (name: (typeof sections)[number]) => sections.includes(name);
  switch (kind) {
    case "prose":
      return has(id as (typeof sections)[number]) ? id.replace("_", "-") : null;
    case "key-point":
      return has("key_points") ? `key-point-${id}` : null;
    case "timeline":
      return has("timeline") ? `timeline-${id}` : null;
    case "box":
      return links.boxHere(id)?.slice(1) ?? null;
    case "source":
      return has("article") ? `source-${id}` : null;
    case "paragraph":
      return has("article") ? id : null;
    case "quotation":
    case "annotation":
      return has("article") && annotation(id) !== undefined ? `a-${id}` : null;
    case "reference":
      return has("references") ? `ref-${id}` : null;
    case "pack":
      return null;
    default:
      return has("people") ? `${kind}-${id}` : null;
  }
}

function paragraphs(view: View, alike: readonly Change[], target: Target | null): Html {
  const { labels } = view;
  const [first] = alike;
  const what = first?.what === "added" || first?.what === "removed" ? first.what : "changed";
  const several = view.edition.sources.length > 1;
  const numbers = alike.map((change) => {
    const stands = view.sections.includes("article") && target !== null;
    return stands ? target(change.id, change.label) : link(null, change.label);
  });
  return html`<p class="change">${several && html`<bdi>${first?.source}</bdi>: `}${labels.changes.paragraphs[what](alike.length)}: ${join(numbers, labels.units.listSeparator)}</p>`;
}
