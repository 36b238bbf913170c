// A drawing as inline SVG: an image to those who cannot see it, with its words, and no colour but the tokens' inks.
import type { Drawing, Shape } from "../../scripts/figures/drawing.ts";
import type { Direction } from "../../scripts/model/edition.ts";
import { type Html, html, type Printable } from "../html.ts";

export type FigureText = {
  /** Unique on the page. */
  readonly id: string;
  /** What the figure is, and everything that it shows. */
  readonly title: string;
  readonly description: string;
  /** Printed below it; nothing when null. */
  readonly caption: string | null;
  readonly direction: Direction;
  /** What is drawn, as a table behind it that stands for the description; none in print. */
  readonly table: FigureTable | null;
};

export type FigureTable = {
  readonly title: string;
  readonly head: readonly string[];
  /** Each starts with what the row is about. */
  readonly rows: readonly (readonly Printable[])[];
};

/** Nothing where there is nothing to draw. */
export function figure(drawing: Drawing | null, text: FigureText): Html | null {
  if (drawing === null) return null;
  const { id, title, description, caption, direction, table } = text;
  return html`<figure class="drawing" id="${id}">
<svg viewBox="0 0 ${drawing.width} ${drawing.height}" role="img" aria-labelledby="${id}-title${table === null && ` ${id}-words`}"${table !== null && html` aria-details="${id}-table"`} direction="${direction}"><title id="${id}-title">${title}</title>${table === null && html`<desc id="${id}-words">${description}</desc>`}
${joined(drawing.shapes).map((shape) => written(shape, direction))}</svg>
${caption !== null && html`<figcaption>${caption}</figcaption>\n`}</figure>
${table !== null && behind(id, table)}`;
}

function behind(id: string, { title, head, rows }: FigureTable): Html {
  const row = ([name, ...cells]: readonly Printable[]) =>
    html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
  return html`<details class="behind" id="${id}-table"><summary>${title}</summary>
<table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
</table>
</details>
`;
}

/** Paths of one look that follow each other as one, which is half the markup. */
function joined(shapes: readonly Shape[]): readonly Shape[] {
  const found: Shape[] = [];
  for (const shape of shapes) {
    const last = found.at(-1);
    const goesOn = shape.kind === "path" && last?.kind === "path" && last.look === shape.look;
    if (goesOn) found[found.length - 1] = { ...last, d: last.d + shape.d };
    else found.push(shape);
  }
  return found;
}

function written(shape: Shape, direction: Direction): Html {
  if (shape.kind === "path") return html`<path class="${shape.look}" d="${shape.d}"></path>\n`;
  if (shape.kind === "disc") {
    return html`<circle class="${shape.look}" cx="${tenth(shape.x)}" cy="${tenth(shape.y)}" r="${shape.r}"></circle>\n`;
  }
  const anchors = direction === "rtl" ? { left: "end", right: "start" } : { left: "start", right: "end" };
  const anchor = shape.anchor === "middle" ? "middle" : anchors[shape.anchor];
  return html`<text class="${shape.look}" x="${tenth(shape.x)}" y="${tenth(shape.y)}"${anchor !== "start" && html` text-anchor="${anchor}"`}>${shape.text}</text>\n`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
