// Where the blocks of a source stand: fragment ids and paragraph numbers, which stay what they were in earlier editions.
import { type Numbered, numberParagraphs } from "../changes/numbers.ts";
import type { PackRecord } from "../model/content.ts";
import type { ParagraphNumber, Withdrawn } from "../model/edition.ts";
import type { ParsedSource } from "../model/source.ts";

export type Placement = {
  /** One a block, in order. Paragraphs are counted without the headings. */
  readonly blocks: readonly { readonly id: string; readonly number: ParagraphNumber | null }[];
  readonly withdrawn: readonly Withdrawn[];
  /** The paragraphs' texts, and how they came by their numbers. */
  readonly texts: readonly string[];
  readonly numbered: Numbered;
};

export type Placements = ReadonlyMap<string, Placement>;

/** By source. Numbers go on from the newest stored edition before this one. */
export function placementsOf(
  { pack, editions }: PackRecord,
  parsed: ReadonlyMap<string, ParsedSource>,
): Placements {
  const edition = pack.value.edition ?? 1;
  const before = editions.findLast(({ value }) => value.edition < edition)?.value;
  return new Map(
    [...parsed].map(([id, source]) => {
      const stored = before?.paragraphs.find((one) => one.source === id)?.numbers ?? null;
      const paragraphs = source.blocks.filter(({ kind }) => kind !== "heading");
      const texts = paragraphs.map(({ text }) => text);
      return [id, place(id, source, texts, numberParagraphs(texts, stored, edition))];
    }),
  );
}

function place(
  source: string,
  { blocks }: ParsedSource,
  texts: readonly string[],
  numbered: Numbered,
): Placement {
  let paragraphs = 0;
  let headings = 0;
  const places = blocks.map(({ kind }) => {
    if (kind === "heading") return { id: `${source}-h${++headings}`, number: null };
    const number = numbered.numbers[paragraphs++] ?? "";
    return { id: paragraphId(source, number), number: asNumber(number) };
  });
  const ids = places.filter(({ number }) => number !== null).map(({ id }) => id);
  const withdrawn = numbered.withdrawn.map(({ paragraph, before }) => ({
    number: asNumber(paragraph.number),
    id: paragraphId(source, paragraph.number),
    edition: paragraph.withdrawn ?? 0,
    before: ids[before] ?? null,
  }));
  return { blocks: places, withdrawn, texts, numbered };
}

/** Fragment id of a paragraph. */
export function paragraphId(source: string, number: string): string {
  return `${source}-p${number}`;
}

function asNumber(number: string): ParagraphNumber {
  return /^\d+$/.test(number) ? Number(number) : number;
}
