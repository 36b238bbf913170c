// Compares what a print document says with what its PDF says, word by word: nothing may be lost at a page's end.

import type { Folio } from "../model/folio.ts";
import { sourceText } from "./pdf-source.ts";
import { type PdfPage, readPdfText } from "./pdf-text.ts";

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
  readonly pdf: Uint8Array;
  /** One a page, in order: words above and below (running heads, folios) do not count. Without it all words do. */
  readonly areas?: readonly TextArea[];
  /** What is printed where the document refers to a page; without it such references are not looked for. */
  readonly folios?: readonly Folio[];
};

type Placed = { readonly word: string; readonly page: number };

/** Scripts that put no spaces between words, or that lines break within them: compared by character. */
const UNSPACED =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u0660-\u0669]/u;
const SMEAR = 0.5;

export async function compareWords(question: WordQuestion): Promise<WordReport> {
  const pages = await readPdfText(question.pdf);
  return compareText(question, pages);
}

/** The same for a PDF that has been read already. */
export function compareText(question: Omit<WordQuestion, "pdf">, pages: readonly PdfPage[]): WordReport {
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
  const settled = RIGHT_TO_LEFT.test(source.text) && sameFigures(kept, extra);
  return {
    words: required.length,
    missing: settled ? [] : locate(kept, wanted, printed),
    extra: settled ? [] : extra,
  };
}

/** Lower case, compatibility forms resolved, marks and soft hyphens dropped; characters where there are no spaces. */
export function tokens(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u{0640}\u{AD}]/gu, "")
    .toUpperCase()
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    UNSPACED.test(word) ? (word.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+|./gu) ?? []) : [word],
  );
}

function printedWords(pages: readonly PdfPage[], areas: readonly TextArea[] | undefined): readonly Placed[] {
  return pages.flatMap(({ page, words }) => {
    const area = areas?.[page - 1];
    const inside = words.filter(({ y, size }) => {
      if (!area) return true;
      const middle = y - size * 0.3;
      return middle > area.top - SMEAR && middle < area.bottom + SMEAR;
    });
    return inside.flatMap(({ text }) => tokens(text).map((word) => ({ word, page })));
  });
}

/** Parts a word or a number from the note's number that follows it without a space. */
function unglue(
  whole: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
): (one: Placed) => readonly Placed[] {
  return ({ word, page }) => {
    const digits = /\d*$/.exec(word)?.[0].length ?? 0;
    if (digits === 0 || whole.has(word)) return [{ word, page }];
    const cuts = Array.from({ length: digits }, (_none, at) => word.length - digits + at);
    // Right to left, the note's number may be read before the word that it follows.
    const leads = Array.from({ length: /^\d*/.exec(word)?.[0].length ?? 0 }, (_none, at) => at + 1);
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

/** Puts together words that a line, a page or a change of type cut in two, and takes apart those that touch. */
function mend(
  missing: readonly string[],
  surplus: Map<string, number>,
  printed: readonly Placed[],
): readonly string[] {
  const whole = missing.filter((word) => !takeRun(surplus, word, printed) && !takeParts(surplus, word, 3));
  const wanted = count(whole);
  for (const [word, times] of [...surplus]) {
    for (let left = times; left > 0 && takeParts(wanted, word, 3); left -= 1) take(surplus, word);
  }
  return spread(wanted).filter((word) => !takeReordered(surplus, word));
}

/**
 * Words with right-to-left letters whose parts were drawn apart may be read in another order: the same letters are the
 * same word here, where only loss counts. The order itself is held by the structure tree.
 */
function takeReordered(surplus: Map<string, number>, word: string): boolean {
  if (!RIGHT_TO_LEFT.test(word)) return false;
  const letters = (text: string) => [...text].sort().join("");
  const sought = letters(word);
  const same = [...surplus.keys()].find((one) => one.length === word.length && letters(one) === sought);
  return same !== undefined && take(surplus, same);
}

/** Neighbours in the PDF that make up the word: an address that fills many lines, say. */
function takeRun(surplus: Map<string, number>, word: string, printed: readonly Placed[]): boolean {
  for (let start = 0; start < printed.length; start += 1) {
    let joined = "";
    let end = start;
    for (; end < printed.length && joined.length < word.length; end += 1) {
      const next = printed[end]?.word ?? "";
      if (!word.startsWith(next, joined.length)) break;
      joined += next;
    }
    if (joined !== word) continue;
    const parts = printed.slice(start, end).map((one) => one.word);
    const taken = parts.filter((part) => take(surplus, part));
    if (taken.length === parts.length) return true;
    for (const part of taken) surplus.set(part, (surplus.get(part) ?? 0) + 1);
  }
  return false;
}

function takeParts(bag: Map<string, number>, word: string, parts: number): boolean {
  if (parts < 2) return false;
  for (let at = 1; at < word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (!take(bag, head)) continue;
    if (take(bag, tail) || takeParts(bag, tail, parts - 1)) return true;
    bag.set(head, (bag.get(head) ?? 0) + 1);
  }
  return false;
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

/** Numbers and note numbers side by side in right-to-left text are cut elsewhere than they are written: same figures, none lost. */
function sameFigures(missing: readonly string[], extra: readonly StrayWord[]): boolean {
  const figures = (words: readonly string[]) => [...words.join("")].sort().join("");
  const stray = extra.map(({ word }) => word);
  return [...missing, ...stray].every((word) => /^\d+$/.test(word)) && figures(missing) === figures(stray);
}

/** A running head may have stood in for a word of the text that a line cuts in two: its halves are no surplus then. */
function withoutHalves(extra: readonly StrayWord[], heads: ReadonlySet<string>): readonly StrayWord[] {
  const halves = new Set<number>();
  for (const [index, { word }] of extra.entries()) {
    const next = extra[index + 1];
    if (halves.has(index) || next === undefined || !heads.has(word + next.word)) continue;
    halves.add(index).add(index + 1);
  }
  return extra.filter((_word, index) => !halves.has(index));
}

function left(printed: readonly Placed[], surplus: Map<string, number>): readonly StrayWord[] {
  return printed.filter(({ word }) => take(surplus, word));
}

function count(words: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function spread(bag: ReadonlyMap<string, number>): readonly string[] {
  return [...bag].flatMap(([word, times]) => Array.from({ length: times }, () => word));
}

function take(bag: Map<string, number>, word: string): boolean {
  const times = bag.get(word) ?? 0;
  if (times === 0) return false;
  if (times === 1) bag.delete(word);
  else bag.set(word, times - 1);
  return true;
}
