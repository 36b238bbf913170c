// The waist of the line: one pack, fully resolved, at one version. Plain JSON; the only value templates see.
import type { EditionChanges } from "./changes.ts";

/** A day `2023-10-19`, a month `2023-10` or a year `2023`. */
export type PartialDate = string;
/** Markdown whose citations `[@id]` are numbered by the `citations` of the record that it stands in. */
export type Markdown = string;
export type Direction = "ltr" | "rtl";
/** 12, or `12a` for the first paragraph that came between 12 and 13 in a later edition. */
export type ParagraphNumber = number | string;
export type Marking = "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
export type Confidence = "low" | "moderate" | "high";

export type SectionName =
  | "summary"
  | "key_points"
  | "article"
  | "analysis"
  | "boxes"
  | "people"
  | "timeline"
  | "quotations"
  | "assessment"
  | "not_said"
  | "references";

export type Edition = {
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string | null;
  /** The day that the briefing speaks of. */
  readonly date: PartialDate;
  /** Number of this edition, from 1. */
  readonly edition: number;
  /** What each edition changed, newest first; empty where no edition before this one is stored. */
  readonly changes: readonly EditionChanges[];
  readonly marking: Marking;
  readonly language: string;
  readonly direction: Direction;
  readonly paper: "A4" | "Letter";
  /** ISO time: the newest date in the pack's own records, or the time that the build was told. */
  readonly time: string;
  readonly publication: Publication;
  /** The scale of likelihood words; null when no key point uses one. */
  readonly yardstick: Yardstick | null;
  readonly summary: Markdown | null;
  readonly keyPoints: readonly KeyPoint[];
  readonly sources: readonly Source[];
  /** In reading order: by source, then by start, longer passages first. */
  readonly annotations: readonly Annotation[];
  /** Annotations whose passages no longer stand in their sources as they did, by source, then as annotations.yaml has them. */
  readonly orphans: readonly Orphan[];
  /** In the pack's order; boxes that only passages name come after. */
  readonly boxes: readonly Box[];
  /** Every register entry that the pack uses, by name. */
  readonly people: readonly Entry[];
  readonly organisations: readonly Entry[];
  readonly places: readonly Entry[];
  readonly terms: readonly Entry[];
  /** By date. */
  readonly timeline: readonly TimelineEvent[];
  readonly analysis: Markdown | null;
  readonly assessment: Markdown | null;
  readonly notSaid: Markdown | null;
  /** Every reference of the pack, its boxes and its entries, once each, numbered from 1. */
  readonly references: readonly Reference[];
  /** Numbers of the pack's own citations, by reference id. */
  readonly citations: Citations;
  /** Sections to show, in order; those with nothing in them are already left out. */
  readonly sections: readonly SectionName[];
};

/** Reference id → number in `Edition.references`. */
export type Citations = Readonly<Record<string, number>>;

/** What the site says of itself. */
export type Publication = {
  readonly title: string;
  readonly publisher: string | null;
  readonly contact: string | null;
  /** Where the site is published, ending in `/`; null when it has no address. */
  readonly baseUrl: string | null;
  readonly language: string;
  readonly licence: string | null;
};

export type Yardstick = {
  readonly name: "PHIA" | "ICD 203";
  readonly terms: readonly { readonly term: string; readonly range: string }[];
};

export type KeyPoint = {
  readonly text: Markdown;
  readonly confidence: Confidence | null;
  readonly likelihood: string | null;
  /** Ids of the annotations that bear it out. */
  readonly support: readonly string[];
};

export type Source = {
  readonly id: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly place: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly direction: Direction;
  readonly licence: string | null;
  /** How much of the text its terms let us show. */
  readonly publish: "full" | "excerpts" | "none";
  readonly grade: Grade | null;
  readonly note: Markdown | null;
  /** The newest revision. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly words: number;
  readonly captured: string | null;
  /** Every captured state, oldest first. */
  readonly revisions: readonly Revision[];
  /** Whether the words of the text differ between any two of its captured states. */
  readonly changed: boolean;
  /** Direct quotations checked word for word against this text; each of them was found. */
  readonly quotations: number;
  readonly blocks: readonly SourceBlock[];
  /** Paragraphs of earlier editions whose numbers are no longer in use. */
  readonly withdrawn: readonly Withdrawn[];
};

/** A paragraph that is gone: its number is never given again. */
export type Withdrawn = {
  readonly number: ParagraphNumber;
  /** Fragment id. */
  readonly id: string;
  /** The edition from which on it is gone. */
  readonly edition: number;
  /** The block before which it stood; null for the end. */
  readonly before: string | null;
};

/** One captured state of a source. */
export type Revision = {
  readonly file: string;
  readonly sha256: string;
  readonly captured: string | null;
  /** How much of its text its source's terms let us show. */
  readonly publish: Source["publish"];
};

/** The Admiralty code, with what its letter and its figure say in plain words. */
export type Grade = {
  readonly reliability: string;
  readonly credibility: number;
  readonly words: string;
};

