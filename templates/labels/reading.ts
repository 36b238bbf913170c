// The words of reading in place: what buttons open, how the text is marked, links to copy, tables behind figures.

export type ReadingLabels = {
  /** What the button beside a passage opens. */
  readonly inBrief: (name: string) => string;
  readonly close: string;
  /** How a source is quoted that speaks for itself, and the key to its mark. */
  readonly own: string;
  readonly inferredKey: string;
  /** Words for which no speaker is named. */
  readonly ownKey: string;
  /** What the sign of a button stands for. */
  readonly buttonKey: string;
  readonly speakers: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly asTable: string;
  readonly number: string;
  readonly date: string;
  readonly event: string;
  readonly quotedWords: string;
};
