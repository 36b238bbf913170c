// Words with how often they are there, to take them out one by one.

/** Word → how often; none is 0. */
export type Bag = Map<string, number>;

/** A bag of these words. */
export function count(words: readonly string[]): Bag {
  const bag: Bag = new Map();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Each word as often as it is there. */
export function spread(bag: ReadonlyMap<string, number>): readonly string[] {
  return [...bag].flatMap(([word, times]) => Array.from({ length: times }, () => word));
}

/** Whether it was there. */
export function take(bag: Bag, word: string): boolean {
  const times = bag.get(word) ?? 0;
  if (times === 0) return false;
  if (times === 1) bag.delete(word);
  else bag.set(word, times - 1);
  return true;
}
