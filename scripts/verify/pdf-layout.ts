// What must stand together on a page: notes with their calls, headings with their text, table heads with their rows.

import { type SourceSpan, sourceText } from "./pdf-source.ts";
import type { PdfPage } from "./pdf-text.ts";
import { type TextArea, tokens } from "./pdf-words.ts";

export type LayoutFault = {
  readonly kind: "note" | "heading-last" | "box-title" | "table-head" | "outside";
  /** Counts from 1; 0 when no page has it. */
  readonly page: number;
  readonly message: string;
};

export type LayoutQuestion = {
  readonly html: string;
  readonly pages: readonly PdfPage[];
  readonly areas: readonly TextArea[];
};

/** Points by which a word may reach over the paper's edge: the fonts' side bearings. */
const EDGE = 1.5;
/** So many words know a passage again. */
const KNOWN = 4;
/** Characters of what stands below a heading. */
const BEGINNING = 300;

type PageText = {
  readonly page: number;
  readonly words: readonly string[];
  readonly text: string;
  /** Its words, to know at once that some are not there. */
  readonly known: ReadonlySet<string>;
};

/** Empty when all stand as they must. Texts that repeat themselves are given the benefit of the doubt. */
export function layoutFaults({ html, pages, areas }: LayoutQuestion): readonly LayoutFault[] {
  const printed = new Print(pages.map((page) => textOf(page, areas[page.page - 1])));
  const { text, spans } = sourceText(html);
  const notes = spans.filter(({ kind }) => kind === "note").sort((a, b) => a.from - b.from);
  const source = new Source(text, notes);
  return [
    ...pages.flatMap(outside),
    ...notes.flatMap((note, index) => noteFaults(source, note, index + 1, printed)),
    ...spans.flatMap((span) => headingFaults(source, span, spans, printed)),
    ...spans
      .filter(({ kind }) => kind === "table")
      .flatMap((table) => headFaults(source, table, spans, printed)),
  ];
}

/** The pages, which can be asked for by a word: few hold any one, and a long document asks thousands of times. */
class Print {
  readonly pages: readonly PageText[];
  readonly #holders: ReadonlyMap<string, readonly PageText[]>;

  constructor(pages: readonly PageText[]) {
    this.pages = pages;
    this.#holders = byWord(pages);
  }

  /** In order. */
  holding(word: string): readonly PageText[] {
    return this.#holders.get(word) ?? [];
  }

  /** Those with the words in a row, in order. */
  having(words: readonly string[]): readonly PageText[] {
    const [first = "", ...others] = words;
    if (!words.length) return this.pages.filter((page) => has(page, words));
    const fewest = others.reduce((least, word) => {
      const pages = this.holding(word);
      return pages.length < least.length ? pages : least;
    }, this.holding(first));
    return fewest.filter((page) => has(page, words));
  }
}

/** The pages that hold each word, in order. */
export function byWord<Page extends { readonly words: readonly string[] }>(
  pages: readonly Page[],
): ReadonlyMap<string, readonly Page[]> {
  const found = new Map<string, Page[]>();
  for (const page of pages) {
    for (const word of page.words) {
      const list = found.get(word);
      if (!list) found.set(word, [page]);
      else if (list.at(-1) !== page) list.push(page);
    }
  }
  return found;
}

/** The text of the document as it runs through the pages, notes apart. */
class Source {
  readonly #text: string;
  readonly #notes: readonly SourceSpan[];

  constructor(text: string, notes: readonly SourceSpan[]) {
    this.#text = text;
    this.#notes = notes;
  }

