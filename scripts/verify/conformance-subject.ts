// What every check of conformance looks at, and what it answers; with the few readings that most of them need.

import { openFile, type PdfFile } from "../pdf/file.ts";
import { asDict, type Dict, dictIn, type Ref, Stream, type Value } from "../pdf/objects.ts";
import { contentOf, type Page, pagesOf } from "../pdf/pages.ts";
import { numbersIn } from "../pdf/trees.ts";
import { eachOperation } from "./pdf-content.ts";
import { type PdfPage, textReader } from "./pdf-text.ts";
import { type MarkedPage, markReader } from "./structure-text.ts";
import { readStructure, type StructureTree } from "./structure-tree.ts";

export type ConformanceFault = {
  /** E.g. `UA 7.18.5` for ISO 14289-1, `A 6.6.4` for ISO 19005-3; with both, the stricter one. */
  readonly clause: string;
  readonly message: string;
};

/** A dictionary of the file that is an object of its own, a stream's included. */
export type OwnDictionary = {
  readonly ref: Ref;
  readonly dict: Dict;
  readonly stream: Stream | null;
};

export type Subject = {
  readonly pdf: Uint8Array;
  readonly file: PdfFile;
  readonly objects: readonly OwnDictionary[];
  readonly sheets: readonly Page[];
  /** What their content says under each mark. */
  readonly pages: readonly MarkedPage[];
  /** The same pages as words with their places. */
  readonly text: readonly PdfPage[];
  readonly tree: StructureTree;
  /** From a page's marks and from annotations back to structure elements (ISO 32000-1, 14.7.4.4). */
  readonly parents: ReadonlyMap<number, Value>;
};

/** The finished bytes, read afresh and once for all checks of the file. */
export function readSubject(pdf: Uint8Array): Subject {
  const file = openFile(pdf);
  const sheets = pagesOf(file);
  const pages: MarkedPage[] = [];
  const text: PdfPage[] = [];
  for (const sheet of sheets) {
    const readers = { marks: markReader(sheet), text: textReader(sheet, pages.length + 1) };
    eachOperation(contentOf(sheet), (operator, operands) => {
      readers.marks.take(operator, operands);
      readers.text.take(operator, operands);
    });
    pages.push(readers.marks.end());
    text.push(readers.text.end());
  }
  const objects = file.objects().flatMap((ref): readonly OwnDictionary[] => {
    const dict = asDict(ref.value);
    return dict ? [{ ref, dict, stream: ref.value instanceof Stream ? ref.value : null }] : [];
  });
  const parents = numbersIn(dictIn(dictIn(file.catalog, "StructTreeRoot"), "ParentTree"));
  return { pdf, file, objects, sheets, pages, text, tree: readStructure(file, sheets, pages), parents };
}

export function fault(clause: string, message: string): ConformanceFault {
  return { clause, message };
}
