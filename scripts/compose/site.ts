// What spans packs, from their editions: the index, and one page for each box and entry with the packs that use it.

import { plainText } from "../markdown/words.ts";
import type { Content } from "../model/content.ts";
import type { Annotation, Edition } from "../model/edition.ts";
import type { EntryPage, PackCard, Site, Use } from "../model/site.ts";
import { composeBox } from "./boxes.ts";
import { directionOf } from "./direction.ts";
import { composeEntry, type RegisterName, sortByName } from "./entries.ts";
import { publicationOf } from "./publication.ts";
import { referenceList } from "./references.ts";
import { newest } from "./time.ts";

export function composeSite(content: Content, editions: readonly Edition[]): Site {
  const publication = publicationOf(content.site.value);
  const cards = new Map(editions.map((edition) => [edition.slug, cardOf(edition)]));
  const used = (uses: (edition: Edition) => readonly string[] | null): readonly Use[] =>
    newestFirst(editions).flatMap((edition) => {
      const passages = uses(edition);
      const pack = cards.get(edition.slug);
      return passages === null || pack === undefined
        ? []
        : [{ pack, passages: passages.flatMap((id) => passageOf(edition, id)) }];
    });
  const entryPages = (name: RegisterName): readonly EntryPage[] =>
    sortByName(
      Object.entries(content[name].value).map(([id, fields]) => {
        const list = referenceList();
        return {
          ...composeEntry(name, id, fields, content, list.number(fields.references ?? []), []),
          references: list.references,
        };
      }),
    ).map(({ references, ...entry }) => ({
      entry,
      references,
      uses: used((edition) => edition[name].find(({ id }) => id === entry.id)?.passages ?? null),
    }));
  return {
    publication,
    direction: directionOf(publication.language),
    time: newest(editions.map(({ time }) => time)),
    packs: newestFirst(editions).flatMap(({ slug }) => cards.get(slug) ?? []),
    boxes: [...content.boxes]
      .map(([id, record]) => {
        const list = referenceList();
        const box = composeBox(id, record, list.number(record.value.references ?? []), []);
        return {
          box,
          references: list.references,
          uses: used((edition) => edition.boxes.find((one) => one.id === id)?.passages ?? null),
        };
      })
      .sort((a, b) =>
        a.box.title < b.box.title ? -1 : a.box.title > b.box.title ? 1 : a.box.id < b.box.id ? -1 : 1,
      ),
    people: entryPages("people"),
    organisations: entryPages("organisations"),
    places: entryPages("places"),
    terms: entryPages("terms"),
  };
}

function newestFirst(editions: readonly Edition[]): readonly Edition[] {
  return editions.toSorted((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.slug < b.slug ? -1 : 1));
}

function cardOf(edition: Edition): PackCard {
  const { slug, title, subtitle, date, marking, language, direction, time } = edition;
  const summary =
    edition.summary === null ? null : plainText(edition.summary.trim().split(/\n\s*\n/)[0] ?? "");
  return {
    slug,
    title,
    subtitle,
    date,
    edition: edition.edition,
    marking,
    language,
    direction,
    time,
    summary,
    sources: edition.sources.map(({ publisher }) => publisher),
  };
}

function passageOf(edition: Edition, id: string): Use["passages"] {
  const annotation: Annotation | undefined = edition.annotations.find((one) => one.id === id);
  const source = edition.sources.find((one) => one.id === annotation?.source);
  if (annotation === undefined || source === undefined) return [];
  const { text, paragraph } = annotation;
  return [
    {
      annotation: id,
      text,
      paragraph,
      publisher: source.publisher,
      language: source.language,
      direction: source.direction,
    },
  ];
}
