// How much each speaker is quoted, drawn.
import { barsDrawing, sharesOf } from "../../scripts/figures/bars.ts";
import type { Html } from "../html.ts";
import { writeNumber } from "../labels/dates.ts";
import { figure } from "./figure.ts";
import type { View } from "./view.ts";

export function quotedFigure({ edition, labels, medium }: View): Html | null {
  const shares = sharesOf(edition);
  const { figures, units, language, reading, register } = labels;
  const drawing = barsDrawing(shares, (number) => writeNumber(number, language), edition.direction);
  return figure(drawing, {
    id: "quoted-figure",
    title: figures.quoted,
    description: shares.map(({ name, words }) => figures.wordsOf(name, words)).join(units.listSeparator),
    caption: figures.quoted,
    direction: edition.direction,
    table:
      medium === "web"
        ? {
            title: reading.asTable,
            head: [register.speaker, reading.quotedWords],
            rows: shares.map(({ name, words }) => [name, writeNumber(words, language)]),
          }
        : null,
  });
}
