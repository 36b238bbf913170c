// Range → selector: the words of a range with as little context as tells them from every other place.
import type { Range, TextQuoteSelector } from "../model/selector.ts";
import { match, type Searchable } from "./match.ts";

/** Lengths of context that are tried, in code points on either side. */
const lengths = [0, 8, 16, 32, 64, 128, 256];

/**
 * The selector of a range that starts and ends on word edges: matching it in the same text gives the range back. Null
 * when the words on both sides are the same wherever they stand, within 256 characters.
 */
export function describe(range: Range, text: Searchable): TextQuoteSelector | null {
  const exact = text.original.slice(range.start, range.end);
  const before = [...text.original.slice(0, range.start)];
  const after = [...text.original.slice(range.end)];
  for (const length of lengths) {
    const prefix = length === 0 ? "" : before.slice(-length).join("").trim();
    const suffix = after.slice(0, length).join("").trim();
    const found = match({ exact, prefix, suffix }, text);
    if (found.kind === "anchored" && isSame(found.range, range, text.original))
      return { exact, prefix, suffix };
  }
  return null;
}

/** A match leaves white space at the ends of the words out. */
function isSame(found: Range, range: Range, text: string): boolean {
  return (
    text.slice(found.start, found.end).trim() === text.slice(range.start, range.end).trim() &&
    found.start >= range.start &&
    found.end <= range.end
  );
}
