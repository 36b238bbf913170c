// The print document: the same edition for paper, laid out by Paged.js from assets/print.css.
import type { Atlas } from "../../scripts/figures/atlas.ts";
import type { Edition } from "../../scripts/model/edition.ts";
import { type Html, html } from "../html.ts";
import { orphans } from "../parts/orphans.ts";
import { parts, section } from "../parts/sections.ts";
import { policy } from "../parts/shell.ts";
import { printView, type View } from "../parts/view.ts";
import { backIndex } from "./back-index.ts";
import { printChanges } from "./changes.ts";
import { colophon } from "./colophon.ts";
import { printContents } from "./contents.ts";
import { cover } from "./cover.ts";
import { remainingBoxes } from "./remaining-boxes.ts";
import { sourceLines } from "./source-lines.ts";

/**
 * A whole document. Direction stands on its parts and not on the root: Paged.js loses all text after the first
 * page where columns run from right to left. Without an atlas there is no map. Page numbers are empty `<span data-page-of="ID">`, filled by whoever lays it out.
 */
export function printDocument(edition: Edition, atlas: Atlas | null = null): Html {
  const view = printView(edition, atlas);
  const paper = edition.paper === "Letter" ? "letter" : "a4";
  return html`<!doctype html>
<html lang="${edition.language}" class="print ${paper}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${edition.title}</title>
${["fonts.css", "tokens.css", "print.css", "print-front.css", "print-article.css", "print-tables.css", "print-changes.css", "print-revisions.css", "figures.css", "print-figures.css", `print-${paper}${edition.direction === "rtl" ? "-rtl" : ""}.css`].map((file) => html`<link rel="stylesheet" href="assets/${file}">\n`)}</head>
<body>
${cover(view)}
${printContents(view)}
<main dir="${edition.direction}">
${view.sections.map((name) => printSection(view, name))}${orphans(view)}${printChanges(view)}</main>
${backIndex(view)}
${colophon(view)}
</body>
</html>
`;
}

/** The summary stands on the cover, boxes with the passages they explain. */
function printSection(view: View, name: View["sections"][number]): Html | null {
  if (name === "summary") return null;
  if (name === "article") return section(view, name, html`${sourceLines(view)}${parts.article(view)}`);
  if (name !== "boxes") return section(view, name, parts[name](view));
  const boxes = remainingBoxes(view);
  return boxes === null ? null : section(view, name, boxes);
}
