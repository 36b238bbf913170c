// Two editions as records to what changed between them: record by record, field by field, word by word.
import { wordDiff } from "../anchor/word-diff.ts";
import type { Change, FieldChange } from "../model/changes.ts";
import { type RecordKind, recordKinds, type StoredRecord } from "../schema/stored-edition.ts";
import { citesSeparator } from "./cited.ts";
import { readable, textOf } from "./names.ts";
import { type Pair, pairUp } from "./pairs.ts";
import { sameWords } from "./words.ts";

type Records = readonly StoredRecord[];

/** What the earlier edition calls a reference → what the later one calls the same. */
type Renamed = ReadonlyMap<string, string>;

/** In the order of a briefing. Empty when the two differ in nothing but form. */
export function compareRecords(before: Records, after: Records): readonly Change[] {
  const references = (records: Records) => records.filter(({ kind }) => kind === "reference");
  const { pairs } = pairUp(references(before), references(after));
  const renamed = new Map(pairs.map((pair) => [citedName(pair.before), citedName(pair.after)]));
  return recordKinds.flatMap((kind) => changesOf(kind, before, after, renamed));
}

function changesOf(kind: RecordKind, before: Records, after: Records, renamed: Renamed): readonly Change[] {
  const of = (records: Records) => records.filter((record) => record.kind === kind);
  const { pairs, removed, added } = pairUp(of(before), of(after));
  const changed = pairs.flatMap((pair) => {
    const fields = fieldChanges(pair, before, after, renamed);
    return fields.length === 0
      ? []
      : [{ at: pair.after, change: changeOf("changed", pair.after, fields, after) }];
  });
  const fresh = added.map((record) => ({
    at: record,
    change: changeOf("added", record, whole(record, after, "to"), after),
  }));
  const order = of(after);
  return [
    ...[...changed, ...fresh]
      .sort((a, b) => order.indexOf(a.at) - order.indexOf(b.at))
      .map(({ change }) => change),
    ...removed.map((record) => changeOf("removed", record, whole(record, before, "from"), before)),
    ...(kind === "key-point" && reordered(pairs) ? [reorderedChange(kind)] : []),
  ];
}

function changeOf(
  what: Change["what"],
  record: StoredRecord,
  fields: readonly FieldChange[],
  records: Records,
): Change {
  const { kind, id, label, language } = record;
  const source = kind === "quotation" || kind === "annotation" ? readable(record, "source", records) : null;
  return { kind, what, id, label, source, language, fields };
}

function fieldChanges(
  { before, after }: Pair,
  earlier: Records,
  later: Records,
  renamed: Renamed,
): readonly FieldChange[] {
  const revised = before.fields.revision !== after.fields.revision;
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  return [...names].flatMap((name) => {
    // A new revision says that it was captured anew.
    if (name === "captured" && revised) return [];
    const [raw, now] = [textOf(before, name), textOf(after, name)];
    if (raw === now || (raw !== null && now !== null && !exact.has(name) && sameWords(raw, now))) return [];
    if (
      name === "cites" &&
      raw
        ?.split(citesSeparator)
        .map((one) => renamed.get(one) ?? one)
        .join(citesSeparator) === now
    )
      return [];
    const from = readable(before, name, earlier);
    const to = readable(after, name, later);
    return [{ name, from, to, difference: from === null || to === null ? null : wordDiff(from, to) }];
  });
}

function citedName(reference: StoredRecord): string {
  return textOf(reference, "address") ?? textOf(reference, "title") ?? "";
}

/** Fields that are no words: a hash, an address, ids. */
const exact = new Set(["revision", "address", "support", "cites", "speaker", "people", "position"]);

/** All that a record says that came or went, without what only ties it to others. */
function whole(record: StoredRecord, records: Records, side: "from" | "to"): readonly FieldChange[] {
  return Object.keys(record.fields)
    .filter((name) => !["support", "cites", "source", "revision"].includes(name))
    .map((name) => {
      const text = readable(record, name, records);
      return { name, from: side === "from" ? text : null, to: side === "to" ? text : null, difference: null };
    });
}

function reordered(pairs: readonly Pair[]): boolean {
  const positions = pairs.map(({ before }) => Number(before.id));
  return positions.some((position, index) => index > 0 && position < (positions[index - 1] ?? 0));
}

function reorderedChange(kind: RecordKind): Change {
  return { kind, what: "reordered", id: "", label: "", source: null, language: null, fields: [] };
}
