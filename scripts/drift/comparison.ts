// Two revisions side by side: their tokens, and which of them are the same, seen from the front and from the back.
import { type Alignment, align, backwardsRuns, type Grams, runsOf, type Side } from "./align.ts";
import { type Places, placesIn } from "./places.ts";
import { sentenceStarts } from "./sentences.ts";
import { type Token, tokenise } from "./tokens.ts";

export type Comparison = {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  /** Equal tokens have equal ids on both sides. */
  readonly beforeIds: Int32Array;
  readonly afterIds: Int32Array;
  /** For each place between tokens whether a sentence starts there. */
  readonly beforeStarts: Uint8Array;
  readonly afterStarts: Uint8Array;
  /**
   * Where a stretch could stand in more than one way, two alignments take the earliest and two the latest: what all say
   * is certain.
   */
  readonly alignments: readonly Alignment[];
  /** The same the other way round: for each new token the old one, or -1. */
  readonly origins: readonly Alignment[];
  readonly beforePlaces: Places;
  readonly afterPlaces: Places;
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
  const sentenceIds = new Map<string, number>();
  const beforeSide = sideOf(beforeIds, sentenceStarts(before), sentenceIds);
  const afterSide = sideOf(afterIds, sentenceStarts(after), sentenceIds);
  const grams = runsOf(beforeIds, afterIds);
  const alignments = [
    ...align(beforeSide, afterSide, grams),
    ...alignBackwards(beforeSide, afterSide, backwardsRuns(grams)),
  ];
  return {
    before,
    after,
    beforeIds,
    afterIds,
    beforeStarts: beforeSide.starts,
    afterStarts: afterSide.starts,
    alignments,
    origins: alignments.map((alignment) => inverse(alignment, after.length)),
    beforePlaces: placesIn(beforeIds),
    afterPlaces: placesIn(afterIds),
  };
}

function alignBackwards(before: Side, after: Side, grams: readonly Grams[]): readonly Alignment[] {
  return align(backwards(before), backwards(after), grams).map((alignment) =>
    alignment
      .toReversed()
      .map((counterpart) => (counterpart === -1 ? -1 : after.ids.length - 1 - counterpart)),
  );
}

function sideOf(ids: Int32Array, starts: Uint8Array, known: Map<string, number>): Side {
  const sentences = new Int32Array(starts.length);
  const lengths = new Int32Array(starts.length);
  for (let from = 0; from < ids.length; ) {
    let to = from + 1;
    while (!starts[to]) to++;
    const key = ids.subarray(from, to).join();
    const id = known.get(key) ?? known.size + 1;
    known.set(key, id);
    sentences[from] = id;
    lengths[from] = to - from;
    from = to;
  }
  return { ids, starts, sentences, lengths };
}

function backwards({ ids, starts, sentences, lengths }: Side): Side {
  const turned = {
    ids: ids.toReversed(),
    starts: starts.toReversed(),
    sentences: new Int32Array(starts.length),
    lengths: new Int32Array(starts.length),
  };
  for (const [from, length] of lengths.entries()) {
    if (length === 0) continue;
    turned.sentences[ids.length - from - length] = sentences[from] ?? 0;
    turned.lengths[ids.length - from - length] = length;
  }
  return turned;
}

function inverse(alignment: Alignment, length: number): Alignment {
  const origins = new Int32Array(length).fill(-1);
  for (const [old, counterpart] of alignment.entries()) if (counterpart !== -1) origins[counterpart] = old;
  return origins;
}

/** Longer runs are no surer. */
const longRun = 64;

/** How many tokens on end are equal around a pair of places, themselves included; no more than a long run needs. */
export function sharedRun(
  { beforeIds, afterIds }: Comparison,
  oldAt: number,
  newAt: number,
  length: number,
): { left: number; right: number } {
  const same = (step: number) =>
    oldAt + step >= 0 &&
    newAt + step >= 0 &&
    oldAt + step < beforeIds.length &&
    newAt + step < afterIds.length &&
    beforeIds[oldAt + step] === afterIds[newAt + step];
  let left = 0;
  while (left < longRun && same(-left - 1)) left++;
  let right = length;
  while (right < length + longRun && same(right)) right++;
  return { left, right };
}
