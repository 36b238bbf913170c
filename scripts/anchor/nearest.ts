// The look-alike of an orphan: the stretch of the source most like the words that were not found, for the author's eyes only.
import type { Nearest } from "../model/selector.ts";
import type { Searchable } from "./match.ts";

/** Below this share of common words nothing is called near. */
const threshold = 0.4;
/** Words less like any of those sought are cut off the ends. */
const unlike = 0.25;
/** Words of a quotation that are looked at; a long one is found by how it begins. */
const wordLimit = 300;
/** In longer quotations enough words are the same, and how the others are spelt need not be looked at. */
const spellingLimit = 30;

/**
 * The stretch that shares most words with `exact`, in order or nearly so; null when there is none worth showing. Looks
 * at windows of as many words as `exact` has, give or take a few.
 */
export function nearest(exact: string, { original, normalised }: Searchable): Nearest | null {
  const wanted = words(exact).slice(0, wordLimit);
  const given = words(normalised.text);
  if (wanted.length === 0 || given.length === 0) return null;
  const known = new Set(wanted.map(({ key }) => key));
  const bigrams = wanted.length > spellingLimit ? [] : wanted.map(({ key }) => new Set(pairs(key)));
  let best = { score: 0, from: 0, to: 0 };
  const size = Math.min(given.length, wanted.length);
  const likeness = new Map<string, number>();
  const like = (key: string) => {
    const seen = likeness.get(key);
    if (seen !== undefined) return seen;
    const parts = pairs(key);
    const score = known.has(key) ? 1 : Math.max(0, ...bigrams.map((set) => dice(set, parts) * 0.8));
    likeness.set(key, score);
    return score;
  };
  const scores = given.map(({ key }) => like(key));
  let sum = scores.slice(0, size).reduce((total, score) => total + score, 0);
  for (let from = 0; from + size <= given.length; from++) {
    if (from > 0) sum += (scores[from + size - 1] ?? 0) - (scores[from - 1] ?? 0);
    const bonus = given[from]?.key === wanted[0]?.key ? 0.5 : 0;
    if (sum + bonus > best.score + 1e-9) best = { score: sum + bonus, from, to: from + size - 1 };
  }
  if (best.score < wanted.length * threshold) return null;
  while (best.to > best.from && (scores[best.to] ?? 0) < unlike) best.to--;
  while (best.from < best.to && (scores[best.from] ?? 0) < unlike) best.from++;
  const start = normalised.starts[given[best.from]?.start ?? 0] ?? 0;
  const end = normalised.ends[(given[best.to]?.end ?? 1) - 1] ?? 0;
  return { start, end, text: original.slice(start, end) };
}

type Word = { readonly key: string; readonly start: number; readonly end: number };

/** Words of spaced writing, single characters of writing without spaces. */
function words(text: string): readonly Word[] {
  const pattern =
    /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]|[\p{L}\p{M}\p{N}'-]+/gu;
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    key: found.toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

function pairs(key: string): readonly string[] {
  const padded = ` ${key} `;
  return Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2));
}

/** Share of common letter pairs, 0 to 1 (Dice's coefficient). */
function dice(set: ReadonlySet<string>, other: readonly string[]): number {
  const common = other.filter((pair) => set.has(pair)).length;
  return (2 * common) / (set.size + other.length);
}
