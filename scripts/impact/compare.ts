// What rests on a thing: everything that a site built without it would not have, or would say otherwise.

import { citesSeparator } from "../changes/cited.ts";
import { recordsOf } from "../changes/records.ts";
import type { Edition, Entry } from "../model/edition.ts";
import { entryKinds, registerNames } from "../model/registers.ts";
import type { StoredRecord } from "../schema/stored-edition.ts";

export type Impact = {
  /** Positions from 1. */
  readonly keyPoints: readonly number[];
  /** Ids, the thing itself among them; quotations are annotations too. */
  readonly annotations: readonly string[];
  readonly quotations: readonly string[];
  readonly boxes: readonly string[];
  /** Positions from 1. */
  readonly timeline: readonly number[];
  /** `people/<id>` and so on, as their pages are named. */
  readonly entries: readonly string[];
  /** Numbers in the list as it is. */
  readonly references: readonly number[];
};

type Kinds = readonly StoredRecord["kind"][];

/**
 * By what records say: a number that shifts is no impact. Boxes and entries rest on the passages that lead to them. What
 * cites `address`, that of a source, rests on the source too.
 */
export function impactOn(whole: Edition, rest: Edition | null, address: string | null = null): Impact {
  const records = recordsOf(whole);
  const left = rest === null ? [] : recordsOf(rest);
  const stays = new Set(left.map(said));
  const rests = (record: StoredRecord) =>
    !stays.has(said(record)) || (address !== null && citesAddress(record, address));
  const touched = (...kinds: Kinds) =>
    records.filter((record) => kinds.includes(record.kind) && rests(record)).map(({ id }) => id);
  const passages = new Map(
    rest === null ? [] : [...rest.boxes.map((one) => ["box", one] as const), ...entriesOf(rest)].map(pair),
  );
  const led = (kind: string, { id, passages: own }: { id: string; passages: readonly string[] }) =>
    passages.get(`${kind} ${id}`) !== own.join(" ");
  return {
    keyPoints: touched("key-point").map(Number),
    annotations: touched("quotation", "annotation"),
    quotations: touched("quotation"),
    boxes: whole.boxes
      .filter((box) => led("box", box) || touched("box").includes(box.id))
      .map(({ id }) => id),
    timeline: touched("timeline").map(Number),
    entries: entriesOf(whole)
      .filter(([kind, entry]) => led(kind, entry) || touched(kind).includes(entry.id))
      .map(([kind, { id }]) => `${registerNames.find((name) => entryKinds[name] === kind)}/${id}`),
    references: touched("reference").map(Number),
  };
}

/** Whether a pack says anything else without it. */
export function isTouched(impact: Impact): boolean {
  return Object.values(impact).some((list) => list.length > 0);
}

/** A record without what only tells its place among others. */
function said({ kind, id, fields }: StoredRecord): string {
  const own = kind === "reference" ? "" : id;
  return JSON.stringify([kind, own, Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function citesAddress({ kind, fields }: StoredRecord, address: string): boolean {
  if (kind === "reference") return fields.address === address;
  return fields.cites?.split(citesSeparator).includes(address) ?? false;
}

function entriesOf(edition: Edition): readonly (readonly [Entry["kind"], Entry])[] {
  return registerNames.flatMap((name) => edition[name].map((entry) => [entryKinds[name], entry] as const));
}

function pair([kind, { id, passages }]: readonly [string, { id: string; passages: readonly string[] }]) {
  return [`${kind} ${id}`, passages.join(" ")] as const;
}
