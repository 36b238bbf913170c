// Where sentences start: what an editor takes out, puts in and carries elsewhere are mostly whole ones.
import type { Token } from "./tokens.ts";

/** Signs that end a sentence, in the scripts that have one. */
const end = /^[.!?\u2026\u3002\uff01\uff1f\uff61\u0964\u0965\u061f\u06d4\u0589\u1362\u104b\u17d4\u037e]$/u;
/** Signs that may follow the end and still belong to the sentence. */
const closing = /^[\p{Pe}\p{Pf}"']$/u;

/** For each place between two tokens, both ends of the text included, 1 where a sentence or a block starts. */
export function sentenceStarts(tokens: readonly Token[]): Uint8Array {
  const starts = new Uint8Array(tokens.length + 1);
  starts[0] = 1;
  starts[tokens.length] = 1;
  let ended = false;
  for (const [at, { text, gap, unspaced }] of tokens.entries()) {
    const follows =
      gap === "space" ||
      unspaced ||
      tokens[at - 1]?.unspaced ||
      /^[\u3002\uff01\uff1f]$/.test(tokens[at - 1]?.text ?? "");
    if (gap === "block" || (ended && follows && !closes(text, gap))) {
      starts[at] = 1;
      ended = false;
    }
    if (end.test(text)) ended = true;
    else if (!closes(text, gap)) ended = false;
  }
  return starts;
}

function closes(text: string, gap: Token["gap"]): boolean {
  return end.test(text) || (gap === "none" && closing.test(text));
}
