// Facts of a PDF that must hold whatever it says: pages of the right size, none blank, printed numbers that are true.

import type { Folio } from "../model/folio.ts";
import { byWord, type LayoutFault, layoutFaults } from "./pdf-layout.ts";
import { sourceText } from "./pdf-source.ts";
import type { PdfPage } from "./pdf-text.ts";
import { type TextArea, tokens } from "./pdf-words.ts";

/** Points. */
const PAPER = { A4: [595.28, 841.89], Letter: [612, 792] } as const;
const TOLERANCE = 0.6;

export type PaperName = keyof typeof PAPER;

export type PdfFault = {
  readonly kind:
    | LayoutFault["kind"]
    | ("no-pages" | "page-count" | "page-size" | "blank-page" | "folio" | "page-reference");
  /** Counts from 1; 0 when it is about the whole file. */
  readonly page: number;
  readonly message: string;
};

export type FactsQuestion = {
  readonly pages: readonly PdfPage[];
  readonly html: string;
  readonly paper: PaperName;
  readonly folios: readonly Folio[];
  readonly areas: readonly TextArea[];
};

/** Empty when all facts hold. */
export function pdfFaults(question: FactsQuestion): readonly PdfFault[] {
  const { pages, folios } = question;
  if (!pages.length) return [{ kind: "no-pages", page: 0, message: "The PDF has no page" }];
  const counted: PdfFault[] =
    pages.length === folios.length
      ? []
      : [
          {
            kind: "page-count",
            page: 0,
            message: `The PDF has ${pages.length} pages, ${folios.length} were laid out`,
          },
        ];
  return [
    ...counted,
    ...pages.flatMap((page) => pageFaults(page, question)),
    ...referenceFaults(question),
    ...layoutFaults(question),
  ];
}

function pageFaults(page: PdfPage, { paper, folios, areas }: FactsQuestion): readonly PdfFault[] {
  const faults: PdfFault[] = [];
  const [width, height] = PAPER[paper];
  const say = (kind: PdfFault["kind"], message: string) => faults.push({ kind, page: page.page, message });
  if (Math.abs(page.width - width) > TOLERANCE || Math.abs(page.height - height) > TOLERANCE) {
    say("page-size", `The page measures ${page.width} by ${page.height} points, which is not ${paper}`);
  }
  if (!page.words.length) say("blank-page", "The page is blank");
  const label = folios[page.page - 1]?.label;
  const area = areas[page.page - 1];
  if (label && area) {
    const margin = page.words.filter(
      ({ y, size }) => y - size * 0.3 < area.top || y - size * 0.3 > area.bottom,
    );
    if (!margin.some(({ text }) => tokens(text).includes(label))) {
      say("folio", `The number ${label} is not printed in the margin`);
    }
  }
  return faults;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Words of a line or two. */
const NEAR = 12;

/** In right-to-left lines of several elements, what is drawn first need not be read first. */
function standsNear(text: string, word: string, label: string): boolean {
  const all = text.trim().split(" ");
  return all.some((one, at) => one === word && all.slice(Math.max(0, at - NEAR), at + NEAR).includes(label));
}

/** Whether a number stands after a word that fills several lines. */
function isFollowed(words: readonly string[], word: string, label: string): boolean {
  return words.some((one, at) => {
    if (one !== label || !word.endsWith(words[at - 1] ?? " ")) return false;
    let from = at - 1;
    let read = words[from] ?? "";
    while (read.length < word.length && from > 0) {
      from -= 1;
      read = (words[from] ?? "") + read;
    }
    return read === word;
  });
}

/** Each reference to a page must be followed, where it is printed, by the number of that page. */
function referenceFaults({ html, pages, folios }: FactsQuestion): readonly PdfFault[] {
  const labels = new Map(folios.flatMap(({ ids, label }) => ids.map((id) => [id, label])));
  const printed = pages
    .map(({ page, words }) => ({
      page,
      words: words.flatMap(({ text }) => tokens(text)),
    }))
    .map((one) => ({ ...one, text: ` ${one.words.join(" ")} ` }));
  const holders = byWord(printed);
  return sourceText(html, (id) => labels.get(id) ?? "").references.flatMap(
    ({ id, before }): readonly PdfFault[] => {
      const label = labels.get(id);
      if (!label)
        return [{ kind: "page-reference", page: 0, message: `Nothing with the id ${id} is printed` }];
      const pages = holders.get(label) ?? [];
      const words = tokens(before.slice(before.indexOf(" ") + 1)).slice(-4);
      if (pages.some(({ words: all }) => isFollowed(all, words.at(-1) ?? "", label))) return [];
      const phrases = words.map((_word, index) => ` ${[...words.slice(index), label].join(" ")} `);
      if (!phrases.length || phrases.some((phrase) => pages.some(({ text }) => text.includes(phrase))))
        return [];
      if (RIGHT_TO_LEFT.test(before) && pages.some(({ text }) => standsNear(text, words.at(-1) ?? "", label)))
        return [];
      const message = `After “${words.join(" ")}” the page number ${label} of ${id} is not printed`;
      return [{ kind: "page-reference", page: 0, message }];
    },
  );
}
