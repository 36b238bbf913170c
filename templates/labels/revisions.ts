// The words for sources that changed after they were captured, and for the notes that lost their passages by it.
import type { Orphan } from "../../scripts/model/edition.ts";

export type RevisionLabels = {
  /** Of a source whose text changed: how many of its notes no longer stand as they did. */
  readonly announced: (publisher: string, fallen: number, notes: number) => string;
  /** Leads to the list of them. */
  readonly toList: string;
  readonly title: string;
  readonly intro: string;
  readonly verdicts: Readonly<Record<Orphan["verdict"], string>>;
  /** `date`: when that state was captured. */
  readonly before: (date: string | null) => string;
  readonly now: string;
  readonly around: string;
  /** In place of words that the source's terms withhold. */
  readonly withheld: string;
  readonly untold: string;
  readonly supportFallen: string;
  readonly passages: Readonly<Record<Orphan["verdict"], string>>;
  readonly earlier: string;
};
