// Writes the numbers of notes and of their calls as text: what a style sheet generates is in no tag of the PDF.

import type { InPage } from "./paged.ts";

/**
 * Each number looks as Paged.js made it look and stands where it stood. Runs in the tab after layout: it may use
 * nothing from outside its own body.
 */
export function writeNoteNumbers(): void {
  const { chancery } = globalThis as unknown as InPage;
  const all = (selector: string) => [...chancery.finished.querySelectorAll<HTMLElement>(selector)];
  const calls = all(".pagedjs_page_content [data-footnote-call]");
  const notes = all(".pagedjs_footnote_inner_content [data-footnote-marker]:not([data-split-from])");
  const numbered = [
    ...calls.map((call, index) => {
      const number = /footnote (\d+)/.exec(call.style.getPropertyValue("counter-set"))?.[1];
      return { element: call, text: number ?? String(index + 1), style: chancery.lookOf(call).number };
    }),
    ...notes.map((note, index) => {
      const number = note.dataset.noteNumber ?? String(index + 1);
      return { element: note, text: `${number}. `, style: chancery.lookOf(note).number };
    }),
  ];
  for (const { element, text, style } of numbered) {
    const span = document.createElement("span");
    span.textContent = text;
    span.style.cssText = `display:inline;${style}`;
    span.setAttribute("data-number", "");
    element.setAttribute("data-numbered", "");
    element.prepend(span);
  }
  const rules = document.createElement("style");
  rules.setAttribute("data-pagedjs-inserted-styles", "");
  rules.textContent =
    "[data-numbered]::after, [data-numbered]::marker { content: none !important } [data-numbered] { list-style: none !important }";
  document.head.append(rules);
}
