// Rules over one printed pack: nothing that the print document says is missing from its PDF, and what the PDF says of itself is true.
import type { Edition } from "../model/edition.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import type { Folio } from "../model/folio.ts";
import type { FontFace } from "../model/font.ts";
import { uncovered } from "../render/fonts.ts";
import { conformanceFaults } from "./conformance.ts";
import { readSubject } from "./conformance-subject.ts";
import { pdfFaults } from "./pdf-facts.ts";
import { readPdfText } from "./pdf-text.ts";
import { compareText, type StrayWord, type TextArea } from "./pdf-words.ts";
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
  const subject = await readSubject(printed.pdf);
  const clauses = [...conformanceFaults(subject), ...structureFaults(subject, printed)];
  const undrawn = uncovered(printed.html, printed.faces);
  return [
    ...(undrawn.length > 0 ? [withoutFont(undrawn, place)] : []),
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
    ...clauses.map(({ clause, message }) => error("print-clause", `${clause}: ${message}`)),
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

/** A letter that no font draws is a word lost; a sign is a blemish. */
function withoutFont(characters: readonly string[], place: Place): Finding {
  const names = characters
    .slice(0, 10)
    .map((one) => `${one} (U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()})`);
  const severity = characters.some((one) => /[\p{L}\p{M}\p{N}]/u.test(one)) ? "error" : "warning";
  const message = `PDF: no font has ${names.join(", ")}${characters.length > names.length ? " …" : ""}`;
  return finding(severity, "print-no-font", place, message, "write it otherwise, or add a font that has it");
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
