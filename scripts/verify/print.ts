// Rules over one printed pack: nothing that the print document says is missing from its PDF, and what the PDF says of itself is true.
import type { Edition } from "../model/edition.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Folio } from "../model/folio.ts";
import type { FontFace } from "../model/font.ts";
import { uncovered } from "../render/fonts.ts";
import { conformanceFaults } from "./conformance.ts";
import { readSubject } from "./conformance-subject.ts";
import type { Origins } from "./content-origins.ts";
import { pdfFaults } from "./pdf-facts.ts";
import { compareText, type StrayWord, type TextArea } from "./pdf-words.ts";
import { blockOf, nameOf, type PrintBlock, placeOf, printBlocks } from "./print-blocks.ts";
import { blocksOfExtra, blocksOfMissing } from "./stray-words.ts";
import { structureFaults } from "./structure.ts";

export type PrintFacts = {
  readonly html: string;
  readonly pdf: Uint8Array;
  readonly folios: readonly Folio[];
  readonly areas: readonly TextArea[];
  readonly dangling: readonly string[];
  readonly strained: readonly string[];
  readonly faces: readonly FontFace[];
};

const OURS = "this is a fault of the printing, not of the content";

/**
 * Errors for what is lost or false; warnings for what had to be forced to fit. Each stands at the line of the content
 * whose block it is about, as `origins` tell; what is about no block stands at the pack.
 */
export function verifyPrint(
  edition: Edition,
  printed: PrintFacts,
  origins: Origins = new Map(),
): readonly Finding[] {
  const subject = readSubject(printed.pdf);
  const pages = subject.text;
  const { missing, extra } = compareText(printed, pages);
  const faults = pdfFaults({ ...printed, pages, paper: edition.paper });
  const clauses = [...conformanceFaults(subject), ...structureFaults(subject, printed)];

  let read: readonly PrintBlock[] | undefined;
  const blocks = () => {
    read ??= printBlocks(printed.html, origins);
    return read;
  };
  const pack = { file: `packs/${edition.slug}/pack.yaml`, line: 1, column: 1 };
  const say = (
    severity: Finding["severity"],
    rule: string,
    block: PrintBlock | undefined,
    message: string,
    hint = OURS,
    word = "",
  ) => {
    const place = (block && placeOf(block, word)) ?? pack;
    const named = block ? `in ${nameOf(block)}: ${message}` : message;
    return finding(severity, rule, place, `PDF: ${named}`, hint);
  };
  const error = (rule: string, block: PrintBlock | undefined, message: string) =>
    say("error", rule, block, message);
  /** The block of what a fault quotes: of several quotations the last is the document's. */
  const quoted = (message: string) => {
    const words = [...message.matchAll(/“([^”]*)”/g)].at(-1)?.[1];
    return words === undefined ? undefined : blockOf(blocks(), words);
  };

  const undrawn = undrawnFindings();
  if (undrawn.length > 0) return undrawn;
  return [
    ...[...(missing.length > 0 ? blocksOfMissing(missing, blocks(), pages) : [])].map(([block, words]) =>
      say(
        "error",
        "print-lost-words",
        block,
        `${counted(words)} missing: ${listed(words)}`,
        "shorten what stands around them, or split it",
        words[0]?.word,
      ),
    ),
    ...[...(extra.length > 0 ? blocksOfExtra(extra, blocks()) : [])].map(([block, words]) =>
      error("print-extra-words", block, `${counted(words)} too many: ${listed(words)}`),
    ),
    ...faults.map(({ kind, page, message }) =>
      error(`print-${kind}`, quoted(message), page > 0 ? `page ${page}: ${message}` : message),
    ),
    ...clauses.map(({ clause, message }) => error("print-clause", quoted(message), `${clause}: ${message}`)),
    ...printed.dangling.map((id) =>
      error(
        "print-dangling",
        blocks().find(({ references }) => references.includes(id)),
        `no page has what is referred to as #${id}`,
      ),
    ),
    ...printed.strained.map((block) =>
      say(
        "warning",
        "print-strained",
        quoted(block),
        `does not fit a page and was forced to: ${block}`,
        "make it shorter or narrower",
      ),
    ),
  ];

  /** What no font draws is lost to the reader, and makes the file none of record; all else that is wrong may follow from it. */
  function undrawnFindings(): readonly Finding[] {
    return uncovered(printed.html, printed.faces).flatMap((character) => {
      const block = blocks().find(({ text }) => text.includes(character));
      if (block === undefined) return [];
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const hint = "write it otherwise, or add a font that has it";
      return say("error", "print-no-font", block, `no font has ${character} (U+${code})`, hint, character);
    });
  }
}

function counted(words: readonly StrayWord[]): string {
  return `${words.length} word${words.length === 1 ? " is" : "s are"}`;
}

function listed(words: readonly StrayWord[]): string {
  const shown = words
    .slice(0, 8)
    .map(({ word, page }) => (page === undefined ? word : `${word} (page ${page})`));
  return `${shown.join(", ")}${words.length > shown.length ? " …" : ""}`;
}
