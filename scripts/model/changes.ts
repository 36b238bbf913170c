// What changed from one edition of a pack to the next, in terms of its records and their words.
import type { DiffPart, PartialDate } from "./edition.ts";

/** The changes that one edition made to the stored one before it. */
export type EditionChanges = {
  readonly from: EditionTime;
  readonly to: EditionTime;
  /** In the order of a briefing; none when only the form changed. */
  readonly changes: readonly Change[];
};

export type EditionTime = {
  readonly edition: number;
  /** The day that the briefing speaks of. */
  readonly date: PartialDate;
  /** ISO time: the newest date in its records. */
  readonly time: string;
};

export type ChangedKind =
  | ("pack" | "prose" | "key-point" | "source" | "paragraph" | "quotation" | "annotation" | "box")
  | ("person" | "organisation" | "place" | "term" | "timeline" | "reference");

export type Change = {
  readonly kind: ChangedKind;
  /** `reordered` is said of all records of a kind, and has no id. */
  readonly what: "added" | "removed" | "changed" | "reordered";
  /**
   * Id of the record in the later edition, or in the earlier one when it is removed. Key points, timeline and references have
   * their position, from 1; paragraphs their fragment id; prose the name of its section.
   */
  readonly id: string;
  /** What a reader calls it: a title, a name, a speaker; the number of a key point or paragraph. */
  readonly label: string;
  /** Publisher of the source that it is of, or in which it stands. */
  readonly source: string | null;
  /** Language of a source's words; null for the pack's own. */
  readonly language: string | null;
  readonly fields: readonly FieldChange[];
};

export type FieldChange = {
  /** Name of the field, such as `role` or `text`. */
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  /** From one to the other; null unless both are there. */
  readonly difference: readonly DiffPart[] | null;
};
