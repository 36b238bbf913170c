// Figures in pages and in print: an image with words for everything in it, drawn without inline styles, absent where there is nothing to draw.
import { beforeAll, describe, expect, it } from "vitest";
import type { Atlas } from "../../scripts/figures/atlas.ts";
import { readAtlas } from "../../scripts/read/atlas.ts";
import { briefingPage } from "../../templates/pages/briefing.ts";
import { printDocument } from "../../templates/print/document.ts";
import { arabic } from "./edition/arabic.ts";
import { full, least } from "./edition/editions.ts";
import { decode, elementsOf, isOwnScript } from "./edition/markup.ts";

let atlas: Atlas;
beforeAll(async () => {
  atlas = await readAtlas();
});

const media = [
  ["page", (edition: typeof full) => String(briefingPage(edition, { pdf: false, atlas }))],
  ["print", (edition: typeof full) => String(printDocument(edition, atlas))],
] as const;

/** Of a figure: the table behind it on a page, the description in print. */
function words(markup: string, id: string): string {
  const found =
    new RegExp(`<details class="behind" id="${id}-table">([\\s\\S]*?)</details>`)
      .exec(markup)?.[1]
      ?.replace(/<[^>]*>/g, " ") ?? new RegExp(`<desc id="${id}-words">([^<]*)</desc>`).exec(markup)?.[1];
  if (found === undefined) throw new Error(`no figure ${id}`);
  return decode(found);
}

describe.each([
  ["English", full],
  ["Arabic", arabic],
])("%s", (_, edition) => {
  it.each(media)("%s says in words what each figure shows", (_, render) => {
    const markup = render(edition);
    for (const { title } of edition.timeline) expect(words(markup, "timeline-figure")).toContain(title);
    const places = edition.places.filter(({ lat, lon }) => lat !== null && lon !== null);
    if (places.length > 0)
      for (const { name } of places) expect(words(markup, "places-figure")).toContain(name);
    expect(words(markup, "quoted-figure")).toMatch(/\d|كلم/);
    const images = elementsOf(markup).filter(({ name }) => name === "svg");
    expect(images.length).toBeGreaterThanOrEqual(2);
    for (const { attributes } of images) {
      expect(attributes.get("role")).toBe("img");
      const described = attributes.get("aria-details");
      const ids = [
        ...(attributes.get("aria-labelledby")?.split(" ") ?? []),
        ...(described ? [described] : []),
      ];
      expect(ids).toHaveLength(2);
      for (const id of ids) expect(markup).toContain(`id="${id}"`);
      expect(attributes.get("direction")).toBe(edition.direction);
    }
  });
});

it.each(media)("%s numbers the events of the list as the figure does", (_, render) => {
  const markup = render(full);
  const listed = [...markup.matchAll(/class="event-number">(\d+)</g)].map(([, number]) => number);
  const drawn = [...markup.matchAll(/class="numeral[^>]*>(\d+)</g)].map(([, number]) => number);
  expect(listed).toEqual(full.timeline.map((_, index) => String(index + 1)));
  expect([...drawn].sort()).toEqual([...listed].sort());
});

it.each(media)("%s draws nothing where there is nothing to draw", (_, render) => {
  expect(render(least)).not.toContain("<svg");
  expect(render({ ...full, places: full.places.map((place) => ({ ...place, lat: null })) })).not.toContain(
    "places-figure",
  );
});

it("draws no map without an atlas", () => {
  expect(String(briefingPage(full, { pdf: false }))).not.toContain("places-figure");
});

it("keeps hostile names in their place", () => {
  const name = `"><script>alert(1)</script>`;
  const places = full.places.map((place) => ({ ...place, name }));
  for (const [, render] of media) {
    const all = elementsOf(
      render({ ...full, places, people: full.people.map((person) => ({ ...person, name })) }),
    );
    expect(all.filter((one) => one.name === "script" && !isOwnScript(one))).toEqual([]);
  }
});
