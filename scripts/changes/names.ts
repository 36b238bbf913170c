// Ids in the fields of records as a reader knows them: fields that name other records by id, and the labels of those.
import type { RecordKind, StoredRecord } from "../schema/stored-edition.ts";

/** Which records the ids in a field name; ids are parted by spaces. */
const named: Readonly<Record<string, readonly RecordKind[]>> = {
  speaker: ["person", "organisation"],
  people: ["person"],
  affiliation: ["organisation"],
  person: ["person"],
  organisation: ["organisation"],
  place: ["place"],
  term: ["term"],
  box: ["box"],
  source: ["source"],
};

/** A field's text with labels in place of ids, as the other records of its edition give them. */
export function readable(
  record: StoredRecord,
  field: string,
  records: readonly StoredRecord[],
): string | null {
  const text = textOf(record, field);
  const kinds = Object.hasOwn(named, field) ? named[field] : undefined;
  // A source's own `place` and a box's own `source` are words, not ids: only annotations, quotations, events and entries name.
  if (text === null || kinds === undefined || record.kind === "source" || record.kind === "pack") return text;
  const labelOf = (id: string) => records.find((one) => one.id === id && kinds.includes(one.kind))?.label;
  return (
    labelOf(text) ??
    text
      .split(" ")
      .map((id) => labelOf(id) ?? id)
      .join(", ")
  );
}

/** The text of a field; null where the record lacks it. */
export function textOf({ fields }: StoredRecord, name: string): string | null {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
