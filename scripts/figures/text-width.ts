// How wide a line of text is at most, without a browser to ask: the advance of each kind of letter in the text fonts.

/** First class that matches; in ems, a little more than the widest of its kind but for rare letters. */
const advances: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[ .,:;'’‘!|ijlI·]/u, 0.29],
  [/[()[\]ftr"“”/-]/u, 0.37],
  [/[mwMW@%–—…&]/u, 0.88],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u, 1.02],
  [/\p{Script=Arabic}/u, 0.6],
  [/[a-z0-9]/u, 0.54],
  [/[\p{Lu}]/u, 0.68],
];

const other = 0.72;

/** In ems. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += advances.find(([kind]) => kind.test(character))?.[1] ?? other;
  return width;
}

/** A text in lines no wider than `width` ems, broken between words; a word wider than that is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/\s+/)
    .filter((one) => one !== "")
    .flatMap((one) => cut(one, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
