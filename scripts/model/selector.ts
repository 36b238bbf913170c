// How a note points at the source, in the words of the W3C Web Annotation Data Model, section 4.2.4.

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export type TextQuoteSelector = {
  readonly exact: string;
  /** Empty means absent. */
  readonly prefix: string;
  readonly suffix: string;
};

/** A half-open range of the reader text, in UTF-16 code units. */
export type Range = { readonly start: number; readonly end: number };

/** A look-alike of an orphan: the nearest text of the source, to be shown and never to be used. */
export type Nearest = Range & { readonly text: string };

export type Match =
  | { readonly kind: "anchored"; readonly range: Range }
  | { readonly kind: "orphan"; readonly nearest: Nearest | null }
  /** More than one candidate agrees, or several stand and none agrees with all of the context. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Range[] }
  /** The words stand there once, between other neighbours than the selector names. */
  | { readonly kind: "out-of-context"; readonly range: Range };
