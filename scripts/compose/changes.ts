// What each edition of a pack changed, from the stored editions before it; and what an edition is when it is stored.
import { compareRecords } from "../changes/compare.ts";
import { storedParagraphs } from "../changes/numbers.ts";
import { paragraphChanges } from "../changes/paragraphs.ts";
import { recordsOf } from "../changes/records.ts";
import type { ChangedKind, EditionChanges } from "../model/changes.ts";
import type { PackRecord } from "../model/content.ts";
import type { Edition } from "../model/edition.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { StoredEdition } from "../schema/stored-edition.ts";
import { type Placements, paragraphId } from "./placement.ts";
import { shown } from "./withheld-changes.ts";

/** Newest first: from the newest stored edition before this one, and between those. */
export function composeChanges(
  edition: Omit<Edition, "changes">,
  { editions }: PackRecord,
  placements: Placements,
): readonly EditionChanges[] {
  const before = editions.map(({ value }) => value).filter((stored) => stored.edition < edition.edition);
  if (before.length === 0) return [];
  const states = [...before, storedEditionOf(edition, placements)];
  const withheld = shown(edition);
  return states
    .slice(1)
    .map((to, index) => between(before[index] ?? to, to, withheld))
    .reverse();
}

/** The edition as it is stored. */
export function storedEditionOf(edition: Omit<Edition, "changes">, placements: Placements): StoredEdition {
  return {
    format: 1,
    edition: edition.edition,
    date: edition.date,
    time: edition.time,
    records: [...recordsOf(edition)],
    paragraphs: [...placements].map(([source, { texts, numbered }]) => ({
      source,
      numbers: [...storedParagraphs(texts, numbered)],
    })),
  };
}

/**
 * A finding when the edition is stored under its number with other content: an error where the pack itself says something
 * else now, a warning where only a box or an entry does that other packs share.
 */
export function checkStored(
  edition: Omit<Edition, "changes">,
  { editions, pack }: PackRecord,
  placements: Placements,
): readonly Finding[] {
  const stored = editions.find(({ value }) => value.edition === edition.edition)?.value;
  if (stored === undefined) return [];
  const changes = between(stored, storedEditionOf(edition, placements), (all) => all).changes;
  if (changes.length === 0) return [];
  const { edition: number } = edition;
  const own = changes.filter(({ kind }) => !shared.includes(kind));
  const [first] = [...own, ...changes];
  return [
    finding(
      own.length === 0 ? "warning" : "error",
      "edition-stored",
      pack.at("edition"),
      `edition ${number} is stored with other content: ${first?.kind} ${first?.label ?? ""} ${first?.what}`,
      `raise \`edition\` to ${number + 1}, or take the change back`,
    ),
  ];
}

/** Kinds whose records stand outside the pack, or may follow from one that does. */
const shared: readonly ChangedKind[] = ["box", "person", "organisation", "place", "term", "reference"];

function between(
  from: StoredEdition,
  to: StoredEdition,
  withheld: (changes: EditionChanges["changes"]) => EditionChanges["changes"],
): EditionChanges {
  const records = compareRecords(from.records, to.records);
  const publishers = new Map(
    [...from.records, ...to.records].flatMap(({ kind, id, label }) =>
      kind === "source" ? [[id, label]] : [],
    ),
  );
  const paragraphs = to.paragraphs.flatMap(({ source, numbers }) => {
    const stored = from.paragraphs.find((one) => one.source === source)?.numbers;
    if (stored === undefined) return [];
    const names = {
      publisher: publishers.get(source) ?? source,
      id: (number: string) => paragraphId(source, number),
    };
    return paragraphChanges(stored, numbers, names);
  });
  const place =
    records.findLastIndex(({ kind }) => ["pack", "prose", "key-point", "source"].includes(kind)) + 1;
  return {
    from: timeOf(from),
    to: timeOf(to),
    changes: withheld([...records.slice(0, place), ...paragraphs, ...records.slice(place)]),
  };
}

function timeOf({ edition, date, time }: StoredEdition): EditionChanges["from"] {
  return { edition, date, time };
}
