// What spans packs, each part from the editions that it shows: cards, uses, and the pages of boxes and entries.

import { plainText } from "../markdown/words.ts";
import type { BoxText, Lookup } from "../model/content.ts";
import type { Edition } from "../model/edition.ts";
import { type RegisterName, registerNames } from "../model/registers.ts";
import type { BoxPage, EntryPage, PackCard, Use } from "../model/site.ts";
import { composeBox } from "./boxes.ts";
import { composeEntry } from "./entries.ts";
import { referenceList } from "./references.ts";

/** `boxes/<id>` or `<register>/<id>` → the passages of one pack that lead to it. */
export type Uses = ReadonlyMap<string, Use["passages"]>;

export function usesOf(edition: Edition): Uses {
  const annotations = new Map(edition.annotations.map((one) => [one.id, one]));
  const sources = new Map(edition.sources.map((one) => [one.id, one]));
  const passage = (id: string): Use["passages"] => {
    const annotation = annotations.get(id);
    const source = sources.get(annotation?.source ?? "");
    if (annotation === undefined || source === undefined) return [];
    const { text, paragraph } = annotation;
    const { publisher, language, direction } = source;
    return [{ annotation: id, text, paragraph, publisher, language, direction }];
  };
  const named = [
    ...edition.boxes.map((one) => [`boxes/${one.id}`, one.passages] as const),
    ...registerNames.flatMap((name) =>
      edition[name].map((one) => [`${name}/${one.id}`, one.passages] as const),
    ),
  ];
  return new Map(named.map(([name, ids]) => [name, ids.flatMap(passage)]));
}

export function boxPageOf(id: string, box: BoxText, uses: readonly Use[]): BoxPage {
  const list = referenceList();
  const page = composeBox(id, box, list.number(box.value.references ?? []), []);
  return { box: page, references: list.references, uses };
}

/** Null when the register has no such entry. */
export function entryPageOf(
  name: RegisterName,
  id: string,
  lookup: Lookup,
  uses: readonly Use[],
): EntryPage | null {
  const fields = lookup.entry(name, id);
  if (fields === undefined) return null;
  const list = referenceList();
  const entry = composeEntry(name, id, fields, lookup, list.number(fields.references ?? []), []);
  return { entry, references: list.references, uses };
}

/** By title, then by id. */
export function byTitle(pages: readonly BoxPage[]): readonly BoxPage[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return pages.toSorted((a, b) => order(a.box.title, b.box.title) || order(a.box.id, b.box.id));
}

/** Newest first; those of a day by slug. */
export function newestFirst(cards: readonly PackCard[]): readonly PackCard[] {
  return cards.toSorted((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.slug < b.slug ? -1 : 1));
}

export function cardOf(edition: Edition): PackCard {
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
