// The places of the edition on a map.
import { located, mapDrawing } from "../../scripts/figures/map.ts";
import type { Html } from "../html.ts";
import { figure } from "./figure.ts";
import { position } from "./position.ts";
import type { View } from "./view.ts";

/** Nothing where no place has a position. */
export function placesFigure({ edition, labels, atlas, medium }: View): Html | null {
  const places = located(edition.places);
  if (atlas === null || places.length === 0) return null;
  const { figures, units, reading, register } = labels;
  const words = { kilometres: figures.kilometres, direction: edition.direction };
  return figure(mapDrawing(places, atlas, words), {
    id: "places-figure",
    title: figures.map(places.map(({ name }) => name).join(units.listSeparator)),
    description: places.map(({ name, lat, lon }) => `${name}: ${position(lat, lon, labels)}.`).join(" "),
    caption: figures.boundaries,
    direction: edition.direction,
    table:
      medium === "web"
        ? {
            title: reading.asTable,
            head: [register.kinds.place, register.coordinates],
            rows: places.map(({ name, lat, lon }) => [name, position(lat, lon, labels)]),
          }
        : null,
  });
}
