// The files that a PDF carries, by name.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";

/** Of the name tree `EmbeddedFiles` (ISO 32000-1, 7.11.4). Null when the bytes are no PDF. */
export async function readAttachments(pdf: Uint8Array): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false }).catch(() => null);
  if (document === null) return null;
  const names = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict);
  const root = names?.lookupMaybe(PDFName.of("EmbeddedFiles"), PDFDict);
  return new Map(root === undefined ? [] : entries(root, 0));
}

/** Deeper than any name tree of ours, so that one that holds itself ends. */
const depthLimit = 16;

function entries(node: PDFDict, depth: number): readonly (readonly [string, Uint8Array])[] {
  if (depth > depthLimit) return [];
  const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
  const own = node.lookupMaybe(PDFName.of("Names"), PDFArray);
  return [
    ...dictionaries(kids).flatMap((kid) => entries(kid, depth + 1)),
    ...dictionaries(own).flatMap((specification) => {
      const name = specification.lookup(PDFName.of("UF")) ?? specification.lookup(PDFName.of("F"));
      const file = specification.lookupMaybe(PDFName.of("EF"), PDFDict)?.lookup(PDFName.of("F"));
      const named = name instanceof PDFString || name instanceof PDFHexString;
      return named && file instanceof PDFRawStream
        ? [[name.decodeText(), decodePDFRawStream(file).decode()] as const]
        : [];
    }),
  ];
}

function dictionaries(list: PDFArray | undefined): readonly PDFDict[] {
  const found = Array.from({ length: list?.size() ?? 0 }, (_, index) => list?.lookup(index));
  return found.filter((one): one is PDFDict => one instanceof PDFDict);
}
