// The handling marking, TLP 2.0 (first.org/tlp): the label as the standard writes it and what it means in words.
import type { Edition, Marking } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import type { Labels } from "../labels/labels.ts";

export function marking(value: Marking, labels: Labels): Html {
  return html`<p class="marking"><strong class="marking-label ${className(value)}" lang="en" dir="ltr">${value}</strong> <span class="marking-meaning">${labels.markings[value]}</span></p>`;
}

/** Whether the pack may be found by anyone. */
export function isOpen({ marking: value }: Pick<Edition, "marking">): boolean {
  return value === "TLP:CLEAR";
}

function className(value: Marking): string {
  return value.toLowerCase().replace(/[:+]/g, "-");
}
