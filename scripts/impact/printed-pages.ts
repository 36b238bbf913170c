// The pages of a PDF on which blocks of its print document stand, found by their words.
import { tokens } from "../verify/pdf-words.ts";

/** How many words in a row tell a place. */
const run = 3;

/** `blocks`: all of the document in its order, each as its words. `pages`: the PDF's words, page by page. From 1. */
export function pagesOfBlocks(
  blocks: readonly (readonly string[])[],
  wanted: ReadonlySet<number>,
  pages: readonly (readonly string[])[],
): readonly number[] {
  const printed = pages.map((words) => words.flatMap(tokens));
  const inPdf = places(printed);
  const inDocument = places(blocks);
  /** The first and the last page on which what only stands there once is printed. */
  const sure = blocks.map((words) => {
    const found = runsOf(words).flatMap((key) => {
      const at = inPdf.get(key);
      return at?.length === 1 && inDocument.get(key)?.length === 1 ? at : [];
    });
    return found.length === 0 ? null : { from: Math.min(...found), to: Math.max(...found) };
  });
  const result = new Set<number>();
  for (const index of wanted) {
    const known = sure[index];
    const before = sure.slice(0, index).findLast((one) => one !== null)?.to ?? 0;
    const after = sure.slice(index + 1).find((one) => one !== null)?.from ?? printed.length - 1;
    const near = runsOf(blocks[index] ?? [])
      .flatMap((key) => inPdf.get(key) ?? [])
      .filter((page) => page >= Math.min(before, after) && page <= Math.max(before, after));
    const [from, to] = known
      ? [known.from, known.to]
      : near.length > 0
        ? [Math.min(...near), Math.max(...near)]
        : [before, before];
    for (let page = from; page <= to; page++) result.add(page + 1);
  }
  return [...result].sort((a, b) => a - b);
}

/** Where each run of words stands, a place for each time that it does. */
function places(texts: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [place, words] of texts.entries()) {
    for (let at = 0; at < words.length; at++) {
      for (let length = 1; length <= run && at + length <= words.length; length++) {
        const key = words.slice(at, at + length).join(" ");
        const list = found.get(key);
        if (list === undefined) found.set(key, [place]);
        else list.push(place);
      }
    }
  }
  return found;
}

/** Runs of three words, or all of a shorter text. */
function runsOf(words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  if (words.length < run) return [words.join(" ")];
  return words.slice(0, 1 - run).map((_, at) => words.slice(at, at + run).join(" "));
}
