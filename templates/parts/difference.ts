// A text that was reworded, with the words that were taken out and put in; or one that came or went whole.
import type { FieldChange } from "../../scripts/model/changes.ts";
import type { DiffPart } from "../../scripts/model/edition.ts";
import { type Html, html, type Printable } from "../html.ts";

/** Letters of unchanged text beside a change that are shown; what is left out in between is […]. */
const around = 90;

export function difference({
  from,
  to,
  difference: parts,
}: Pick<FieldChange, "from" | "to" | "difference">): Html {
  if (parts !== null)
    return html`${parts.map((part, index) => [gap(parts[index - 1], part), written(part, index, parts.length)])}`;
  if (to !== null) return html`${to}`;
  return html`<del>${from}</del>`;
}

function written({ kind, text }: DiffPart, index: number, count: number): Printable {
  if (kind === "added") return html`<ins>${text}</ins>`;
  if (kind === "removed") return html`<del>${text}</del>`;
  const before = index > 0 ? around : 0;
  const after = index < count - 1 ? around : 0;
  if ([...text].length <= before + after + 20) return text;
  return `${start(text, before)}${before + after === 0 ? "" : " […] "}${end(text, after)}`;
}

/** Words put in stand apart from those that they replace, so that no letters join. */
function gap(before: DiffPart | undefined, { kind }: DiffPart): string {
  return kind === "added" && before?.kind === "removed" && !/\s$/.test(before.text) ? " " : "";
}

/** As many whole words as fit, from the start or the end. */
function start(text: string, length: number): string {
  return length === 0 ? "" : text.slice(0, length).replace(/\s\S*$/, "");
}

function end(text: string, length: number): string {
  return length === 0 ? "" : text.slice(-length).replace(/^\S*\s/, "");
}
