// How well a decoded sample looks like some language: what character sets are weighed by.
import { type Alphabet, alphabetic, ideographic } from "./alphabets.ts";

export type Candidate = { readonly encoding: string; readonly score: number; readonly sample: string };

/** Punctuation and signs that say nothing about the language. */
const neutral =
  /[\u00a0\u00a7\u00a9\u00ab\u00ae\u00b0\u00b1\u00b7\u00bb\u2010-\u203a\u20ac\u2116\u2122\u3000-\u303f\uff01-\uff60]/;
/** What no text holds: controls of the second block, private characters, and what stands for lost ones. */
const impossible = /[\u0080-\u009f\ufffd-\uffff\ue000-\uf8ff]/;
const word = /\p{L}[\p{L}\p{M}]*/gu;

/** Every set in which the sample is text, the best first. Scores below 0.01 are left out. */
export function weigh(bytes: Uint8Array): readonly Candidate[] {
  const names = [...Object.keys(ideographic), ...Object.keys(alphabetic)];
  return names
    .flatMap((encoding) => {
      const sample = decoded(encoding, bytes);
      return sample === null || impossible.test(sample)
        ? []
        : [{ encoding, sample, score: score(encoding, sample) }];
    })
    .filter(({ score: weight }) => weight >= 0.01)
    .sort((a, b) => b.score - a.score);
}

/** Whether a set is among those that are weighed. */
export function isWeighed(encoding: string): boolean {
  return Object.hasOwn(ideographic, encoding) || Object.hasOwn(alphabetic, encoding);
}

function score(encoding: string, sample: string): number {
  const common = ideographic[encoding];
  if (common !== undefined) return ideographicScore(sample, common);
  return Math.max(...Object.values(alphabetic[encoding] ?? {}).map((one) => alphabeticScore(sample, one)));
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return null;
  }
}

function ideographicScore(sample: string, common: string): number {
  const set = new Set(common);
  let known = 0;
  let all = 0;
  for (const character of sample) {
    if (character <= "\u007f" || neutral.test(character)) continue;
    all++;
    if (set.has(character) || /[\u3041-\u3096\u30a1-\u30fc]/.test(character)) known++;
    if (/[\uff61-\uff9f]/.test(character)) known -= 0.5;
  }
  return all === 0 ? 0 : Math.min(1, Math.max(0, known / all / 0.3)) ** 2 * 0.4;
}

/** Letters that the language has, weighed by how frequent they are, its frequent words, and no capital inside a word. */
function alphabeticScore(sample: string, { letters, words }: Alphabet): number {
  const rank = new Map([...letters].map((letter, index) => [letter, 1 - index / letters.length]));
  let known = 0;
  let all = 0;
  let weight = 0;
  for (const character of sample) {
    if (character <= "\u007f" || neutral.test(character)) continue;
    all++;
    const place = rank.get(character) ?? rank.get(character.toLowerCase());
    if (place === undefined) continue;
    known++;
    weight += place;
  }
  const found = sample.match(word) ?? [];
  const frequent = new Set(words);
  const hits = found.filter((one) => frequent.has(one.toLowerCase())).length / Math.max(1, found.length);
  const odd = found.filter(isOdd).length / Math.max(1, found.length);
  const coverage = all === 0 ? 1 : known / all;
  const frequency = known === 0 ? 0.5 : weight / known;
  return coverage ** 6 * (1 - odd) ** 4 * (0.2 + frequency) * (0.1 + Math.min(hits, 0.3));
}

/** Two scripts in one word, or a capital after a small letter beyond ASCII. */
function isOdd(text: string): boolean {
  if (/[\u00c0-\uffff]/.test(text) && /\p{Ll}\p{Lu}/u.test(text)) return true;
  return /[A-Za-z]/.test(text) && /[\u0370-\u07ff\u0e00-\u0eff]/.test(text);
}
