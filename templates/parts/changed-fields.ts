// What is said of each field of a record that changed, in a phrase: confidence raised, date moved, role changed from one to another.
import type { Change, FieldChange } from "../../scripts/model/changes.ts";
import { type Html, html, type Printable } from "../html.ts";
import { writeDate, writeLanguage } from "../labels/dates.ts";
import type { Labels } from "../labels/labels.ts";
import type { View } from "./view.ts";

/** Fields that are running text: they are told by their words and not from one to the other. */
const texts = new Set(["text", "words", "shown", "summary", "since", "note", "sic"]);

/** Letters up to which the two values of a field are told in full. */
const short = 80;

export function isText(name: string): boolean {
  return texts.has(name);
}

/** One phrase a field. */
export function changedFields({ labels }: View, change: Change): readonly Printable[] {
  return change.fields.map((field) => phrase(labels, change, field));
}

function phrase(labels: Labels, { kind }: Change, field: FieldChange): Printable {
  const words = labels.changes;
  const { name, from, to } = field;
  const noun = (Object.hasOwn(words.fields, name) && words.fields[name]) || name;
  if (name === "support" || name === "cites" || name === "revision") return words[name];
  if (name === "standing") return to === null ? words.standsAgain : words.standing;
  if (isText(name)) {
    if (from === null && to === null) return words.fieldChanged(noun);
    if (from === null) return html`${words.fieldAdded(noun)} <ins>${to}</ins>`;
    if (to === null) return html`${words.fieldRemoved(noun)} <del>${from}</del>`;
    return name === "text" ? words.reworded : words.fieldReworded(noun);
  }
  const before = from === null ? null : value(labels, kind, name, from);
  const after = to === null ? null : value(labels, kind, name, to);
  if (before === null) return html`${words.fieldAdded(noun)} ${after}`;
  if (after === null) return html`${words.fieldRemoved(noun)} ${before}`;
  if (name === "confidence") return confidence(labels, field);
  if ((from?.length ?? 0) > short || (to?.length ?? 0) > short) return words.fieldChanged(noun);
  const [first, between] = name === "date" ? words.dateMoved : words.fromTo(noun);
  return html`${first} ${before} ${between} ${after}`;
}

const levels = ["low", "moderate", "high"] as const;

function confidence({ changes: words }: Labels, { from, to }: FieldChange): string {
  const [before, after] = [level(from), level(to)];
  const told = (index: number) => words.confidence[levels[index] ?? "low"];
  return (after > before ? words.raised : words.lowered)(told(before), told(after));
}

function level(word: string | null): number {
  return levels.indexOf(word as (typeof levels)[number]);
}

const dates = new Set(["date", "until", "as_of", "review_by", "died", "published", "captured"]);

/** A value in the words of the page: dates written out, terms of ours in its language, all else quoted. */
function value(labels: Labels, kind: Change["kind"], name: string, text: string): Html {
  const { language } = labels;
  const [open, close] = labels.changes.quote;
  if (dates.has(name)) return html`<span class="nowrap">${writeDate(text, language)}</span>`;
  if (name === "language") return html`${writeLanguage(text, language)}`;
  if (name === "confidence") return html`${labels.changes.confidence[levels[level(text)] ?? "low"]}`;
  if (name === "form" && (text === "direct" || text === "indirect")) return html`${labels.passages[text]}`;
  if (name === "publish" && (text === "full" || text === "excerpts" || text === "none"))
    return html`${labels.changes.terms[text]}`;
  if (name === "type" && kind === "box")
    return html`<bdi>${(Object.hasOwn(labels.pack.boxTypes, text) && labels.pack.boxTypes[text]) || text}</bdi>`;
  if (name === "marking" || name === "grade" || name === "position")
    return html`<bdi dir="ltr">${text}</bdi>`;
  return html`${open}<bdi>${text}</bdi>${close}`;
}
