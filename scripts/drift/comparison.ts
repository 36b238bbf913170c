// Two revisions side by side: their tokens, and which of them are the same, seen from the front and from the back.
import { type Alignment, align } from "./align.ts";
import { type Token, tokenise } from "./tokens.ts";

export type Comparison = {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** Equal tokens have equal ids on both sides. */
  readonly beforeIds: Int32Array;
  readonly afterIds: Int32Array;
  /**
   * Where a stretch could stand in more than one way, one alignment takes the earliest and the other the latest: what
   * both say is certain.
   */
  readonly alignments: readonly [Alignment, Alignment];
  /** Places of each id in the new text. */
  readonly places: ReadonlyMap<number, readonly number[]>;
};

/** Compares two reader texts. Time and memory grow about linearly with their length. */
export function compare(oldText: string, newText: string): Comparison {
  const before = tokenise(oldText);
  const after = tokenise(newText);
  const ids = new Map<string, number>();
  const idOf = ({ text }: Token) => {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  };
  const beforeIds = Int32Array.from(before, idOf);
  const afterIds = Int32Array.from(after, idOf);
  const places = new Map<number, number[]>();
  for (const [at, id] of afterIds.entries()) {
    const known = places.get(id);
    if (known === undefined) places.set(id, [at]);
    else known.push(at);
  }
  return {
    before,
    after,
    beforeIds,
    afterIds,
    alignments: [align(beforeIds, afterIds), alignBackwards(beforeIds, afterIds)],
    places,
  };
}

function alignBackwards(before: Int32Array, after: Int32Array): Alignment {
  const reversed = align(before.toReversed(), after.toReversed());
  return reversed
    .toReversed()
    .map((counterpart) => (counterpart === -1 ? -1 : after.length - 1 - counterpart));
}

/** How many tokens on end are equal around a pair of places, itself included. */
export function sharedRun(
  { beforeIds, afterIds }: Comparison,
  oldAt: number,
  newAt: number,
  length: number,
): { left: number; right: number } {
  let left = 0;
  while (oldAt - left > 0 && newAt - left > 0 && beforeIds[oldAt - left - 1] === afterIds[newAt - left - 1])
    left++;
  let right = length;
  while (
    oldAt + right < beforeIds.length &&
    newAt + right < afterIds.length &&
    beforeIds[oldAt + right] === afterIds[newAt + right]
  )
    right++;
  return { left, right };
}
