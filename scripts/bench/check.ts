// Holds a print of the benchmark to everything that a build holds its PDFs to, and says what is wrong in short texts.

import type { Printed } from "../paginate/paginate.ts";
import { conformanceFaults } from "../verify/conformance.ts";
import { readSubject } from "../verify/conformance-subject.ts";
import { pdfFaults } from "../verify/pdf-facts.ts";
import { compareText } from "../verify/pdf-words.ts";
import { structureFaults } from "../verify/structure.ts";

/** Empty when a build would publish it. */
export function checkPrint(print: Printed & { readonly html: string }): readonly string[] {
  const subject = readSubject(print.pdf);
  const { missing, extra } = compareText(print, subject.text);
  const clauses = [...conformanceFaults(subject), ...structureFaults(subject, print)];
  return [
    ...missing.map(({ word }) => `missing: ${word}`),
    ...extra.map(({ word, page }) => `too many: ${word}, page ${page}`),
    ...pdfFaults({ ...print, pages: subject.text, paper: "A4" }).map(({ message }) => message),
    ...clauses.map(({ clause, message }) => `${clause}: ${message}`),
    ...print.dangling.map((id) => `no page has #${id}`),
  ];
}
