// A quotation as it is printed: what it leaves out and puts in is marked, and the rest is the source's, word for word and in order.
import { isEdge } from "./edges.ts";
import { normalise } from "./normalise.ts";

/** A stretch of the printed words that must be the source's; a bracket at an end may stand for part of a word, never of a number. */
type Part = { readonly text: string; readonly cutBefore: boolean; readonly cutAfter: boolean };

const marks = /\[[^[\]]*\]|\u2026|\.{3,}/gu;

/** The first stretch of the printed words that is not in the quoted ones, in its turn; null when all are. */
export function misquoted(shown: string, quoted: string): string | null {
  const text = normalise(quoted).text;
  const parts = partsOf(shown);
  let from = 0;
  for (const part of parts) {
    const at = find(part, text, from);
    if (at === -1) return part.text;
    from = at + part.text.length;
  }
  return parts.length === 0 ? shown : null;
}

function partsOf(shown: string): readonly Part[] {
  const text = normalise(shown).text.trim();
  const parts: Part[] = [];
  let from = 0;
  let bracket = false;
  for (const mark of [...text.matchAll(marks), null]) {
    const raw = text.slice(from, mark?.index ?? text.length);
    const brackets = mark?.[0].startsWith("[") ?? false;
    const part = raw.trim();
    if (part !== "") {
      parts.push({
        text: part,
        cutBefore: bracket && !/^[ \p{Nd}]/u.test(raw),
        cutAfter: brackets && !/[ \p{Nd}]$/u.test(raw),
      });
    }
    from = mark === null ? text.length : mark.index + mark[0].length;
    bracket = brackets;
  }
  return parts;
}

function find({ text: part, cutBefore, cutAfter }: Part, text: string, from: number): number {
  for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
    const ends = at + part.length;
    if ((cutBefore || isEdge(text, at)) && (cutAfter || isEdge(text, ends))) return at;
  }
  return -1;
}
