// Which paragraph of a text is which of its stored ones: unchanged in order, then moved, then reworded in place.
import { diffArrays } from "diff";
import type { StoredParagraph } from "../schema/stored-edition.ts";
import { hashOf, likeness, sketchOf } from "./fingerprint.ts";

/** A third of all words in common: half of each, where both are as long. */
const enough = 1 / 3;

export type Aligned = {
  /** For each text the index of its stored paragraph; null for a new one. */
  readonly of: readonly (number | null)[];
  /** Those that stand where they stood relative to each other; the rest have moved or come back. */
  readonly inPlace: ReadonlySet<number>;
  /** Texts that were reworded. */
  readonly reworded: ReadonlySet<number>;
};

/** `texts`: the paragraphs as they are now. `stored`: all that ever had a number, withdrawn ones too. */
export function alignParagraphs(texts: readonly string[], stored: readonly StoredParagraph[]): Aligned {
  const hashes = texts.map(hashOf);
  const of: (number | null)[] = texts.map(() => null);
  const live = stored.flatMap(({ withdrawn }, index) => (withdrawn === null ? [index] : []));
  const reworded = new Set<number>();

  const runs: { readonly texts: number[]; readonly olds: number[] }[] = [{ texts: [], olds: [] }];
  let [old, text] = [0, 0];
  for (const { added, removed, count } of diffArrays(
    live.map((index) => stored[index]?.hash ?? ""),
    hashes,
  )) {
    for (let n = 0; n < count; n++) {
      if (added) runs.at(-1)?.texts.push(text++);
      else if (removed) runs.at(-1)?.olds.push(live[old++] ?? 0);
      else of[text++] = live[old++] ?? 0;
    }
    if (!added && !removed) runs.push({ texts: [], olds: [] });
  }
  const inPlace = new Set(of.flatMap((index, at) => (index === null ? [] : [at])));

  const taken = new Set(of);
  const again = (candidates: readonly number[]) => {
    for (const [at, hash] of hashes.entries()) {
      if (of[at] !== null || hashes.some((one, other) => other !== at && one === hash && of[other] === null))
        continue;
      const same = candidates.filter((index) => stored[index]?.hash === hash && !taken.has(index));
      const [only] = same;
      if (same.length !== 1 || only === undefined) continue;
      of[at] = only;
      taken.add(only);
    }
  };
  again(live);
  for (const run of runs) {
    const fresh = run.texts.filter((at) => of[at] === null);
    const gone = run.olds.filter((index) => !taken.has(index));
    for (const [at, index] of counterparts(fresh, gone, texts, stored)) {
      of[at] = index;
      taken.add(index);
      inPlace.add(at);
      reworded.add(at);
    }
  }
  again(stored.flatMap(({ withdrawn }, index) => (withdrawn === null ? [] : [index])));
  return { of, inPlace, reworded };
}

/** Pairs in order, none crossing another, with the most in common in all. */
function counterparts(
  fresh: readonly number[],
  gone: readonly number[],
  texts: readonly string[],
  stored: readonly StoredParagraph[],
): readonly (readonly [number, number])[] {
  if (fresh.length === 0 || gone.length === 0) return [];
  const sketches = fresh.map((at) => sketchOf(texts[at] ?? ""));
  const score = (row: number, column: number) => {
    const alike = likeness(sketches[row] ?? "", stored[gone[column] ?? 0]?.sketch ?? "");
    return alike >= enough ? alike : 0;
  };
  const width = gone.length + 1;
  const scores = new Float64Array(fresh.length * gone.length);
  const best = new Float64Array((fresh.length + 1) * width);
  for (let row = fresh.length - 1; row >= 0; row--) {
    for (let column = gone.length - 1; column >= 0; column--) {
      const pair = score(row, column);
      scores[row * gone.length + column] = pair;
      best[row * width + column] = Math.max(
        pair > 0 ? pair + (best[(row + 1) * width + column + 1] ?? 0) : 0,
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
      );
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < fresh.length && column < gone.length) {
    const here = best[row * width + column] ?? 0;
    const pair = scores[row * gone.length + column] ?? 0;
    if (pair > 0 && here === pair + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([fresh[row++] ?? 0, gone[column++] ?? 0]);
    } else if (here === best[(row + 1) * width + column]) row++;
    else column++;
  }
  return pairs;
}