export type SourceBlock = {
  /** Fragment id, unique in the edition: `tass-p3`, or `tass-h1` for a heading. */
  readonly id: string;
  readonly kind: "paragraph" | "heading" | "list-item" | "quote" | "row" | "preformatted";
  readonly level: number | null;
  /** Number of the paragraph within its source, from 1, the same in every edition; null for headings. */
  readonly number: ParagraphNumber | null;
  /** Line of the captured file, from 1. */
  readonly line: number;
  readonly segments: readonly Segment[];
};

/** A stretch of a block under one and the same set of annotations; segments join up to the block's text. */
export type Segment = {
  /** null where the source's terms withhold the words. */
  readonly text: string | null;
  /** Ids of the annotations that cover it, outermost (longest) first. */
  readonly annotations: readonly string[];
  /** Ids of those that start with this segment, and of those that end with it. */
  readonly opens: readonly string[];
  readonly closes: readonly string[];
};

export type Annotation = {
  readonly id: string;
  readonly source: string;
  /** Code points of the source's reader text. */
  readonly start: number;
  readonly end: number;
  /** Id of the block in which it starts, and that block's paragraph number. */
  readonly block: string;
  readonly paragraph: ParagraphNumber | null;
  /** The source's own words, white space as captured; null where its terms withhold them. */
  readonly text: string | null;
  /** Number of its note, from 1 in the order in which passages end; null for bodies that print none. */
  readonly note: number | null;
  /** What became of the passage since older revisions that have it; null when none has. */
  readonly verdict: "unchanged" | "moved" | null;
  /** The wordings that it has had, oldest first; empty when its words were never changed. */
  readonly history: readonly Wording[];
  readonly body: AnnotationBody;
};

/** A wording that an annotation has had; the words are null where the source's terms withhold them. */
export type Wording = {
  /** File of the revision in which the words stood. */
  readonly revision: string;
  readonly exact: string | null;
  /** The day on which the desk took it in place of the one before. */
  readonly accepted: PartialDate | null;
};

/** An annotation whose passage stood in an older revision and does not stand in the newest as it did. */
export type Orphan = {
  readonly id: string;
  readonly source: string;
  readonly verdict: "changed" | "lost" | "ambiguous";
  /** The words as they stood; null, like all text here, where the source's terms withhold it. */
  readonly text: string | null;
  /** What stood right before and right after them. */
  readonly before: string | null;
  readonly after: string | null;
  /** The revision in which they last stood. */
  readonly revision: Omit<Revision, "publish">;
  /** What stands in their place in the newest revision; null when nothing does that could be told. */
  readonly proposed: string | null;
  /** From the words as they stood to the proposed ones. */
  readonly difference: readonly DiffPart[] | null;
  readonly body: AnnotationBody;
  readonly history: readonly Wording[];
};

/** A stretch of two wordings: in both, in the old one only, or in the new one only. */
export type DiffPart = { readonly kind: "same" | "removed" | "added"; readonly text: string };

export type AnnotationBody =
  | {
      readonly kind: "quotation";
      readonly speaker: string;
      readonly form: "direct" | "indirect";
      /** The words as they are printed, with … and [ ], where they are not printed whole. */
      readonly shown?: string;
    }
  | { readonly kind: "box"; readonly id: string }
  | { readonly kind: "person" | "organisation" | "place" | "term"; readonly id: string }
  | { readonly kind: "note"; readonly text: Markdown }
  | { readonly kind: "sic"; readonly text: string };

export type Box = {
  readonly id: string;
  readonly title: string;
  /** grouping, institution, agreement, event, concept … */
  readonly type: string | null;
  readonly asOf: PartialDate | null;
  readonly reviewBy: PartialDate | null;
  readonly summary: Markdown | null;
  readonly body: Markdown;
  /** What came after `asOf`, without its heading `Since then`. */
  readonly since: Markdown | null;
  readonly citations: Citations;
  /** Annotations of the edition that this box explains, in reading order. */
  readonly passages: readonly string[];
};

/** A register entry: a person, organisation, place or term. */
export type Entry = {
  readonly kind: "person" | "organisation" | "place" | "term";
  readonly id: string;
  readonly name: string;
  readonly nativeName: { readonly text: string; readonly lang: string; readonly direction: Direction } | null;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly asOf: PartialDate | null;
  /** An organisation of the register, or just its name. */
  readonly affiliation: { readonly id: string | null; readonly name: string } | null;
  readonly died: PartialDate | null;
  readonly note: Markdown | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly citations: Citations;
  /** Annotations of the edition that name or quote it, in reading order. */
  readonly passages: readonly string[];
};

export type TimelineEvent = {
  readonly date: PartialDate;
  readonly until: PartialDate | null;
  readonly title: string;
  readonly text: Markdown | null;
  /** Numbers of references. */
  readonly references: readonly number[];
  /** Ids of people. */
  readonly people: readonly string[];
};

export type Reference = {
  readonly number: number;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: PartialDate | null;
  readonly url: string | null;
  readonly note: string | null;
};
