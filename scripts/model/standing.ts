// Where each annotation stands once every revision of its source has been asked.
import type { DiffPart } from "./edition.ts";
import type { Range } from "./selector.ts";

/** An annotation whose passage stands in the newest revision. */
export type Anchor = {
  readonly source: string;
  /** Code units of the newest reader text. */
  readonly range: Range;
  /** Against the older revisions that have it; null when none has. */
  readonly verdict: "unchanged" | "moved" | null;
};

/** An annotation whose passage stood in an older revision and no longer stands in the newest as it did. */
export type Fallen = {
  readonly source: string;
  readonly verdict: "changed" | "lost" | "ambiguous";
  /** The words as they stood, in one line, with what stood before and after them. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** The revision in which they last stood. */
  readonly revision: {
    readonly file: string;
    readonly sha256: string;
    readonly captured: string | null;
  };
  /** The counterpart of a changed passage in the newest revision, with what differs. */
  readonly proposed: {
    readonly range: Range;
    readonly text: string;
    readonly difference: readonly DiffPart[];
  } | null;
  /** Where the very words stand in the newest revision, once and in the context named; they are another passage's. */
  readonly lookAlike: Range | null;
};

export type Standings = {
  /** By annotation id. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  readonly fallen: ReadonlyMap<string, Fallen>;
  /** Ids of the sources whose captured states differ in their words. */
  readonly changed: ReadonlySet<string>;
};
