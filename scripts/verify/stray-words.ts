// Finds the blocks of words that a PDF lacks or has too many of, by the words that stand beside them there.
import type { PdfPage } from "./pdf-text.ts";
import { type StrayWord, tokens } from "./pdf-words.ts";
import type { PrintBlock } from "./print-blocks.ts";

/** Stray words by the block to which they belong; undefined where no block has them. */
export type StrayBlocks = ReadonlyMap<PrintBlock | undefined, readonly StrayWord[]>;

/** A word that stands in several blocks is missing from the one whose neighbours are not printed side by side either. */
export function blocksOfMissing(
  missing: readonly StrayWord[],
  blocks: readonly PrintBlock[],
  pages: readonly PdfPage[],
): StrayBlocks {
  const printed = pairsOf(pages.flatMap(({ words }) => words.flatMap(({ text }) => tokens(text))));
  const lacked = new Set(missing.map(({ word }) => word));
  const spots = blocks.flatMap((block) => {
    const share = block.words.filter((word) => lacked.has(word)).length / block.words.length;
    return block.words.map((word, at) => {
      const beside = [block.words.slice(at - 1, at + 1), block.words.slice(at, at + 2)];
      const apart = beside.filter((pair) => pair.length === 2 && !printed.has(pair.join(" "))).length;
      return { word, block, score: apart + share };
    });
  });
  const taken = new Set<(typeof spots)[number]>();
  return grouped(missing, ({ word }) => {
    const [best] = spots
      .filter((spot) => spot.word === word && !taken.has(spot))
      .sort((one, other) => other.score - one.score);
    if (best) taken.add(best);
    return best?.block;
  });
}

/** A word too many is one that words of a block make up, or that a block has. */
export function blocksOfExtra(extra: readonly StrayWord[], blocks: readonly PrintBlock[]): StrayBlocks {
  return grouped(
    extra,
    ({ word }) =>
      blocks.find(({ words }) => joins(words, word)) ?? blocks.find(({ words }) => words.includes(word)),
  );
}

/** Whether two or more of the words in a row read `joined`. */
function joins(words: readonly string[], joined: string): boolean {
  return words.some((first, at) => {
    if (first.length >= joined.length || !joined.startsWith(first)) return false;
    let read = first;
    for (let next = at + 1; next < words.length && read.length < joined.length; next += 1)
      read += words[next];
    return read === joined;
  });
}

function pairsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word, at) => `${word} ${words[at + 1] ?? ""}`));
}

function grouped(
  words: readonly StrayWord[],
  blockOf: (word: StrayWord) => PrintBlock | undefined,
): StrayBlocks {
  const groups = new Map<PrintBlock | undefined, StrayWord[]>();
  for (const word of words) {
    const block = blockOf(word);
    groups.set(block, [...(groups.get(block) ?? []), word]);
  }
  return groups;
}
