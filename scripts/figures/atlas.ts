// The land and the borders of the world as lines, each with the circle that holds it, so that a map draws only what it shows.
import type { MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";

type Topology = Parameters<typeof mesh>[0];

/** World-atlas 2: topologies with the objects `countries` and `land`. */
export type AtlasFile = Topology;

/** Made when it is first asked for. */
export type Atlas = {
  /** 1:110 million, for maps of the world and of continents. */
  readonly coarse: () => Outlines;
  /** 1:50 million. */
  readonly fine: () => Outlines;
};

export type Outlines = {
  readonly land: readonly Outline<Position[][]>[];
  readonly borders: readonly Outline<Position[]>[];
};

/** Longitude and latitude in degrees; the circle's radius in radians. */
export type Outline<Coordinates> = {
  readonly coordinates: Coordinates;
  readonly centre: readonly [number, number];
  readonly radius: number;
};

const degree = Math.PI / 180;

export function atlasOf(coarse: AtlasFile, fine: AtlasFile): Atlas {
  return { coarse: once(() => outlinesOf(coarse)), fine: once(() => outlinesOf(fine)) };
}

function outlinesOf(file: AtlasFile): Outlines {
  const { land, countries } = file.objects;
  if (land === undefined || countries === undefined) throw new Error("the atlas has no land or no countries");
  const shape = feature(file, land as never) as unknown as {
    features?: { geometry: MultiPolygon }[];
    geometry?: MultiPolygon;
  };
  const polygons =
    shape.geometry?.coordinates ?? shape.features?.flatMap(({ geometry }) => geometry.coordinates) ?? [];
  const borders: MultiLineString = mesh(file, countries as never, (one, other) => one !== other);
  return {
    land: polygons.map((coordinates) => ({ coordinates, ...circle(coordinates[0] ?? []) })),
    borders: borders.coordinates.map((coordinates) => ({ coordinates, ...circle(coordinates) })),
  };
}

/** Middle of positions on the globe, and how far the farthest of them is. */
export function circle(positions: readonly Position[]): {
  readonly centre: readonly [number, number];
  readonly radius: number;
} {
  const points = positions.map(([lon = 0, lat = 0]) => {
    const [a, b] = [lon * degree, lat * degree];
    return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)] as const;
  });
  let [x, y, z] = [0, 0, 0];
  for (const [px, py, pz] of points) [x, y, z] = [x + px, y + py, z + pz];
  const length = Math.hypot(x, y, z);
  const [first = [1, 0, 0] as const] = points;
  const [cx, cy, cz] = length < 1e-6 ? first : [x / length, y / length, z / length];
  let nearest = 1;
  for (const [px, py, pz] of points) nearest = Math.min(nearest, px * cx + py * cy + pz * cz);
  const single = positions.every(([lon, lat]) => lon === positions[0]?.[0] && lat === positions[0]?.[1]);
  return {
    centre: [Math.atan2(cy, cx) / degree, Math.atan2(cz, Math.hypot(cx, cy)) / degree],
    radius: single ? 0 : Math.acos(Math.max(-1, nearest)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
