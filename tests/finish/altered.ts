// A finished PDF with one thing changed, for the checks to find: its objects, or the text of its content streams.

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";

export type Act = (document: PDFDocument) => void;

/** Throws when `act` changed nothing. */
export async function altered(pdf: Uint8Array, act: Act): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const before = print(document);
  act(document);
  if (print(document) === before) throw new Error("Nothing was altered");
  return saved(document);
}

/** The same file written by another hand. */
export async function unaltered(pdf: Uint8Array): Promise<Uint8Array> {
  return saved(await PDFDocument.load(pdf, { updateMetadata: false }));
}

function saved(document: PDFDocument): Promise<Uint8Array> {
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

function print(document: PDFDocument): string {
  const objects = document.context.enumerateIndirectObjects();
  const texts = objects.map(([, one]) =>
    one instanceof PDFRawStream
      ? `${one.dict}${Buffer.from(one.getContents()).toString("base64")}`
      : String(one),
  );
  return `${texts.join("\n")}${String(document.context.trailerInfo.ID)}`;
}

/** Replaces in the first content stream in which `pattern` is found. */
export function inContent(pattern: RegExp, replacement: string): Act {
  return (document) => {
    for (const page of document.getPages()) {
      const ref = page.node.get(PDFName.of("Contents"));
      const stream = page.node.lookup(PDFName.of("Contents"));
      if (!(stream instanceof PDFRawStream) || !ref) continue;
      const old = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
      const text = old.replace(pattern, replacement);
      if (text === old) continue;
      const bytes = Buffer.from(text, "latin1");
      const plain = PDFRawStream.of(document.context.obj({ Length: bytes.length }), bytes);
      page.node.set(PDFName.of("Contents"), document.context.register(plain));
      return;
    }
  };
}

/** Every dictionary that is an object of its own, streams' included. */
export function dictionaries(document: PDFDocument): readonly PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFDict ? [one] : one instanceof PDFRawStream ? [one.dict] : []));
}

/** Acts on the first dictionary that has these entries; a value of `null` stands for any. */
export function onFirst(
  entries: Readonly<Record<string, string | null>>,
  act: (dict: PDFDict, document: PDFDocument) => void,
): Act {
  return (document) => {
    const found = dictionaries(document).find((dict) =>
      Object.entries(entries).every(([key, value]) => {
        const own = dict.get(PDFName.of(key));
        return own !== undefined && (value === null || String(own) === value);
      }),
    );
    if (found) act(found, document);
  };
}

export function without(entries: Readonly<Record<string, string | null>>, key: string): Act {
  return onFirst(entries, (dict) => dict.delete(PDFName.of(key)));
}

export function withEntry(
  entries: Readonly<Record<string, string | null>>,
  key: string,
  value: (document: PDFDocument) => PDFObject,
): Act {
  return onFirst(entries, (dict, document) => dict.set(PDFName.of(key), value(document)));
}

/** Takes an element of a type out of its parent. */
export function dropElement(type: string): Act {
  return (document) => {
    const holder = dictionaries(document).find((dict) =>
      kidsOf(dict).some((kid) => isType(document, kid, type)),
    );
    const kids = holder?.lookup(PDFName.of("K"));
    if (!(kids instanceof PDFArray)) return;
    const at = kids.asArray().findIndex((kid) => isType(document, kid, type));
    kids.remove(at);
  };
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.lookup(PDFName.of("K"));
  return kids instanceof PDFArray ? kids.asArray() : [];
}

function isType(document: PDFDocument, kid: PDFObject, type: string): boolean {
  const dict = document.context.lookup(kid);
  return dict instanceof PDFDict && String(dict.get(PDFName.of("S"))) === `/${type}`;
}
