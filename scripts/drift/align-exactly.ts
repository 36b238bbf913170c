// The best alignment of two short stretches of tokens: most words in common, in few unbroken runs, sentence by sentence.
import type { Alignment, Gap, Side } from "./align.ts";

/** Stretches of at most this many pairs of tokens are aligned exactly. */
export const exactLimit = 40_000;

/** What a common token is worth. */
const common = 4;
/** What an edit costs: less than one token, so that a word alone between two edits still counts. */
const edited = 3;
/** What an edit costs less for each of its ends that stands between sentences on both sides. */
const betweenSentences = 2;
/** What a whole sentence is worth above its tokens, so that it is not pieced together from two others. */
const wholeSentence = 3;

const joined = new Int32Array(exactLimit * 2);
const broken = new Int32Array(exactLimit * 2);

/**
 * Writes the counterparts of a gap's old tokens. Of several equally good ways both alignments get the one that keeps
 * earliest; where two keep equally early, the first skips old tokens and the second skips new ones.
 */
export function alignExactly(
  gap: Gap,
  before: Side,
  after: Side,
  alignments: readonly [Alignment, Alignment],
): void {
  const { oldStart, newStart } = gap;
  const rows = gap.oldEnd - oldStart;
  const columns = gap.newEnd - newStart;
  const width = columns + 1;
  const cells = (rows + 1) * width;
  // The value of all that follows a place: when the last step was a common token, and when it was an edit.
  const afterCommon = cells <= joined.length ? joined : new Int32Array(cells);
  const afterEdit = cells <= broken.length ? broken : new Int32Array(cells);
  const edge = (i: number, j: number) =>
    before.starts[oldStart + i] && after.starts[newStart + j] ? betweenSentences : 0;
  /** The length of the sentence that starts on both sides here and is the same; 0 when there is none. */
  const sentence = (i: number, j: number) => {
    const length = before.lengths[oldStart + i] ?? 0;
    const same = length > 0 && before.sentences[oldStart + i] === after.sentences[newStart + j];
    return same && i + length <= rows && j + length <= columns ? length : 0;
  };
  /** What keeping the token or the sentence at a place is worth, with all that follows. */
  const keep = (i: number, j: number) => {
    if (i === rows || j === columns || before.ids[oldStart + i] !== after.ids[newStart + j]) return -Infinity;
    const one = common + (afterCommon[(i + 1) * width + j + 1] ?? 0);
    const length = sentence(i, j);
    if (length === 0) return one;
    return Math.max(
      one,
      length * common + wholeSentence + (afterCommon[(i + length) * width + j + length] ?? 0),
    );
  };
  for (let i = rows; i >= 0; i--) {
    for (let j = columns; j >= 0; j--) {
      const at = i * width + j;
      if (i === rows && j === columns) {
        afterCommon[at] = 0;
        afterEdit[at] = edge(i, j);
        continue;
      }
      const kept = keep(i, j);
      const edit = Math.max(
        i < rows ? (afterEdit[at + width] ?? 0) : -Infinity,
        j < columns ? (afterEdit[at + 1] ?? 0) : -Infinity,
      );
      afterCommon[at] = Math.max(kept, edit - edited + edge(i, j));
      afterEdit[at] = Math.max(kept + edge(i, j), edit);
    }
  }
  for (const [side, alignment] of alignments.entries()) {
    alignment.fill(-1, oldStart, gap.oldEnd);
    let unbroken = true;
    for (let i = 0, j = 0; i < rows || j < columns; ) {
      const at = i * width + j;
      const best = (unbroken ? afterCommon[at] : afterEdit[at]) ?? 0;
      const kept = keep(i, j);
      if (kept + (unbroken ? 0 : edge(i, j)) === best) {
        const one = common + (afterCommon[at + width + 1] ?? 0) === kept;
        for (let left = one ? 1 : sentence(i, j); left > 0; left--)
          alignment[oldStart + i++] = newStart + j++;
        unbroken = true;
        continue;
      }
      const edit = best + (unbroken ? edited - edge(i, j) : 0);
      const drops = i < rows && afterEdit[at + width] === edit;
      const puts = j < columns && afterEdit[at + 1] === edit;
      if (drops && (side === 0 || !puts)) i++;
      else j++;
      unbroken = false;
    }
  }
}
