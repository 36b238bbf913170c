// The locator map: wherever the places are, they and their names are in the frame, and no name covers another.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Atlas } from "../../scripts/figures/atlas.ts";
import { type Drawing, mirrored } from "../../scripts/figures/drawing.ts";
import { type Located, located, mapDrawing } from "../../scripts/figures/map.ts";
import { mapFrame } from "../../scripts/figures/map-frame.ts";
import type { Entry } from "../../scripts/model/edition.ts";
import { readAtlas } from "../../scripts/read/atlas.ts";
import { faultsOf, labelsOf } from "./faults.ts";

let atlas: Atlas;
beforeAll(async () => {
  atlas = await readAtlas();
});

const words = { kilometres: (number: number) => `${number} km`, direction: "ltr" as const };

function draw(places: readonly Located[], direction: "ltr" | "rtl" = "ltr"): Drawing {
  const drawing = mapDrawing(places, atlas, { ...words, direction });
  if (drawing === null) throw new Error("nothing was drawn");
  return drawing;
}

function names(drawing: Drawing): readonly string[] {
  const said = labelsOf(drawing).filter(({ look }) => look === "place-name");
  return said.map(({ text }) => text);
}

function pathOf(drawing: Drawing, look: string): string {
  return drawing.shapes
    .map((shape) => (shape.kind === "path" && shape.look === look ? shape.d : ""))
    .join("");
}

const at = (name: string, lat: number, lon: number): Located => ({ name, lat, lon });

const cases: readonly (readonly [string, readonly Located[]])[] = [
  ["one place", [at("Pyongyang", 39.02, 125.74)]],
  [
    "three near each other",
    [at("Pyongyang", 39.02, 125.74), at("Beijing", 39.9, 116.41), at("Korean Peninsula", 38, 127)],
  ],
  [
    "both sides of the antimeridian",
    [at("Suva", -18.14, 178.44), at("Apia", -13.83, -171.76), at("Anadyr", 64.73, 177.51)],
  ],
  ["the poles", [at("North Pole", 90, 0), at("Longyearbyen", 78.22, 15.65)]],
  ["the South Pole alone", [at("Amundsen–Scott South Pole Station", -90, 0)]],
  ["opposite ends of the globe", [at("Madrid", 40.4, -3.7), at("Weber", -40.4, 176.3)]],
  [
    "all continents",
    [
      at("Ottawa", 45.4, -75.7),
      at("Nairobi", -1.3, 36.8),
      at("Canberra", -35.3, 149.1),
      at("Lima", -12, -77),
      at("Tokyo", 35.7, 139.7),
    ],
  ],
  ["one and the same spot", Array.from({ length: 5 }, (_, index) => at(`Office ${index + 1}`, 51.5, -0.12))],
  ["the open sea", [at("سُهيلة", -15, -25), at("جزر الريحان", -12, -21)]],
  [
    "a long name",
    [at("The Demilitarised Zone between the two Korean states and what lies beside it", 38, 127)],
  ],
];

describe("the map", () => {
  it.each(cases)("shows %s", (_, places) => {
    for (const direction of ["ltr", "rtl"] as const) {
      const drawing = draw(places, direction);
      expect(faultsOf(drawing)).toEqual([]);
      expect(drawing.shapes.filter(({ look }) => look === "place")).toHaveLength(places.length);
      expect(pathOf(drawing, "land")).not.toBe("");
      const said = names(drawing).join(" ");
      for (const { name } of places) for (const word of name.split(" ")) expect(said).toContain(word);
    }
  });

  it("shows any places", () => {
    const place = fc.record({
      name: fc.constantFrom("A", "Pyongyang", "Saint Petersburg", "Democratic People’s Republic of Korea"),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
        expect(faultsOf(draw(places))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("draws neighbours across the antimeridian as neighbours", () => {
    const { projection } = mapFrame(
      [
        [179, -17],
        [-179, -17],
      ],
      0.1,
    );
    const [left = [0, 0], right = [0, 0]] = [
      projection([179, -17]) ?? undefined,
      projection([-179, -17]) ?? undefined,
    ];
    expect(right[0] - left[0]).toBeGreaterThan(0);
    expect(right[0] - left[0]).toBeLessThan(380);
  });

  it("leaves out what has no position, and is not drawn when nothing has one", () => {
    const entry = { name: "Somewhere", lat: null, lon: null } as unknown as Entry;
    const wrong = { name: "Nowhere", lat: 120, lon: 0 } as unknown as Entry;
    const known = { name: "Seoul", lat: 37.57, lon: 126.98 } as unknown as Entry;
    expect(located([entry, wrong, known]).map(({ name }) => name)).toEqual(["Seoul"]);
    expect(mapDrawing([], atlas, words)).toBeNull();
  });

  it("is light, and the same each time", () => {
    const [, places] = cases[1] ?? ["", []];
    const drawing = draw(places);
    expect(JSON.stringify(drawing).length).toBeLessThan(16_000);
    expect(draw(places)).toEqual(drawing);
  });

  it("is not turned round with the text", () => {
    const [, places] = cases[1] ?? ["", []];
    expect(pathOf(draw(places, "rtl"), "land")).toBe(pathOf(draw(places), "land"));
    expect(
      mirrored({ width: 380, height: 1, shapes: [{ kind: "path", look: "x", d: "M10,1L20,1Z" }] }).shapes,
    ).toEqual([{ kind: "path", look: "x", d: "M370,1L360,1Z" }]);
  });
});
