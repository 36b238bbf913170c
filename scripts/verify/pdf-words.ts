// Compares what a print document says with what its PDF says, word by word: nothing may be lost at a page's end.

import type { Folio } from "../model/folio.ts";
import { sourceText } from "./pdf-source.ts";
import { type PdfPage, readPdfText } from "./pdf-text.ts";

/** Points from the top left corner of a page. */
export type TextArea = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

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
  /** One a page, in order: words outside (running heads, folios) do not count. Without it all words do. */
  readonly areas?: readonly TextArea[];
  /** What is printed where the document refers to a page; without it such references are not looked for. */
  readonly folios?: readonly Folio[];
};

type Placed = { readonly word: string; readonly page: number };

/** Scripts that put no spaces between words: compared by character. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SMEAR = 0.5;

export async function compareWords(question: WordQuestion): Promise<WordReport> {
  const pages = await readPdfText(question.pdf);
  return compareText(question, pages);
}

/** The same for a PDF that has been read already. */
export function compareText(question: Omit<WordQuestion, "pdf">, pages: readonly PdfPage[]): WordReport {
  const { folios } = question;
  const labels = new Map(folios?.flatMap(({ ids, page, label }) => ids.map((id) => [id, label || String(page)])));
  const source = sourceText(question.html, (id) => labels.get(id) ?? "");
  const printed = printedWords(pages, question.areas);
  const wanted = tokens(source.text);
  const numbers = Array.from({ length: source.notes }, (_none, index) => String(index + 1));
  const required = [...wanted, ...numbers, ...numbers];
  const surplus = count(printed.map((one) => one.word));
  const missing = required.filter((word) => !take(surplus, word));
  const kept = mend(missing, surplus, new Set(numbers));
  for (const word of tokens(source.heads)) surplus.delete(word);
  for (const number of source.markers) take(surplus, number);
  return { words: required.length, missing: locate(kept, wanted, printed), extra: left(printed, surplus) };
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
    const inside = words.filter(({ x, y, size }) => {
      if (!area) return true;
      const middle = y - size * 0.3;
      return middle > area.top - SMEAR && middle < area.bottom + SMEAR && x > area.left - 72 && x < area.right + 72;
    });
    return inside.flatMap(({ text }) => tokens(text).map((word) => ({ word, page })));
  });
}

/** Puts together words that a line, a page or a change of type cut in two, and takes apart those that touch. */
function mend(
  missing: readonly string[],
  surplus: Map<string, number>,
  numbers: ReadonlySet<string>,
): readonly string[] {
  const whole = missing.filter((word) => !takeParts(surplus, word, 3));
  const wanted = count(whole);
  for (const [word, times] of [...surplus]) {
    for (let left = times; left > 0; left -= 1) {
      if (takeParts(wanted, word, 3)) take(surplus, word);
      else if (!takeNumbered(wanted, surplus, word, numbers)) break;
    }
  }
  return spread(wanted);
}

/** A word that a note's number touches, where a list's number already stood for the note's. */
function takeNumbered(
  wanted: Map<string, number>,
  surplus: Map<string, number>,
  word: string,
  numbers: ReadonlySet<string>,
): boolean {
  const [, head = "", number = ""] = /^(.*\D)(\d+)$/.exec(word) ?? [];
  if (!numbers.has(number) || !take(wanted, head)) return false;
  take(surplus, word);
  surplus.set(number, (surplus.get(number) ?? 0) + 1);
  return true;
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

function locate(missing: readonly string[], wanted: readonly string[], printed: readonly Placed[]): readonly StrayWord[] {
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
