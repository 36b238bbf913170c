// What became of an anchor between two revisions of its source.

export type Verdict = "unchanged" | "moved" | "changed" | "lost" | "ambiguous";

/** `start`, `end`: code units of the new reader text. Absent when nothing there is the passage's counterpart. */
export type Drift = {
  readonly verdict: Verdict;
  readonly counterpart: { readonly start: number; readonly end: number } | null;
};
