// The land and the borders of the world as lines, each with the circle that holds it, so that a map draws only what it shows.
import { geoDistance } from "d3-geo";
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
  let [x, y, z] = [0, 0, 0];
  for (const [lon = 0, lat = 0] of positions) {
    const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(b) * Math.cos(a);
    y += Math.cos(b) * Math.sin(a);
    z += Math.sin(b);
  }
  const [first = [0, 0]] = positions;
  const nowhere = Math.hypot(x, y, z) < 1e-6;
  const centre: [number, number] = nowhere
    ? [first[0] ?? 0, first[1] ?? 0]
    : [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
  const radius = positions.reduce(
    (most, [lon = 0, lat = 0]) => Math.max(most, geoDistance(centre, [lon, lat])),
    0,
  );
  return { centre, radius };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
