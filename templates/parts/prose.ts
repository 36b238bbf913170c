// Markdown fields as markup: the one place where the renderer's result is vouched for.
import { renderMarkdown } from "../../scripts/markdown/render.ts";
import type { Citations, Markdown } from "../../scripts/model/edition.ts";
import { type Html, html, raw } from "../html.ts";

export type Citing = { readonly citations: Citations; readonly href: (number: number) => string };

/** Paragraphs; nothing where there is no text. `headingLevel` is that of the topmost heading in the text. */
export function prose(markdown: Markdown | null, citing: Citing, headingLevel: number): Html | null {
  if (markdown === null) return null;
  return html`<div class="prose">${raw(scrollable(renderMarkdown(markdown, { ...citing, headingLevel })))}</div>`;
}

/** A table too wide for a screen is scrolled, by keyboard too. */
function scrollable(markup: string): string {
  return markup
    .replaceAll("<table>", '<div class="wide" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
}

/** Text that stands in a line. */
export function inlineProse(markdown: Markdown, citing: Citing): Html {
  return raw(renderMarkdown(markdown, { ...citing, inline: true }));
}
