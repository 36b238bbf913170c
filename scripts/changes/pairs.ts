// Which record of one edition is which of another: by id, or by what they say where they have no id.
import type { StoredRecord } from "../schema/stored-edition.ts";
import { textOf } from "./names.ts";
import { kept, sameWords, wordsOf } from "./words.ts";

export type Pair = { readonly before: StoredRecord; readonly after: StoredRecord };

export type Pairing = {
  /** In the order of the later edition. */
  readonly pairs: readonly Pair[];
  readonly removed: readonly StoredRecord[];
  readonly added: readonly StoredRecord[];
};

/** How alike two records are, from 0 for not at all. */
type Likeness = (before: StoredRecord, after: StoredRecord) => number;

/** Kinds without ids: one likeness after the other is tried on what is left. At least half of the words stay. */
const likenesses: Readonly<Record<string, readonly Likeness[]>> = {
  "key-point": [same("text"), alike("text")],
  timeline: [
    all(same("date"), same("title")),
    same("title"),
    all(same("date"), alike("title")),
    alike("title"),
  ],
  reference: [all(same("address"), same("title")), same("address"), same("title"), alike("title")],
};

/** Records of one kind. Deterministic: of equally alike ones those at the most alike positions, then the first. */
export function pairUp(before: readonly StoredRecord[], after: readonly StoredRecord[]): Pairing {
  const kind = (before[0] ?? after[0])?.kind ?? "";
  const passes = likenesses[kind] ?? [
    (one: StoredRecord, other: StoredRecord) => Number(one.id === other.id),
  ];
  let left = before.map((record, index) => ({ record, index }));
  let right = after.map((record, index) => ({ record, index }));
  const pairs: (Pair & { readonly index: number })[] = [];
  for (const likeness of passes) {
    const candidates = left.flatMap((one) =>
      right.flatMap((other) => {
        const score = likeness(one.record, other.record);
        return score > 0 ? [{ one, other, score, apart: Math.abs(one.index - other.index) }] : [];
      }),
    );
    candidates.sort(
      (a, b) =>
        b.score - a.score || a.apart - b.apart || a.one.index - b.one.index || a.other.index - b.other.index,
    );
    const taken = new Set<object>();
    for (const { one, other } of candidates) {
      if (taken.has(one) || taken.has(other)) continue;
      taken.add(one).add(other);
      pairs.push({ before: one.record, after: other.record, index: other.index });
    }
    left = left.filter((one) => !taken.has(one));
    right = right.filter((other) => !taken.has(other));
  }
  return {
    pairs: pairs.sort((a, b) => a.index - b.index).map(({ index: _, ...pair }) => pair),
    removed: left.map(({ record }) => record),
    added: right.map(({ record }) => record),
  };
}

function same(field: string): Likeness {
  return (before, after) => {
    const [from, to] = [textOf(before, field), textOf(after, field)];
    return from !== null && to !== null && sameWords(from, to) ? 1 : 0;
  };
}

function alike(field: string): Likeness {
  const words = new WeakMap<StoredRecord, readonly string[]>();
  const wordsIn = (record: StoredRecord) => {
    const known = words.get(record) ?? wordsOf(textOf(record, field) ?? "");
    words.set(record, known);
    return known;
  };
  return (before, after) => {
    const [from, to] = [wordsIn(before), wordsIn(after)];
    if (from.length === 0 || to.length === 0) return 0;
    const share = kept(from, to);
    return share >= 0.5 ? share : 0;
  };
}

function all(...likeness: readonly Likeness[]): Likeness {
  return (before, after) => Math.min(...likeness.map((one) => one(before, after)));
}
