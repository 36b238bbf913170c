// Words of two texts side by side: whether they are the same, and how many stay, in any script.
import { diffArrays } from "diff";
import { normalise } from "../anchor/normalise.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Edits up to which two texts are compared; texts further apart have nothing in common. */
const editLimit = 4000;

/** Whether two texts differ in nothing but typography: quotation marks, dashes, white space. */
export function sameWords(one: string, other: string): boolean {
  return one === other || normalise(one).text.trim() === normalise(other).text.trim();
}

/** The words of a text, lower case, without what stands between them. */
export function wordsOf(text: string): readonly string[] {
  return [...segmenter.segment(normalise(text).text)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment.toLowerCase()] : [],
  );
}

/** Share of the words of `from` that stand in `to` in the same order: 0 to 1. */
export function kept(from: readonly string[], to: readonly string[]): number {
  if (from.length === 0) return to.length === 0 ? 1 : 0;
  const parts = diffArrays([...from], [...to], { maxEditLength: editLimit });
  const stays = (parts ?? []).reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length),
    0,
  );
  return stays / from.length;
}