  /** Whether the beginning of what follows runs from right to left, or some of it. */
  isTurned({ to }: SourceSpan): boolean {
    return RIGHT_TO_LEFT.test(this.#text.slice(to, to + BEGINNING));
  }

  within({ from, to }: { readonly from: number; readonly to: number }): readonly string[] {
    const own = this.#notes.filter((note) => note.from > from && note.to < to);
    const parts = [from, ...own.flatMap((note) => [note.from, note.to]), to];
    const kept = parts.flatMap((start, index) =>
      index % 2 ? [] : [this.#text.slice(start, parts[index + 1])],
    );
    return tokens(kept.join(" "));
  }
}

function textOf({ page, words }: PdfPage, area: TextArea | undefined): PageText {
  const body = words.filter(
    ({ y, size }) => !area || (y - size * 0.3 > area.top && y - size * 0.3 < area.bottom),
  );
  return pageText(
    page,
    body.flatMap(({ text }) => tokens(text)),
  );
}

function pageText(page: number, words: readonly string[]): PageText {
  return { page, words, text: ` ${words.join(" ")} `, known: new Set(words) };
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The words in a row; those of right-to-left lines are drawn in no order that could be asked for. */
function has(page: PageText, words: readonly string[]): boolean {
  if (!words.every((word) => page.known.has(word))) return false;
  if (words.some((word) => RIGHT_TO_LEFT.test(word)))
    return words.every((word) => page.text.includes(` ${word} `));
  return page.text.includes(` ${words.join(" ")} `);
}

/** Any few words of a passage in a row. */
function hasPart(page: PageText, words: readonly string[]): boolean {
  if (words.length <= KNOWN) return has(page, words);
  return words.some((_word, at) => at + KNOWN <= words.length && has(page, words.slice(at, at + KNOWN)));
}

function outside({ page, width, height, words }: PdfPage): readonly LayoutFault[] {
  const beyond = words.filter(
    (word) =>
      word.x < -EDGE ||
      word.x + word.width > width + EDGE ||
      word.y < -EDGE ||
      word.y - word.size > height + EDGE,
  );
  if (!beyond.length) return [];
  const message = `${beyond.length} words reach over the edge of the paper, the first is “${beyond[0]?.text}”`;
  return [{ kind: "outside", page, message }];
}

/** A note begins on the page of its call, with the number that is its turn. */
function noteFaults(source: Source, note: SourceSpan, turn: number, printed: Print): readonly LayoutFault[] {
  const number = String(turn);
  const beginning = source.within(note).slice(0, KNOWN);
  const begun = printed.holding(number).filter((page) => hasPart(page, beginning));
  const message = `note ${number}, “${beginning.join(" ")}”`;
  if (!begun.length) return [{ kind: "note", page: 0, message: `No page has ${message}, with its number` }];
  const withCall = begun.some(
    ({ words }) => words.filter((word) => word.endsWith(number) || word.startsWith(number)).length > 1,
  );
  if (withCall) return [];
  return [{ kind: "note", page: begun[0]?.page ?? 0, message: `The call of ${message}, is on another page` }];
}

/** The page after one with a heading must not begin with what the heading is for. */
function headingFaults(
  source: Source,
  span: SourceSpan,
  spans: readonly SourceSpan[],
  printed: Print,
): readonly LayoutFault[] {
  if (span.kind !== "heading" && span.kind !== "box-title") return [];
  const title = source.within(span);
  const box = spans.find((one) => one.kind === "box" && one.from < span.from && one.to > span.to);
  const next = source
    .within({ from: span.to, to: Math.min(box?.to ?? Infinity, span.to + BEGINNING) })
    .slice(0, KNOWN);
  const [start = ""] = next;
  if (!title.length || !start) return [];
  const alone = printed.having(title).find((page) => {
    const overleaf = printed.pages[printed.pages.indexOf(page) + 1];
    return (
      !has(page, [title.at(-1) ?? "", start]) &&
      !has(page, next) &&
      overleaf &&
      has(beginningOf(overleaf), next)
    );
  });
  if (!alone || printed.having([...title, ...next]).length) return [];
  // Where a line runs both ways, what follows the heading is not drawn after it.
  if (source.isTurned(span) && printed.having(title).some((page) => has(page, next))) return [];
  const what = span.kind === "heading" ? "the heading" : "the title of a box";
  const message = `After ${what} “${title.join(" ")}” its text is on another page`;
  return [{ kind: span.kind === "heading" ? "heading-last" : "box-title", page: alone.page, message }];
}

function beginningOf({ page, words }: PageText): PageText {
  return pageText(page, words.slice(0, KNOWN * 5));
}

/** Every page with the beginning of a row has the head of its table. */
function headFaults(
  source: Source,
  table: SourceSpan,
  spans: readonly SourceSpan[],
  printed: Print,
): readonly LayoutFault[] {
  const inside = (one: SourceSpan) => one.from >= table.from && one.to <= table.to;
  const head = spans.find((one) => one.kind === "head" && inside(one));
  const words = head ? source.within(head) : [];
  if (!words.length || !printed.having(words).length) return [];
  const rows = spans.filter((one) => one.kind === "row" && inside(one));
  const bare = rows.flatMap((row) => {
    const beginning = source.within(row).slice(0, KNOWN * 2);
    const found = beginning.length < KNOWN ? [] : printed.having(beginning);
    return found.length === 1 ? found.filter((page) => !has(page, words)) : [];
  });
  return [...new Set(bare)].map(({ page }) => ({
    kind: "table-head",
    page,
    message: `The head “${words.join(" ")}” is not repeated above rows of its table`,
  }));
}
