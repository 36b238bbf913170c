// The site that a list of fixture editions makes: what compose does, small enough to see through.
import type { Edition, Entry, Reference } from "../../../scripts/model/edition.ts";
import type { EntryPage, PackCard, Site, Use } from "../../../scripts/model/site.ts";
import { publication } from "./editions.ts";

function card(edition: Edition): PackCard {
  return {
    ...edition,
    summary: edition.summary?.replace(/ ?\[@.*?\]/g, "") ?? null,
    sources: edition.sources.map(({ publisher }) => publisher),
  };
}

function use(edition: Edition, passages: readonly string[]): Use {
  return {
    pack: card(edition),
    passages: edition.annotations
      .filter(({ id }) => passages.includes(id))
      .map((one) => ({
        annotation: one.id,
        text: one.text,
        publisher: edition.sources.find(({ id }) => id === one.source)?.publisher ?? "",
        paragraph: one.paragraph,
        language: edition.sources[0]?.language ?? "en",
        direction: edition.sources[0]?.direction ?? "ltr",
      })),
  };
}

function cited(markdown: string, references: readonly Reference[]): readonly Reference[] {
  return markdown.includes("[@") ? references : [];
}

function entryPages(
  editions: readonly Edition[],
  of: (edition: Edition) => readonly Entry[],
): readonly EntryPage[] {
  const all = new Map(
    editions.flatMap((edition) => of(edition).map((entry) => [entry.id, { entry, edition }] as const)),
  );
  return [...all.values()].map(({ entry, edition }) => ({
    entry,
    references: cited(entry.note ?? "", edition.references),
    uses: [use(edition, entry.passages)],
  }));
}

export function siteOf(editions: readonly Edition[]): Site {
  return {
    publication,
    direction: "ltr",
    time: "2026-11-23T00:00:00Z",
    packs: editions.map(card),
    boxes: editions.flatMap((edition) =>
      edition.boxes.map((box) => ({
        box,
        references: edition.references,
        uses: [use(edition, box.passages)],
      })),
    ),
    people: entryPages(editions, (edition) => edition.people),
    organisations: entryPages(editions, (edition) => edition.organisations),
    places: entryPages(editions, (edition) => edition.places),
    terms: entryPages(editions, (edition) => edition.terms),
  };
}
