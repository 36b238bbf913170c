// The locator map: the places of a pack on the coasts and borders around them, and nothing else.
import type { Entry } from "../model/edition.ts";
import type { Atlas } from "./atlas.ts";
import {
  type Box,
  boxOf,
  type Drawing,
  frameWidth,
  type Label,
  line,
  rectangle,
  type Shape,
} from "./drawing.ts";
import { leastExtent, type MapFrame, mapFrame, type Position } from "./map-frame.ts";
import { mapLines } from "./map-lines.ts";
import { type NamedPoint, placeNames } from "./place-names.ts";

export type MapWords = {
  readonly kilometres: (number: number) => string;
  readonly direction: "ltr" | "rtl";
};

export type Located = Pick<Entry, "name"> & { readonly lat: number; readonly lon: number };

/** Kilometres. */
const earth = 6371;
const dot = 3.5;
/** Letters of the coast below which there is too little land to know the place by; wider views are tried then. */
const leastLand = 150;
/** Half heights in radians. */
const wider = [0.25, 0.45, 0.8, 2];
/** Frames that reach farther are drawn with fewer points. Radians. */
const far = 0.6;

/** Places that can be put on a map. */
export function located(places: readonly Entry[]): readonly (Entry & Located)[] {
  return places.flatMap((place) => {
    const { lat, lon } = place;
    return lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
      ? [{ ...place, lat, lon }]
      : [];
  });
}

/** Null where no place has a position. */
export function mapDrawing(places: readonly Located[], atlas: Atlas, words: MapWords): Drawing | null {
  if (places.length === 0) return null;
  const key = JSON.stringify([
    places.map(({ name, lat, lon }) => [name, lat, lon]),
    words.direction,
    words.kilometres(1),
  ]);
  const known = drawn.get(atlas) ?? new Map<string, Drawing>();
  drawn.set(atlas, known);
  const drawing = known.get(key) ?? draw(places, atlas, words);
  if (known.size >= mostKept) known.clear();
  known.set(key, drawing);
  return drawing;
}

const mostKept = 256;
/** A map takes longer than the page around it, and is wanted again in print and whenever another part of the pack changes. */
const drawn = new WeakMap<Atlas, Map<string, Drawing>>();

function draw(places: readonly Located[], atlas: Atlas, words: MapWords): Drawing {
  const positions = places.map(({ lon, lat }): Position => [lon, lat]);
  const views = [leastExtent(positions), ...wider].map((least) => () => view(positions, least, atlas));
  let shown = view(positions, leastExtent(positions), atlas);
  for (const next of views) {
    shown = next();
    if (shown.lines.land.length >= leastLand) break;
  }
  const { frame, lines } = shown;
  const points = places.flatMap(({ name, lon, lat }): readonly NamedPoint[] => {
    const point = frame.projection([lon, lat]);
    return point === null ? [] : [{ name, x: point[0], y: point[1] }];
  });
  const bar = scaleBar(frame, points, words);
  const edges = rectangle({ left: 0, right: frameWidth, top: 0, bottom: frame.height });
  const shapes: readonly Shape[] = [
    { kind: "path", look: "land", d: lines.land },
    { kind: "path", look: "border", d: lines.borders },
    { kind: "path", look: "edge", d: edges },
    ...bar.shapes,
    ...points.map(({ x, y }): Shape => ({ kind: "disc", look: "place", x, y, r: dot })),
    ...placeNames(points, frame.height, words.direction, bar.boxes),
  ];
  const visible = shapes.filter((shape) => shape.kind !== "path" || shape.d !== "");
  return { width: frameWidth, height: frame.height, shapes: visible };
}

function view(positions: readonly Position[], least: number, atlas: Atlas) {
  const frame = mapFrame(positions, least);
  return { frame, lines: mapLines(frame.reach > far ? atlas.coarse() : atlas.fine(), frame) };
}

/** A length in round kilometres, in the lower corner that is farther from the places; none on a map of the world. */
function scaleBar(
  { scale, height, reach }: MapFrame,
  points: readonly NamedPoint[],
  { kilometres }: MapWords,
): { readonly shapes: readonly Shape[]; readonly boxes: readonly Box[] } {
  if (scale === null || reach > 2 * far) return { shapes: [], boxes: [] };
  const unit = scale / earth;
  const lengths = [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];
  const length = lengths.find((one) => one * unit <= 90) ?? 1;
  const text = kilometres(length);
  const corners = (["left", "right"] as const).map((side) => {
    const x = side === "left" ? 10 : frameWidth - 10;
    const y = height - 10;
    const label: Label = { kind: "label", look: "scale", x, y: y - 5, anchor: side, text };
    const ends = side === "left" ? [x, x + length * unit] : [x - length * unit, x];
    const [from = x, to = x] = ends;
    const stroke = line({ x: from, y: y - 3 }, { x: from, y }, { x: to, y }, { x: to, y: y - 3 });
    const named = boxOf(label);
    const box = {
      left: Math.min(from, named.left),
      right: Math.max(to, named.right),
      top: named.top,
      bottom: y + 2,
    };
    const near = Math.min(...points.map((point) => Math.hypot(point.x - (from + to) / 2, point.y - y)));
    return { near, box, shapes: [{ kind: "path", look: "scale-bar", d: stroke } as const, label] };
  });
  const [chosen] = corners.sort((one, other) => other.near - one.near);
  return chosen === undefined ? { shapes: [], boxes: [] } : { shapes: chosen.shapes, boxes: [chosen.box] };
}
