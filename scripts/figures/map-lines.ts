// Coasts and borders as paths: only what the frame shows, with no more points than can be seen.
import { type GeoContext, geoDistance, geoPath } from "d3-geo";
import type { Outline, Outlines } from "./atlas.ts";
import { short } from "./drawing.ts";
import type { MapFrame } from "./map-frame.ts";

/** Points nearer than this to the last one are left out. Units. */
const fineness = 2.2;

/** Empty texts where the frame shows none. */
export function mapLines(
  { land, borders }: Outlines,
  frame: MapFrame,
): { readonly land: string; readonly borders: string } {
  const seen = <T>(outlines: readonly Outline<T>[]) =>
    outlines.filter(
      ({ centre, radius }) => geoDistance([...frame.centre], [...centre]) <= frame.reach + radius + 0.02,
    );
  const polygons = seen(land).map(({ coordinates }) => coordinates);
  const lines = seen(borders).map(({ coordinates }) => coordinates);
  return {
    land: drawn(frame, { type: "MultiPolygon", coordinates: polygons }),
    borders: drawn(frame, { type: "MultiLineString", coordinates: lines }),
  };
}

function drawn(frame: MapFrame, shape: Parameters<ReturnType<typeof geoPath>>[0]): string {
  const pen = new Pen();
  geoPath(frame.projection, pen)(shape);
  return pen.path();
}

/** Writes what d3-geo draws: steps from point to point in halves of a unit, lines too small to see left out. */
class Pen implements GeoContext {
  #written: string[] = [];
  #points: (readonly [number, number])[] = [];

  beginPath(): void {}
  arc(): void {}

  moveTo(x: number, y: number): void {
    this.#end("");
    this.#points = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    this.#points.push([x, y]);
  }

  closePath(): void {
    this.#end("z");
  }

  path(): string {
    this.#end("");
    return this.#written.join("");
  }

  #end(close: "z" | ""): void {
    const points = thinned(this.#points, close === "");
    this.#points = [];
    if (points.length < (close === "z" ? 3 : 2)) return;
    let [atX, atY] = [0, 0];
    let text = "";
    let steps = 0;
    for (const [index, [x, y]] of points.entries()) {
      const step = pair(halves(x) - atX, halves(y) - atY);
      if (index > 0 && step === "0,0") continue;
      [atX, atY] = [halves(x), halves(y)];
      const before = index === 0 ? "M" : steps === 1 ? "l" : step.startsWith("-") ? "" : " ";
      text += before + step;
      steps += 1;
    }
    if (steps > 1) this.#written.push(text + close);
  }
}

/** To half a unit, in tenths. */
function halves(value: number): number {
  return Math.round(value * 2) * 5;
}

function pair(x: number, y: number): string {
  const second = plain(y);
  return `${plain(x)}${second.startsWith("-") ? "" : ","}${second}`;
}

function plain(step: number): string {
  return short(step / 10).replace(/^(-?)0\./, "$1.");
}

/** The last point of an open line stays where it is. */
function thinned(
  points: readonly (readonly [number, number])[],
  open: boolean,
): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const ends = open && index === points.length - 1;
    if (last === undefined || ends || Math.hypot(point[0] - last[0], point[1] - last[1]) >= fineness)
      kept.push(point);
  }
  return kept;
}
