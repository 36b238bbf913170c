// Register entries that a pack uses: those that its passages name or quote, its timeline names, or its people belong to.
import type { Lookup } from "../model/content.ts";
import type { Citations, Edition, Entry } from "../model/edition.ts";
import { entryKinds, type RegisterName } from "../model/registers.ts";
import type { PackFields } from "../schema/pack.ts";
import type { EntryFields } from "../schema/register.ts";
import type { Placed } from "./annotations.ts";
import { directionOf } from "./direction.ts";
import type { Numbering } from "./references.ts";

/** Ids of the entries that a pack uses, by register, each once. */
export type Used = Readonly<Record<RegisterName, readonly string[]>>;

export function usedIds(
  pack: PackFields,
  annotations: readonly Pick<Placed, "body">[],
  lookup: Lookup,
): Used {
  const named = (kind: Entry["kind"]) =>
    annotations.flatMap(({ body }) => (body.kind === kind ? [body.id] : []));
  const speakers = annotations.flatMap(({ body }) => (body.kind === "quotation" ? [body.speaker] : []));
  const known = (name: RegisterName, ids: readonly string[]) =>
    [...new Set(ids)].filter((id) => lookup.entry(name, id) !== undefined);
  const people = known("people", [
    ...named("person"),
    ...speakers,
    ...(pack.timeline ?? []).flatMap((event) => event.people ?? []),
  ]);
  const organisations = [
    ...named("organisation"),
    ...speakers.filter((id) => !people.includes(id)),
    ...people.flatMap((id) => lookup.entry("people", id)?.affiliation ?? []),
  ];
  const parents = organisations.flatMap((id) => lookup.entry("organisations", id)?.affiliation ?? []);
  return {
    people,
    organisations: known("organisations", [...organisations, ...parents]),
    places: known("places", named("place")),
    terms: known("terms", named("term")),
  };
}

export function composeEntries(
  used: Used,
  lookup: Lookup,
  annotations: readonly Placed[],
  numbering: Numbering,
): Pick<Edition, RegisterName> {
  const compose = (name: RegisterName) =>
    sortByName(
      used[name].flatMap((id) => {
        const fields = lookup.entry(name, id);
        if (fields === undefined) return [];
        const passages = annotations.filter(
          ({ body }) =>
            (body.kind === entryKinds[name] && body.id === id) ||
            (body.kind === "quotation" && body.speaker === id),
        );
        return [
          composeEntry(
            name,
            id,
            fields,
            lookup,
            numbering[name].get(id) ?? {},
            passages.map((one) => one.id),
          ),
        ];
      }),
    );
  return {
    people: compose("people"),
    organisations: compose("organisations"),
    places: compose("places"),
    terms: compose("terms"),
  };
}

export function composeEntry(
  name: RegisterName,
  id: string,
  fields: EntryFields,
  lookup: Lookup,
  citations: Citations,
  passages: readonly string[],
): Entry {
  const { native_name: native, affiliation } = fields;
  const organisation = affiliation ? lookup.entry("organisations", affiliation) : undefined;
  return {
    kind: entryKinds[name],
    id,
    name: fields.name,
    nativeName: native ? { text: native.text, lang: native.lang, direction: directionOf(native.lang) } : null,
    aliases: fields.aliases ?? [],
    role: fields.role ?? null,
    asOf: fields.as_of ?? null,
    affiliation: affiliation
      ? { id: organisation ? affiliation : null, name: organisation?.name ?? affiliation }
      : null,
    died: fields.died ?? null,
    note: fields.note ?? null,
    lat: fields.lat ?? null,
    lon: fields.lon ?? null,
    citations,
    passages,
  };
}

/** By name in the Unicode root order, whatever the machine's locale; then by id. */
export function sortByName<T extends { readonly name: string; readonly id: string }>(
  entries: readonly T[],
): readonly T[] {
  return entries.toSorted((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const order = new Intl.Collator("en");
