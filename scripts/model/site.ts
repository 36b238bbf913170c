// What spans packs: the index, and one page for every box and register entry with the packs that use it.
import type { Box, Direction, Edition, Entry, ParagraphNumber, Publication, Reference } from "./edition.ts";

export type Site = {
  readonly publication: Publication;
  readonly direction: Direction;
  /** ISO time: the newest of all packs. */
  readonly time: string;
  /** Newest first. */
  readonly packs: readonly PackCard[];
  /** By title, then by name. Citations of each are numbered within its own references. */
  readonly boxes: readonly BoxPage[];
  readonly people: readonly EntryPage[];
  readonly organisations: readonly EntryPage[];
  readonly places: readonly EntryPage[];
  readonly terms: readonly EntryPage[];
};

/** A pack as a line of a list. */
export type PackCard = Pick<
  Edition,
  "slug" | "title" | "subtitle" | "date" | "edition" | "marking" | "language" | "direction" | "time"
> & {
  /** The first paragraph of the summary, as plain text. */
  readonly summary: string | null;
  readonly sources: readonly string[];
};

/** One pack's use of a box or an entry, with the passages to link to. */
export type Use = {
  readonly pack: PackCard;
  readonly passages: readonly {
    readonly annotation: string;
    readonly text: string | null;
    readonly publisher: string;
    readonly paragraph: ParagraphNumber | null;
    readonly language: string;
    readonly direction: Direction;
  }[];
};

export type BoxPage = {
  readonly box: Box;
  readonly references: readonly Reference[];
  readonly uses: readonly Use[];
};

export type EntryPage = {
  readonly entry: Entry;
  readonly references: readonly Reference[];
  readonly uses: readonly Use[];
};
