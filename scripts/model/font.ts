// Fonts as the packages ship them: one face a file, each for a range of characters.

export type FontFace = {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** Inclusive ranges of code points. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Where the file stands on this machine, and its name on the site. */
  readonly path: string;
  readonly name: string;
  /** Code points that it has glyphs for: fewer than it claims. Read from the file when first asked for. */
  readonly characters: () => ReadonlySet<number>;
};
