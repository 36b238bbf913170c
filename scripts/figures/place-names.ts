// Names beside places: each as near to its place as the others and the frame allow, with a thin line where it is not beside it.
import {
  type Box,
  boxOf,
  frameWidth,
  type Label,
  line,
  lineHeight,
  overlap,
  type Point,
  type Shape,
  typeSize,
} from "./drawing.ts";
import { wrap } from "./text-width.ts";

export type NamedPoint = Point & { readonly name: string };

const dot = 3.5;
const widest = 130;
const margin = 4;
/** Distances from the place, and directions in the order in which they are tried. */
const distances = [8, 20, 34, 50, 70, 95, 125];
const directions = [0, 180, -45, 45, -135, 135, -90, 90, -20, 20, -160, 160, -70, 70, -110, 110];

/** In the order of the places, from the top; a name for which there is no room is left out. `taken` is kept free. */
export function placeNames(
  places: readonly NamedPoint[],
  height: number,
  direction: "ltr" | "rtl",
  taken: readonly Box[],
): readonly Shape[] {
  const boxes: Box[] = [...taken];
  const dots = places.map(({ x, y }) => around(x, y, dot + 1.5));
  const ordered = [...places].sort((one, other) => one.y - other.y || one.x - other.x);
  return ordered.flatMap((place) => {
    const lines = wrap(place.name, widest / typeSize).slice(0, 4);
    const found = candidates(place, lines, direction).find(({ box }) => {
      const inside =
        box.left >= margin &&
        box.right <= frameWidth - margin &&
        box.top >= margin &&
        box.bottom <= height - margin;
      return (
        inside && !boxes.some((other) => overlap(box, other, 2)) && !dots.some((other) => overlap(box, other))
      );
    });
    if (found === undefined) return [];
    boxes.push(found.box);
    return found.shapes;
  });
}

type Candidate = { readonly box: Box; readonly shapes: readonly Shape[] };

function candidates(
  place: NamedPoint,
  lines: readonly string[],
  direction: "ltr" | "rtl",
): readonly Candidate[] {
  return distances.flatMap((distance) =>
    directions.map((degrees) => {
      const angle = ((direction === "rtl" ? 180 - degrees : degrees) * Math.PI) / 180;
      const x = place.x + Math.cos(angle) * distance;
      const y = place.y + Math.sin(angle) * distance;
      return candidate(place, { x, y }, lines, distance > (distances[0] ?? 0));
    }),
  );
}

/** The lines stand beside, over or under `at`, on the side that turns away from the place. */
function candidate(place: Point, at: Point, lines: readonly string[], led: boolean): Candidate {
  const across = at.x - place.x;
  const steep = Math.abs(across) < Math.abs(at.y - place.y) * 0.3;
  const anchor = steep ? "middle" : across > 0 ? "left" : "right";
  const height = (lines.length - 1) * lineHeight;
  const rise = at.y - place.y;
  const first = steep
    ? rise < 0
      ? at.y - height
      : at.y + typeSize * 0.75
    : at.y - height / 2 + typeSize * 0.33;
  const labels = lines.map(
    (text, index): Label => ({
      kind: "label",
      look: "place-name",
      x: at.x,
      y: first + index * lineHeight,
      anchor,
      text,
    }),
  );
  const boxes = labels.map(boxOf);
  const box = {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  const short = 1 - 2 / Math.max(2, Math.hypot(across, rise));
  const end = { x: place.x + across * short, y: place.y + rise * short };
  const shapes: readonly Shape[] = led
    ? [{ kind: "path", look: "leader", d: line(place, end) }, ...labels]
    : labels;
  return { box, shapes };
}

function around(x: number, y: number, r: number): Box {
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}
