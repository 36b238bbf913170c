// Reads the tree of structure elements of a PDF (ISO 32000-1, 14.7) with the text that stands under each of them.

import type { PdfFile } from "../pdf/file.ts";
import {
  type Dict,
  dictIn,
  itemsIn,
  listIn,
  nameIn,
  numberIn,
  resolved,
  type Value,
  valueIn,
} from "../pdf/objects.ts";
import type { Page } from "../pdf/pages.ts";
import { textIn } from "../pdf/strings.ts";
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
  readonly attributes: ReadonlyMap<string, Value>;
  readonly parent: StructureElement | null;
  /** What its parent holds: a reference, but for an element that stands in its parent itself. */
  readonly ref: Value;
  readonly kids: readonly StructureKid[];
};

export type StructureKid =
  | StructureElement
  | { readonly mark: number; readonly page: number; readonly text: string }
  | { readonly annotation: Value };

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

export function readStructure(
  { catalog }: PdfFile,
  sheets: readonly Page[],
  pages: readonly MarkedPage[],
): StructureTree {
  const numbers = new Map<Value | undefined, number>(sheets.map(({ ref }, index) => [ref, index]));
  const top = dictIn(catalog, "StructTreeRoot");
  const roles = new Map<string, string>();
  for (const [key, value] of dictIn(top, "RoleMap") ?? [])
    if (typeof value === "string") roles.set(key, value);
  const elements: StructureElement[] = [];

  function element(ref: Value, parent: StructureElement | null, above: number): StructureElement | null {
    const dict = resolved(ref);
    if (!(dict instanceof Map)) return null;
    const page = numbers.get(dict.get("Pg")) ?? above;
    const tag = nameIn(dict, "S") ?? "";
    const kids: StructureKid[] = [];
    const made: StructureElement = {
      tag,
      type: standardType(tag, roles),
      lang: textIn(dict, "Lang"),
      alt: textIn(dict, "Alt"),
      id: textIn(dict, "ID"),
      attributes: attributesOf(dict),
      parent,
      ref,
      kids,
    };
    elements.push(made);
    const content = valueIn(dict, "K");
    for (const one of Array.isArray(content) ? content : [dict.get("K") ?? null]) {
      const found = kid(one, made, page);
      if (found) kids.push(found);
    }
    return made;
  }

  function kid(item: Value, parent: StructureElement, page: number): StructureKid | null {
    const value = resolved(item);
    if (typeof value === "number") return marked(value, page);
    if (!(value instanceof Map)) return null;
    const type = nameIn(value, "Type");
    if (type === "MCR") return marked(numberIn(value, "MCID") ?? -1, numbers.get(value.get("Pg")) ?? page);
    if (type === "OBJR") return { annotation: value.get("Obj") ?? null };
    return element(item, parent, page);
  }

  function marked(mark: number, page: number): StructureKid {
    return { mark, page, text: pages[page]?.texts.get(mark) ?? "" };
  }

  const [first, ...others] = itemsIn(top, "K");
  const root = element(first && !others.length ? first : (top?.get("K") ?? null), null, -1);
  return { root, roles, elements };
}

function standardType(tag: string, roles: ReadonlyMap<string, string>): string {
  let type = tag;
  for (let step = 0; step < 20 && roles.has(type); step += 1) type = roles.get(type) ?? type;
  return type;
}

const NONE: ReadonlyMap<string, Value> = new Map();

function attributesOf(dict: Dict): ReadonlyMap<string, Value> {
  const value = valueIn(dict, "A");
  if (value instanceof Map) return value;
  const list = listIn(dict, "A").filter((one) => one instanceof Map);
  return list.length ? new Map(list.flatMap((one) => [...one])) : NONE;
}
