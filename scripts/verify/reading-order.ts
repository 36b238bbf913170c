// From where glyphs stand to the order in which they are read: right-to-left words run leftwards, their numbers do not.

/** One of a word, and where it stands. */
export type Glyph = {
  readonly text: string;
  readonly x: number;
  /** As in `Glyphs`. */
  readonly run: number;
};

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const arabicDigit = /^[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]+$/;
const arabicSign = /[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]/;
const leftToRight = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]+$/u;
const joiner = /^[.,:/-]$/;

/** Whether a word with this text is read in another order than it is drawn. */
export function isTurned(text: string): boolean {
  return rightToLeft.test(text) || arabicSign.test(text);
}

/** The text of one turned word, whose glyphs come in the order in which they are drawn. */
export function inReadingOrder(word: readonly Glyph[]): string {
  const read: Glyph[] = [];
  /** Where the stretch begins that the glyph before was drawn in. */
  let start = 0;
  for (const [index, glyph] of word.entries()) {
    const previous = word[index - 1];
    if (!previous || !precedes(glyph, previous)) start = read.length;
    read.splice(start, 0, glyph);
  }
  const runs: Glyph[][] = [];
  for (const [index, glyph] of read.entries()) {
    const kind = kindOf(glyph, read[index - 1], read[index + 1]);
    const last = runs.at(-1);
    const open = last?.[0];
    if (last && open && kind !== "other" && (kindOf(open) === kind || kind === "joiner")) last.push(glyph);
    else runs.push([glyph]);
  }
  return runs
    .map((run) =>
      run[0] && kindOf(run[0]) !== "other" ? textOf(run.toSorted((a, b) => a.x - b.x)) : textOf(run),
    )
    .join("");
}

/** Right-to-left text is drawn from its end: what stands further right was written before. */
function precedes(glyph: Glyph, previous: Glyph): boolean {
  if (glyph.run !== 0 && glyph.run === previous.run) return true;
  return rightToLeft.test(glyph.text) && rightToLeft.test(previous.text) && glyph.x > previous.x;
}

type Placed = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

/** Whether a right-to-left word that was drawn in two parts goes on where its first part ends. */
export function goesOnLeftwards(first: Placed, second: Placed & { readonly width: number }): boolean {
  const size = Math.max(first.size, second.size);
  return (
    rightToLeft.test(first.text) &&
    rightToLeft.test(second.text) &&
    Math.abs(first.y - second.y) < size &&
    Math.abs(first.x - (second.x + second.width)) < size * 0.16
  );
}

/**
 * Words in the order in which they are read. Chromium draws a line of right-to-left text from its left end: such
 * stretches are turned round, and the left-to-right words within them kept as they are.
 */
export function wordsInReadingOrder<Word extends Placed>(words: readonly Word[]): readonly Word[] {
  const stretches: Word[][] = [];
  for (const word of words) {
    const last = stretches.at(-1)?.at(-1);
    const follows = last && word.x > last.x && Math.abs(word.y - last.y) < Math.max(word.size, last.size);
    if (follows) stretches.at(-1)?.push(word);
    else stretches.push([word]);
  }
  return stretches.flatMap((stretch) =>
    stretch.some(({ text }) => rightToLeft.test(text)) ? turned(stretch) : stretch,
  );
}

function turned<Word extends Placed>(stretch: readonly Word[]): readonly Word[] {
  const groups: Word[][] = [];
  for (const word of stretch.toReversed()) {
    const last = groups.at(-1);
    const isLeft = ({ text }: Placed) => /\p{L}/u.test(text) && !rightToLeft.test(text);
    if (last?.[0] && isLeft(last[0]) && isLeft(word)) last.unshift(word);
    else groups.push([word]);
  }
  return groups.flat();
}

/** A sign between two digits is part of their number. */
function kindOf({ text }: Glyph, before?: Glyph, after?: Glyph): "arabic" | "left" | "joiner" | "other" {
  if (arabicDigit.test(text)) return "arabic";
  if (leftToRight.test(text)) return "left";
  const kind = before && after && joiner.test(text) ? kindOf(before) : "other";
  return kind !== "other" && after && kindOf(after) === kind ? "joiner" : "other";
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join("");
}
