// Finds words that lines, pages or a change of type cut in parts among what else the PDF says.

import { type Bag, count, spread, take } from "./word-bag.ts";

/** A word of the PDF and its page, from 1. */
export type Placed = { readonly word: string; readonly page: number };

/** Letters of such scripts, and Arabic figures. */
export const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u0660-\u0669]/u;

/** Puts together words that were cut in two, and takes apart those that touch; what is left is missing. Takes from `surplus`. */
export function mend(
  missing: readonly string[],
  surplus: Bag,
  printed: readonly Placed[],
): readonly string[] {
  if (!missing.length) return [];
  const places = Map.groupBy(printed.keys(), (at) => printed[at]?.word ?? "");
  const whole = missing.filter(
    (word) => !takeRun(surplus, word, printed, places) && !takeParts(surplus, word, 3),
  );
  const wanted = count(whole);
  for (const [word, times] of [...surplus]) {
    for (let left = times; left > 0 && takeParts(wanted, word, 3); left -= 1) take(surplus, word);
  }
  return spread(wanted).filter((word) => !takeReordered(surplus, word));
}

/**
 * Words with right-to-left letters whose parts were drawn apart may be read in another order: the same letters are the
 * same word here, where only loss counts. The order itself is held by the structure tree.
 */
function takeReordered(surplus: Bag, word: string): boolean {
  if (!RIGHT_TO_LEFT.test(word)) return false;
  const letters = (text: string) => [...text].sort().join("");
  const sought = letters(word);
  const same = [...surplus.keys()].find((one) => one.length === word.length && letters(one) === sought);
  return same !== undefined && take(surplus, same);
}

/** Neighbours in the PDF that make up the word: an address that fills many lines, say, and goes on overleaf. */
function takeRun(
  surplus: Bag,
  word: string,
  printed: readonly Placed[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  const heads = Array.from({ length: word.length }, (_none, at) => word.slice(0, at + 1));
  const starts = heads.flatMap((head) => places.get(head) ?? []).sort((a, b) => a - b);
  for (const start of starts) {
    const parts = runAt(start, word, printed);
    if (!parts) continue;
    const taken = parts.filter((part) => take(surplus, part));
    if (taken.length === parts.length) return true;
    for (const part of taken) surplus.set(part, (surplus.get(part) ?? 0) + 1);
  }
  return false;
}

/** Null where no run begins. Notes stand between the last line of a page and the first of the next. */
function runAt(start: number, word: string, printed: readonly Placed[]): readonly string[] | null {
  const parts: string[] = [];
  let length = 0;
  for (let at = start; length < word.length; at += 1) {
    let next = printed[at];
    if (next && parts.length && !word.startsWith(next.word, length)) {
      const page = next.page;
      if (page !== printed[start]?.page) return null;
      while (printed[at]?.page === page) at += 1;
      next = printed[at];
    }
    if (!next || !word.startsWith(next.word, length)) return null;
    parts.push(next.word);
    length += next.word.length;
  }
  return parts;
}

function takeParts(bag: Bag, word: string, parts: number): boolean {
  if (parts < 2) return false;
  for (let at = 1; at < word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (!take(bag, head)) continue;
    if (take(bag, tail) || takeParts(bag, tail, parts - 1)) return true;
    bag.set(head, (bag.get(head) ?? 0) + 1);
  }
  return false;
}
