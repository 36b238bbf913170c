// The words for finding and taking away: search, filters, long lists, downloads and citations.

export type FindLabels = {
  readonly search: string;
  readonly query: string;
  readonly hint: string;
  readonly kind: string;
  readonly person: string;
  readonly year: string;
  readonly any: string;
  /** `pack`, `box` and `source`, beside the kinds of register entries. */
  readonly kinds: Readonly<Record<"pack" | "box" | "source", string>>;
  readonly results: string;
  /** `{n}` stands for the number. */
  readonly count: string;
  readonly none: string;
  readonly searching: string;
  readonly failed: string;
  readonly more: string;
  readonly withoutScripts: string;
  readonly fromFolder: string;
  readonly otherWays: string;
  readonly filters: string;
  readonly facets: Readonly<Record<"year" | "language" | "marking" | "source", string>>;
  readonly packsOf: (value: string) => string;
  /** Opens the whole list where only the foremost of many values are shown. */
  readonly all: (number: number) => string;
  readonly severalFilters: string;
  readonly pages: string;
  readonly page: (number: number, of: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly takeAway: string;
  readonly annotations: string;
  /** A table of the pack as comma-separated values. */
  readonly table: (name: string) => string;
  readonly cite: string;
  readonly citeAs: string;
  /** The kind of document, in a citation. */
  readonly briefing: string;
  readonly plainText: string;
};
