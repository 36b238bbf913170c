// Rules over one printed pack: nothing that the print document says is missing from its PDF, and what the PDF says of itself is true.
import type { Edition } from "../model/edition.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Folio } from "../model/folio.ts";
import { pdfFaults } from "./pdf-facts.ts";
import { readPdfText } from "./pdf-text.ts";
import { compareText, type StrayWord, type TextArea } from "./pdf-words.ts";

export type PrintFacts = {
  readonly html: string;
  readonly pdf: Uint8Array;
  readonly folios: readonly Folio[];
  readonly areas: readonly TextArea[];
  readonly dangling: readonly string[];
  readonly strained: readonly string[];
};

/** Errors for what is lost or false; warnings for what had to be forced to fit. */
export async function verifyPrint(edition: Edition, printed: PrintFacts): Promise<readonly Finding[]> {
  const place = { file: `packs/${edition.slug}/pack.yaml`, line: 1, column: 1 };
  const error = (
    rule: string,
    message: string,
    hint = "this is a fault of the printing, not of the content",
  ) => finding("error", rule, place, `PDF: ${message}`, hint);
  const pages = await readPdfText(printed.pdf);
  const { missing, extra } = compareText(printed, pages);
  const faults = pdfFaults({ ...printed, pages, paper: edition.paper });
  return [
    ...(missing.length > 0
      ? [
          error(
            "print-lost-words",
            `${counted(missing)} missing: ${listed(missing)}`,
            "shorten what stands around them, or split it",
          ),
        ]
      : []),
    ...(extra.length > 0 ? [error("print-extra-words", `${counted(extra)} too many: ${listed(extra)}`)] : []),
    ...faults.map(({ kind, page, message }) =>
      error(`print-${kind}`, page > 0 ? `page ${page}: ${message}` : message),
    ),
    ...printed.dangling.map((id) => error("print-dangling", `no page has what is referred to as #${id}`)),
    ...printed.strained.map((block) =>
      finding(
        "warning",
        "print-strained",
        place,
        `PDF: does not fit a page and was forced to: ${block}`,
        "make it shorter or narrower",
      ),
    ),
  ];
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
