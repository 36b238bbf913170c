// Compares what a print document says with what its PDF says, word by word: nothing may be lost at a page's end.

import type { Folio } from "../model/folio.ts";
import { sourceText } from "./pdf-source.ts";
import type { PdfPage } from "./pdf-text.ts";
import { type Bag, count, spread, take } from "./word-bag.ts";
import { mend, type Placed, RIGHT_TO_LEFT } from "./word-parts.ts";
import { tokens } from "./word-tokens.ts";

export { tokens } from "./word-tokens.ts";

/** Points from the top left corner of a page. */
export type TextArea = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type StrayWord = {
  readonly word: string;
  /** The page where it stands or, for a missing word, where the words before it stand; undefined if unknown. */
  readonly page: number | undefined;
};

export type WordReport = {
  /** Words of the document, page references and note numbers included. */
  readonly words: number;
  readonly missing: readonly StrayWord[];
  /** Words of the PDF that the document does not account for. */
  readonly extra: readonly StrayWord[];
};

export type WordQuestion = {
  readonly html: string;
  /** One a page, in order: words above and below (running heads, folios) do not count. Without it all words do. */
  readonly areas?: readonly TextArea[];
  /** What is printed where the document refers to a page; without it such references are not looked for. */
  readonly folios?: readonly Folio[];
};

const SMEAR = 0.5;
/** Letters of the longest word that is looked for in parts. */
const LONGEST = 400;

/** Each word of the print document is on the pages, as often as it is there. */
export function compareText(question: WordQuestion, pages: readonly PdfPage[]): WordReport {
  const { folios } = question;
  const labels = new Map(
    folios?.flatMap(({ ids, page, label }) => ids.map((id) => [id, label || String(page)])),
  );
  const source = sourceText(question.html, (id) => labels.get(id) ?? "");
  const wanted = tokens(source.text);
  const numbers = Array.from({ length: source.notes }, (_none, index) => String(index + 1));
  const required = [...wanted, ...numbers, ...numbers];
  const printed = printedWords(pages, question.areas).flatMap(
    unglue(new Set([...required, ...source.markers]), new Set(wanted), new Set(numbers)),
  );
  const surplus = count(printed.map((one) => one.word));
  const missing = required.filter((word) => !take(surplus, word));
  const kept = mend(missing, surplus, printed);
  const heads = new Set(tokens(source.heads));
  for (const word of heads) surplus.delete(word);
  for (const number of source.markers) take(surplus, number);
  const extra = withoutHalves(left(printed, surplus), heads);
  const settled = RIGHT_TO_LEFT.test(source.text) && sameLetters(kept, extra);
  return {
    words: required.length,
    missing: settled ? [] : locate(kept, wanted, printed),
    extra: settled ? [] : extra,
  };
}

function printedWords(pages: readonly PdfPage[], areas: readonly TextArea[] | undefined): readonly Placed[] {
  return pages.flatMap(({ page, words }) => {
    const area = areas?.[page - 1];
    const inside = words.filter(({ y, size }) => {
      if (!area) return true;
      const middle = y - size * 0.3;
      return middle > area.top - SMEAR && middle < area.bottom + SMEAR;
    });
    return unbroken(inside.map(({ text }) => text)).flatMap((text) =>
      tokens(text).map((word) => ({ word, page })),
    );
  });
}

/** Words that a line ends in at a soft hyphen, with what goes on in the next line. */
function unbroken(words: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    if (last?.endsWith("\u00AD")) whole[whole.length - 1] = last.slice(0, -1) + word;
    else whole.push(word);
  }
  return whole;
}

/** Parts a word or a number from the note's number that follows it without a space. */
function unglue(
  whole: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
): (one: Placed) => readonly Placed[] {
  return ({ word, page }) => {
    const digits = /\d*$/.exec(word)?.[0].length ?? 0;
    // Right to left, the note's number may be read before the word that it follows.
    const leading = /^\d*/.exec(word)?.[0].length ?? 0;
    if (digits + leading === 0 || whole.has(word)) return [{ word, page }];
    const cuts = Array.from({ length: digits }, (_none, at) => word.length - digits + at);
    const leads = Array.from({ length: leading }, (_none, at) => at + 1);
    const cut =
      cuts.find((at) => vocabulary.has(word.slice(0, at)) && numbers.has(word.slice(at))) ??
      leads.find((at) => numbers.has(word.slice(0, at)) && vocabulary.has(word.slice(at)));
    if (cut === undefined) return [{ word, page }];
    return [
      { word: word.slice(0, cut), page },
      { word: word.slice(cut), page },
    ];
  };
}

function locate(
  missing: readonly string[],
  wanted: readonly string[],
  printed: readonly Placed[],
): readonly StrayWord[] {
  if (!missing.length) return [];
  const sought = count(missing);
  const once = count(printed.map((one) => one.word));
  const pageOf = new Map(printed.map(({ word, page }) => [word, page]));
  const found: StrayWord[] = [];
  let page: number | undefined;
  for (const word of wanted) {
    if (once.get(word) === 1) page = pageOf.get(word);
    if (!once.has(word) && take(sought, word)) found.push({ word, page });
  }
  return [...found, ...spread(sought).map((word) => ({ word, page: pageOf.get(word) }))];
}

/**
 * Numbers side by side in right-to-left text are cut elsewhere than they are written, and a word that fills several
 * lines is drawn in parts among others: the same letters and figures, none lost. Their order is held by the structure.
 */
function sameLetters(missing: readonly string[], extra: readonly StrayWord[]): boolean {
  const letters = (words: readonly string[]) => [...words.join("")].sort().join("");
  return letters(missing) === letters(extra.map(({ word }) => word));
}

/** A running head may have stood in for a word of the text that lines cut in parts: those are no surplus then. */
function withoutHalves(extra: readonly StrayWord[], heads: ReadonlySet<string>): readonly StrayWord[] {
  const parts = new Set<number>();
  for (const index of extra.keys()) {
    let joined = "";
    for (let end = index; end < extra.length && joined.length < LONGEST && !parts.has(end); end += 1) {
      joined += extra[end]?.word;
      if (end === index || !heads.has(joined)) continue;
      for (let part = index; part <= end; part += 1) parts.add(part);
      break;
    }
  }
  return extra.filter((_word, index) => !parts.has(index));
}

function left(printed: readonly Placed[], surplus: Bag): readonly StrayWord[] {
  return printed.filter(({ word }) => take(surplus, word));
}
