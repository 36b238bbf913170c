// One numbered list of references for a pack: its own, then those of its boxes and entries, each address once.
import type { Lookup } from "../model/content.ts";
import type { Citations, Reference } from "../model/edition.ts";
import { type RegisterName, registerNames } from "../model/registers.ts";
import type { PackFields } from "../schema/pack.ts";
import type { Used } from "./entries.ts";

type Fields = NonNullable<PackFields["references"]>[number];

/** The list, and for each record its citations: reference id → number in the list. */
export type Numbering = {
  readonly references: readonly Reference[];
  readonly pack: Citations;
  readonly boxes: ReadonlyMap<string, Citations>;
} & Readonly<Record<RegisterName, ReadonlyMap<string, Citations>>>;

export function numberReferences(
  pack: PackFields,
  boxIds: readonly string[],
  used: Used,
  lookup: Lookup,
): Numbering {
  const list = referenceList();
  const own = list.number(pack.references ?? []);
  const boxes = new Map(boxIds.map((id) => [id, list.number(lookup.box(id)?.value.references ?? [])]));
  const [people, organisations, places, terms] = registerNames.map(
    (name) => new Map(used[name].map((id) => [id, list.number(lookup.entry(name, id)?.references ?? [])])),
  );
  const none = new Map<string, Citations>();
  return {
    references: list.references,
    pack: own,
    boxes,
    people: people ?? none,
    organisations: organisations ?? none,
    places: places ?? none,
    terms: terms ?? none,
  };
}

/** A list that gives the same address, or the same publication without one, the same number. */
export function referenceList(): {
  readonly references: Reference[];
  number(fields: readonly Fields[]): Citations;
} {
  const references: Reference[] = [];
  const numbers = new Map<string, number>();
  const add = ({ title, publisher, date, url, note }: Fields): number => {
    const key = url ?? JSON.stringify([title, publisher, date]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = references.length + 1;
    references.push({
      number,
      title,
      publisher: publisher ?? null,
      date: date ?? null,
      url: url ?? null,
      note: note ?? null,
    });
    numbers.set(key, number);
    return number;
  };
  return { references, number: (fields) => Object.fromEntries(fields.map((one) => [one.id, add(one)])) };
}
