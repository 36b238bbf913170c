// Boxes that explain no passage of the article, and so stand in a section of their own.
import { type Html, html } from "../html.ts";
import { boxPart } from "../parts/box.ts";
import type { View } from "../parts/view.ts";

/** Nothing where every box has found its paragraph. */
export function remainingBoxes(view: View): Html | null {
  const inArticle = view.sections.includes("article");
  const boxes = view.edition.boxes.filter((box) => !inArticle || box.passages.length === 0);
  return boxes.length === 0 ? null : html`${boxes.map((box) => boxPart(view, box, 3))}`;
}
