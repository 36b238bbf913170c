// The source as it is read: blocks of text, each tied to the bytes that it came from.

/** `quote` is a quoted passage of the source; `row` is one row of a table, its cells joined by tabs. */
export type BlockKind = "paragraph" | "heading" | "list-item" | "quote" | "row" | "preformatted";

export type Block = {
  readonly kind: BlockKind;
  /** Level of a heading, 1 to 6; null for every other kind. */
  readonly level: number | null;
  readonly text: string;
  /** Where the block's text starts in the reader text, in UTF-16 code units. */
  readonly start: number;
  /** Line of the file on which the block starts, counted from 1; in a .docx, which has no lines, the block itself. */
  readonly line: number;
  /** Where each run of the block's text stands in the file, in order; none in a .docx, whose bytes are compressed. */
  readonly runs: readonly Run[];
};

/** A stretch of reader text that stands in the file byte for byte, or stands for those bytes (entities, line breaks). */
export type Run = {
  /** UTF-16 code units in the reader text. */
  readonly start: number;
  readonly end: number;
  /** Bytes in the file. */
  readonly byteStart: number;
  readonly byteEnd: number;
};

export type ParsedSource = {
  readonly blocks: readonly Block[];
  /** The reader text: the blocks' texts joined by line feeds. Selectors are matched against this. */
  readonly text: string;
  /** The file's character set, in the words of the WHATWG Encoding standard; null where the file is no text. */
  readonly encoding: string | null;
};
