// Reads the tree of structure elements of a PDF (ISO 32000-1, 14.7) with the text that stands under each of them.

import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { MarkedPage } from "./structure-text.ts";

export type StructureElement = {
  /** As written. */
  readonly tag: string;
  /** The standard type that the role map makes of it. */
  readonly type: string;
  readonly lang: string | null;
  readonly alt: string | null;
  readonly id: string | null;
  /** Attributes of all its attribute objects together. */
  readonly attributes: ReadonlyMap<string, PDFObject>;
  readonly parent: StructureElement | null;
  readonly ref: string;
  readonly kids: readonly StructureKid[];
};

export type StructureKid =
  | StructureElement
  | { readonly mark: number; readonly page: number; readonly text: string }
  | { readonly annotation: string };

export type StructureTree = {
  /** Null in a file without a tree. */
  readonly root: StructureElement | null;
  readonly roles: ReadonlyMap<string, string>;
  /** Every element, parents before their children. */
  readonly elements: readonly StructureElement[];
};

export function isElement(kid: StructureKid): kid is StructureElement {
  return "kids" in kid;
}

export function readStructure(document: PDFDocument, pages: readonly MarkedPage[]): StructureTree {
  const { context, catalog } = document;
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index]));
  const top = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const map = top?.lookupMaybe(PDFName.of("RoleMap"), PDFDict);
  const roles = new Map<string, string>();
  for (const [key, value] of map?.entries() ?? []) {
    if (value instanceof PDFName) roles.set(key.decodeText(), value.decodeText());
  }
  const elements: StructureElement[] = [];

  function element(item: PDFObject, parent: StructureElement | null, above: number): StructureElement | null {
    const dict = item instanceof PDFRef ? context.lookup(item) : item;
    if (!(dict instanceof PDFDict)) return null;
    const page = numbers.get(String(dict.get(PDFName.of("Pg")))) ?? above;
    const tag = dict.lookupMaybe(PDFName.of("S"), PDFName)?.decodeText() ?? "";
    const kids: StructureKid[] = [];
    const made: StructureElement = {
      tag,
      type: standardType(tag, roles),
      lang: textOf(dict, "Lang"),
      alt: textOf(dict, "Alt"),
      id: textOf(dict, "ID"),
      attributes: attributesOf(dict),
      parent,
      ref: String(item),
      kids,
    };
    elements.push(made);
    const content = dict.lookup(PDFName.of("K"));
    const list =
      content instanceof PDFArray
        ? content.asArray()
        : dict.has(PDFName.of("K"))
          ? [dict.get(PDFName.of("K"))]
          : [];
    for (const one of list) if (one) kids.push(...kid(one, made, page));
    return made;
  }

  function kid(item: PDFObject, parent: StructureElement, page: number): readonly StructureKid[] {
    const value = item instanceof PDFRef ? context.lookup(item) : item;
    if (value instanceof PDFNumber) return [marked(value.asNumber(), page)];
    if (!(value instanceof PDFDict)) return [];
    const type = value.lookupMaybe(PDFName.of("Type"), PDFName)?.decodeText();
    const at = numbers.get(String(value.get(PDFName.of("Pg")))) ?? page;
    if (type === "MCR") return [marked(value.lookup(PDFName.of("MCID"), PDFNumber).asNumber(), at)];
    if (type === "OBJR") return [{ annotation: String(value.get(PDFName.of("Obj"))) }];
    const made = element(item, parent, page);
    return made ? [made] : [];
  }

  function marked(mark: number, page: number): StructureKid {
    return { mark, page, text: pages[page]?.texts.get(mark) ?? "" };
  }

  const kids = top?.get(PDFName.of("K"));
  const first = kids instanceof PDFArray && kids.size() === 1 ? kids.get(0) : kids;
  const root = first ? element(first, null, -1) : null;
  return { root, roles, elements };
}

function standardType(tag: string, roles: ReadonlyMap<string, string>): string {
  let type = tag;
  for (let step = 0; step < 20 && roles.has(type); step += 1) type = roles.get(type) ?? type;
  return type;
}

export function textOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

function attributesOf(dict: PDFDict): ReadonlyMap<string, PDFObject> {
  const value = dict.lookup(PDFName.of("A"));
  const list =
    value instanceof PDFArray ? value.asArray().map((_one, index) => value.lookup(index)) : [value];
  const found = new Map<string, PDFObject>();
  for (const one of list) {
    if (!(one instanceof PDFDict)) continue;
    for (const [key, entry] of one.entries()) found.set(key.decodeText(), entry);
  }
  return found;
}
