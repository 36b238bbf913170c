// What every check of conformance looks at, and what it answers; with the few readings that most of them need.

import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { readOperations } from "./pdf-content.ts";
import { contentOf } from "./pdf-stream.ts";
import { type PdfPage, textReader } from "./pdf-text.ts";
import { type MarkedPage, markReader } from "./structure-text.ts";
import { readStructure, type StructureTree } from "./structure-tree.ts";

export type ConformanceFault = {
  /** E.g. `UA 7.18.5` for ISO 14289-1, `A 6.6.4` for ISO 19005-3; with both, the stricter one. */
  readonly clause: string;
  readonly message: string;
};

export type Subject = {
  readonly pdf: Uint8Array;
  readonly document: PDFDocument;
  /** In order. */
  readonly pages: readonly MarkedPage[];
  /** The same pages as words with their places. */
  readonly text: readonly PdfPage[];
  readonly tree: StructureTree;
};

/** The finished bytes, read afresh and once for all checks of the file. */
export async function readSubject(pdf: Uint8Array): Promise<Subject> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const pages: MarkedPage[] = [];
  const text: PdfPage[] = [];
  for (const page of document.getPages()) {
    const readers = { marks: markReader(page), text: textReader(page, pages.length + 1) };
    for (const operation of readOperations(contentOf(page))) {
      readers.marks.take(operation);
      readers.text.take(operation);
    }
    pages.push(readers.marks.end());
    text.push(readers.text.end());
  }
  return { pdf, document, pages, text, tree: readStructure(document, pages) };
}

export function fault(clause: string, message: string): ConformanceFault {
  return { clause, message };
}

export type OwnDictionary = readonly [string, PDFDict, PDFRawStream | null];

/** Every dictionary of the file that is an object of its own, streams' included, with its reference. */
export function dictionaries({ context }: PDFDocument): readonly OwnDictionary[] {
  return context.enumerateIndirectObjects().flatMap(([ref, object]): readonly OwnDictionary[] => {
    if (object instanceof PDFDict) return [[ref.toString(), object, null]];
    return object instanceof PDFRawStream ? [[ref.toString(), object.dict, object]] : [];
  });
}

/** Without its slash; null when there is no such name. */
export function nameIn(dict: PDFDict | undefined, key: string): string | null {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

export function numberIn(dict: PDFDict | undefined, key: string): number | null {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : null;
}

export function isTrue(dict: PDFDict | undefined, key: string): boolean {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFBool && value.asBoolean();
}

export function dictIn(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = dict?.lookup(PDFName.of(key));
  if (value instanceof PDFRawStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

/** Items of an array, looked up; empty when there is none. */
export function listIn(dict: PDFDict | undefined, key: string): readonly (PDFObject | undefined)[] {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFArray ? value.asArray().map((_one, index) => value.lookup(index)) : [];
}

export function has(dict: PDFDict | undefined, key: string): boolean {
  return dict?.has(PDFName.of(key)) ?? false;
}
