// The pages of a published PDF that show what rests on a thing: what its print document would say otherwise without it.

import { diffArrays } from "diff";
import { printDocument } from "../../templates/print/document.ts";
import type { Atlas } from "../figures/atlas.ts";
import type { Edition } from "../model/edition.ts";
import { entryKinds, type RegisterName } from "../model/registers.ts";
import { readPdfText } from "../verify/pdf-text.ts";
import { printBlocks } from "../verify/print-blocks.ts";
import type { Impact } from "./compare.ts";
import { pagesOfBlocks } from "./printed-pages.ts";

/** Page numbers from 1. `marked`: what is listed by name, wherever it stands, even if its words are the source's. */
export async function pdfPages(
  pdf: Uint8Array,
  whole: Edition,
  rest: Edition | null,
  marked: Marked,
  atlas: Atlas | null,
): Promise<readonly number[]> {
  const blocksOf = (edition: Edition, ids: readonly string[]) => {
    const origin = { place: { file: "", line: 1, column: 1 }, text: null };
    const html = String(printDocument(edition, atlas)).replace(shifting, " ");
    return printBlocks(html, new Map(ids.map((id) => [id, origin])));
  };
  const pages = readPdfText(pdf).map(({ words }) => words.map(({ text }) => text));
  const document = blocksOf(whole, []);
  const left = rest === null ? [] : blocksOf(rest, []).map(({ words }) => words.join(" "));
  const gone = new Set<number>();
  let at = 0;
  for (const { added, removed, count } of diffArrays(
    document.map(({ words }) => words.join(" ")),
    left,
  )) {
    if (added) continue;
    for (let n = 0; n < count; n++, at++) if (removed) gone.add(at);
  }
  const passages = blocksOf(whole, printedIds(marked));
  const named = new Set(passages.flatMap(({ origin }, index) => (origin === undefined ? [] : [index])));
  const words = (blocks: typeof document) => blocks.map((block) => block.words);
  const found = [
    ...pagesOfBlocks(words(document), gone, pages),
    ...pagesOfBlocks(words(passages), named, pages),
  ];
  return [...new Set(found)].sort((a, b) => a - b);
}

export type Marked = Omit<Impact, "quotations">;

/** Numbers that shift when a reference goes. */
const shifting = /<a class="citation"[^>]*>[^<]*<\/a>|<span class="reference-number">[^<]*<\/span>/g;

/** What the print document calls the parts of these records. */
function printedIds({
  keyPoints,
  annotations,
  boxes,
  timeline,
  entries,
  references,
}: Marked): readonly string[] {
  return [
    ...keyPoints.map((number) => `key-point-${number}`),
    ...annotations.flatMap((id) => [`a-${id}`, `annotation-${id}`]),
    ...boxes.map((id) => `box-${id}`),
    ...timeline.map((number) => `event-${number}`),
    ...entries.map((name) => {
      const [register = "", id = ""] = name.split("/");
      return `${entryKinds[register as RegisterName]}-${id}`;
    }),
    ...references.map((number) => `ref-${number}`),
  ];
}
