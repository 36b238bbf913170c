// What a map shows: the projection and the extent that its places ask for, whichever side of the globe they are on.
import { type GeoProjection, geoAzimuthalEqualArea, geoNaturalEarth1 } from "d3-geo";
import { circle } from "./atlas.ts";
import { frameWidth } from "./drawing.ts";

export type MapFrame = {
  readonly projection: GeoProjection;
  readonly height: number;
  /** Middle of the frame, and the distance of its corners in radians; of the whole world when that is pi. */
  readonly centre: readonly [number, number];
  readonly reach: number;
  /** Units a radian of the globe; null where it differs too much from place to place. */
  readonly scale: number | null;
};

export type Position = readonly [lon: number, lat: number];

/** Beyond this distance from their middle, places need a map of the world. Radians. */
const farApart = 1.2;
const degree = Math.PI / 180;
/** Room for names beside and above the places. */
const besides = 65;
const above = 45;

/** `least` is the least half height in radians. */
export function mapFrame(positions: readonly Position[], least: number): MapFrame {
  const { centre, radius } = circle(positions.map(([lon, lat]) => [lon, lat]));
  if (radius > farApart || least > farApart) return worldFrame(centre[0]);
  const flat = geoAzimuthalEqualArea().scale(1).translate([0, 0]).rotate([-centre[0], -centre[1]]);
  const points = positions.map(([lon, lat]): readonly [number, number] => flat([lon, lat]) ?? [0, 0]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = frameWidth - 2 * besides;
  const shape = right > left ? (bottom - top) / (right - left) : bottom > top ? 2 : 0.5;
  const height = Math.round(Math.min(320, Math.max(230, room * shape + 2 * above)));
  const scale = Math.min(
    room / Math.max(right - left, 1e-9),
    (height - 2 * above) / Math.max(bottom - top, 1e-9),
    height / (2 * least),
  );
  const projection = flat
    .scale(scale)
    .translate([frameWidth / 2 - ((left + right) / 2) * scale, height / 2 - ((top + bottom) / 2) * scale])
    .clipExtent([
      [0, 0],
      [frameWidth, height],
    ]);
  const corner = Math.hypot(frameWidth, height) / 2 / scale + Math.hypot(left + right, top + bottom) / 2;
  const reach = Math.min(Math.PI - 0.1, 2 * Math.asin(Math.min(1, corner / 2)) + 2 * degree);
  return { projection: projection.clipAngle(reach / degree).precision(0), height, centre, reach, scale };
}

/** The least half height for these places: a region around one, less around several that are near to each other. */
export function leastExtent(positions: readonly Position[]): number {
  const { radius } = circle(positions.map(([lon, lat]) => [lon, lat]));
  return radius === 0 ? 7 * degree : Math.min(7 * degree, Math.max(2.5 * degree, 6 * radius));
}

function worldFrame(lon: number): MapFrame {
  const height = Math.round(frameWidth * 0.53);
  const projection = geoNaturalEarth1()
    .rotate([-lon, 0])
    .fitExtent(
      [
        [8, 8],
        [frameWidth - 8, height - 8],
      ],
      { type: "Sphere" },
    );
  return { projection, height, centre: [lon, 0], reach: Math.PI, scale: null };
}
