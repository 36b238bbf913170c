// A reader text as tokens, the units in which two revisions are compared: words, numbers, single graphemes and signs.
import { isEdge } from "../anchor/edges.ts";
import { type Normalised, normalise } from "../anchor/normalise.ts";

export type Token = {
  /** Under the one normalisation. */
  readonly text: string;
  /** Code units of the reader text. */
  readonly start: number;
  readonly end: number;
  /** What stands between this token and the one before: nothing, white space, or the join of two blocks. */
  readonly gap: "none" | "space" | "block";
  /** Whether it counts as a word: it has a letter or a digit. */
  readonly word: boolean;
  /** Whether it is of a script that is written without spaces. */
  readonly unspaced: boolean;
};

const letter = /[\p{L}\p{M}\p{N}]/u;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Runs in which an edge may stand: everything else is cut by the pattern alone. */
const run =
  /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:[.,'\u066b\u066c](?=\p{Nd})[\p{L}\p{M}\p{N}\u200c\u200d]+)*|\s+|[^\s]/gu;
const plainWord = /^[A-Za-z]+$/;
const plainHan = /^[\u4e00-\u9fff]+$/;

/** Tokens of a text, cut wherever a quotation may begin or end. */
export function tokenise(original: string): readonly Token[] {
  const normalised = normalise(original);
  const tokens: Token[] = [];
  let spaced = false;
  for (const { 0: found, index } of normalised.text.matchAll(run)) {
    if (found === " ") {
      spaced = true;
      continue;
    }
    for (const [from, to] of plainWord.test(found)
      ? [[index, index + found.length] as const]
      : cut(normalised.text, index, found)) {
      tokens.push(token(normalised, original, from, to, tokens.at(-1), spaced));
      spaced = false;
    }
  }
  return tokens;
}

/** The pieces of a run between the edges inside it. */
function cut(text: string, start: number, found: string): readonly (readonly [number, number])[] {
  if (plainHan.test(found)) return Array.from(found, (_, index) => [start + index, start + index + 1]);
  const pieces: (readonly [number, number])[] = [];
  let from = start;
  let at = start;
  for (const character of found) {
    if (at > from && isEdge(text, at)) {
      pieces.push([from, at]);
      from = at;
    }
    at += character.length;
  }
  return [...pieces, [from, at]];
}

function token(
  { text, starts, ends }: Normalised,
  original: string,
  from: number,
  to: number,
  before: Token | undefined,
  spaced: boolean,
): Token {
  const start = starts[from] ?? 0;
  const joins = before !== undefined && original.slice(before.end, start).includes("\n");
  const own = text.slice(from, to);
  return {
    text: own,
    start,
    end: ends[to - 1] ?? start,
    gap: joins ? "block" : spaced ? "space" : "none",
    word: letter.test(own),
    unspaced: unspaced.test(own),
  };
}
