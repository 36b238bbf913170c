// Where a quotation may begin and end: on the edges of words, so that `legal` is not in `illegal` nor `5,000` in `15,000`.

const word = /^[\p{L}\p{M}\p{N}]$/u;
const digit = /^\p{Nd}$/u;
/** Joins the digits of one number, in Arabic figures too. */
const joiner = /^[.,'\u066b\u066c]$/;
/** Writing without spaces: every grapheme is a word of its own as far as edges go. */
const unspaced =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
/** Zero width joiner and non-joiner stand within words. */
const transparent = /^[\u200c\u200d]$/;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
/** No grapheme is longer, in code units, but for stacks of marks that nobody quotes half of. */
const reach = 64;

/** Whether a range of a normalised text may start or end at this offset. */
export function isEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = characterBefore(text, offset);
  const after = characterAt(text, offset);
  if (!isGraphemeBoundary(text, offset)) return false;
  if (insideNumber(text, offset, before, after)) return false;
  const left = skip(text, offset, -1);
  const right = skip(text, offset, 1);
  if (!word.test(left) || !word.test(right)) return true;
  return unspaced.test(left) || unspaced.test(right);
}

/** Between two digits, or between a digit and the `.` `,` or `'` that joins it to another. */
function insideNumber(text: string, offset: number, before: string, after: string): boolean {
  if (digit.test(before) && digit.test(after)) return true;
  if (digit.test(before) && joiner.test(after)) return digit.test(characterAt(text, offset + after.length));
  if (joiner.test(before) && digit.test(after))
    return digit.test(characterBefore(text, offset - before.length));
  return false;
}

/** The nearest character in a direction that is no joiner of letters; empty at the end of the text. */
function skip(text: string, offset: number, direction: 1 | -1): string {
  let at = offset;
  for (;;) {
    const character = direction === 1 ? characterAt(text, at) : characterBefore(text, at);
    if (!transparent.test(character)) return character;
    at += direction * character.length;
  }
}

function isGraphemeBoundary(text: string, offset: number): boolean {
  const plain = (code: number) => code < 0x300 && code !== 0x0d;
  if (plain(text.charCodeAt(offset - 1)) && plain(text.charCodeAt(offset))) return true;
  const window = Math.max(0, offset - reach);
  const from = window + Math.max(0, text.slice(window, offset).lastIndexOf(" "));
  const start = isLowSurrogate(text, from) ? from - 1 : from;
  const found = graphemes.segment(text.slice(start, offset + reach)).containing(offset - start);
  return found === undefined || found.index === offset - start;
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return "";
  return characterAt(text, isLowSurrogate(text, offset - 1) ? offset - 2 : offset - 1);
}

function isLowSurrogate(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0;
}
