// The words of the interface, typed, so that a language is complete or does not compile; a language we lack falls back to English.
import type {
  Confidence,
  Entry,
  Marking,
  ParagraphNumber,
  SectionName,
} from "../../scripts/model/edition.ts";
import type { ListKind } from "../paths.ts";
import { arabic } from "./ar.ts";
import type { ChangeLabels } from "./changes.ts";
import { english } from "./en.ts";
import type { FindLabels } from "./find.ts";
import type { ReadingLabels } from "./reading.ts";
import type { RevisionLabels } from "./revisions.ts";

export type Labels = {
  /** Language and direction of these words, which may differ from the text's. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly navigation: NavigationLabels;
  readonly pack: PackLabels;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly markings: Readonly<Record<Marking, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly passages: PassageLabels;
  readonly register: RegisterLabels;
  readonly source: SourceLabels;
  readonly print: PrintLabels;
  readonly figures: FigureLabels;
  readonly changes: ChangeLabels;
  readonly find: FindLabels;
  readonly reading: ReadingLabels;
  readonly revisions: RevisionLabels;
  readonly units: UnitLabels;
};

export type NavigationLabels = Readonly<Record<ListKind, string>> & {
  readonly skip: string;
  readonly site: string;
  readonly onThisPage: string;
  readonly packs: string;
  readonly noPacks: string;
  readonly nothing: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly toIndex: string;
  readonly listIntro: Readonly<Record<ListKind, string>>;
};

export type PackLabels = {
  readonly edition: (number: number) => string;
  readonly sourceAsCaptured: string;
  readonly pdf: string;
  readonly data: string;
  readonly support: string;
  /** Before the paragraphs that name a box. */
  readonly namedIn: string;
  readonly paragraph: (number: ParagraphNumber) => string;
  readonly passage: string;
  readonly likelihood: string;
  readonly yardstick: (name: string) => string;
  readonly since: string;
  readonly asOf: (date: string) => string;
  readonly reviewBy: (date: string) => string;
  readonly boxTypes: Readonly<Record<string, string>>;
  readonly usedBy: string;
  readonly usedByNone: string;
  readonly contact: (address: string) => string;
  readonly published: (by: string) => string;
};

export type PassageLabels = {
  readonly direct: string;
  readonly indirect: string;
  readonly directKey: string;
  readonly indirectKey: string;
  readonly key: string;
  readonly linkKey: string;
  readonly sic: string;
  readonly note: (number: number) => string;
  readonly backToText: string;
  readonly box: string;
  readonly withheld: string;
  readonly marked: string;
  readonly markedAs: string;
  readonly kinds: Readonly<Record<"quotation" | "box" | "note" | "sic" | Entry["kind"], string>>;
};

export type RegisterLabels = {
  readonly name: string;
  readonly role: string;
  readonly affiliation: string;
  readonly note: string;
  readonly died: (date: string) => string;
  readonly coordinates: string;
  readonly alsoKnown: string;
  readonly death: string;
  readonly north: (degrees: string) => string;
  readonly south: (degrees: string) => string;
  readonly east: (degrees: string) => string;
  readonly west: (degrees: string) => string;
  readonly kinds: Readonly<Record<Entry["kind"], string>>;
  readonly speaker: string;
  readonly words: string;
  readonly paragraph: string;
  readonly before: string;
  readonly theDay: string;
  readonly after: string;
};

export type SourceLabels = {
  readonly title: string;
  readonly provenance: string;
  readonly publisher: string;
  readonly address: string;
  readonly place: string;
  readonly published: string;
  readonly language: string;
  readonly licence: string;
  readonly noLicence: string;
  readonly file: string;
  readonly size: (bytes: number, words: number) => string;
  readonly captured: string;
  readonly revisions: (number: number) => string;
  readonly grade: string;
  /** The Admiralty code in words; null where the edition's own words are in this language. */
  readonly gradeWords: ((reliability: string, credibility: number) => string) | null;
  readonly checked: string;
  readonly notChecked: string;
  /** `found` of `all` direct quotations stand in the newest state; `language`: its text's, in words. */
  readonly quotationsChecked: (found: number, all: number, publisher: string, language: string) => string;
  readonly noQuotations: string;
  readonly textUnchecked: (publisher: string) => string;
  readonly translationUnchecked: string;
  /** `languages`: those of the speakers that are not the text's, in words. */
  readonly originalsUnchecked: (languages: string) => string;
  /** Where nobody is quoted. */
  readonly truthUnchecked: (publisher: string) => string;
  readonly factsUnchecked: string;
  readonly excerpts: string;
  readonly none: string;
  readonly line: (number: number) => string;
};

export type PrintLabels = {
  readonly contents: string;
  readonly index: string;
  readonly colophon: string;
  readonly page: string;
  /** Between a folio and the number of pages, spaces included: "3 of 12". */
  readonly of: string;
  readonly current: (address: string) => string;
  readonly tools: string;
  readonly licence: string;
  readonly seeBox: (title: string) => string;
  /** What the files are that a PDF carries. */
  readonly carried: {
    readonly pack: string;
    readonly annotations: string;
    readonly source: (publisher: string) => string;
    readonly manifest: string;
  };
};

export type FigureLabels = {
  /** `dates`: the first and the last. */
  readonly timeline: (events: number, dates: string) => string;
  readonly leftOut: string;
  readonly map: (places: string) => string;
  readonly boundaries: string;
  readonly kilometres: (number: number) => string;
  readonly quoted: string;
  readonly wordsOf: (speaker: string, words: number) => string;
};

export type UnitLabels = {
  readonly listSeparator: string;
};

const languages: ReadonlyMap<string, Labels> = new Map([
  ["en", english],
  ["ar", arabic],
]);

/** The words for a BCP 47 language tag; English where we have none. */
export function labelsFor(language: string): Labels {
  return languages.get(language.toLowerCase().split("-")[0] ?? "") ?? english;
}
