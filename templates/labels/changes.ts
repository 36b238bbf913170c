// The words for what changed between editions: what a record is called, and what is said of its fields.
import type { ChangedKind } from "../../scripts/model/changes.ts";
import type { Confidence, ParagraphNumber } from "../../scripts/model/edition.ts";

export type ChangeLabels = {
  readonly title: string;
  readonly since: (edition: number) => string;
  readonly between: (from: number, to: number) => string;
  /** Newest date in the records of an edition. */
  readonly upTo: (date: string) => string;
  /** How words taken out and put in are shown. */
  readonly key: string;
  readonly none: string;
  readonly changedIn: (edition: number) => string;
  readonly newIn: (edition: number) => string;
  readonly withdrawnIn: (edition: number) => string;
  readonly keyPoint: (number: ParagraphNumber) => string;
  readonly kinds: Readonly<Record<Exclude<ChangedKind, "prose" | "key-point" | "paragraph">, string>>;
  readonly added: string;
  readonly removed: string;
  readonly reordered: string;
  readonly paragraphs: Readonly<Record<"added" | "changed" | "removed", (count: number) => string>>;
  /** Of a record's own text. */
  readonly reworded: string;
  readonly fieldReworded: (field: string) => string;
  readonly fieldChanged: (field: string) => string;
  readonly fieldAdded: (field: string) => string;
  readonly fieldRemoved: (field: string) => string;
  readonly fromTo: (field: string) => readonly [before: string, between: string];
  readonly dateMoved: readonly [before: string, between: string];
  readonly raised: (from: string, to: string) => string;
  readonly lowered: (from: string, to: string) => string;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly support: string;
  readonly cites: string;
  readonly revision: string;
  readonly standing: string;
  readonly standsAgain: string;
  readonly terms: Readonly<Record<"full" | "excerpts" | "none", string>>;
  readonly quote: readonly [open: string, close: string];
  readonly fields: Readonly<Record<string, string>>;
};
