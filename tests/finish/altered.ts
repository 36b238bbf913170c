// A finished PDF with one thing changed, for the checks to find: its objects, or the text of its content streams.

import { openFile } from "../../scripts/pdf/file.ts";
import {
  asDict,
  type Dict,
  dictOf,
  itemsIn,
  type Ref,
  refTo,
  resolved,
  Stream,
  type Value,
} from "../../scripts/pdf/objects.ts";
import { contentOf, type Page, pagesOf } from "../../scripts/pdf/pages.ts";
import { latin, written } from "../../scripts/pdf/written.ts";

/** What an act may change; new objects that nothing leads to are pushed to `objects`. */
export type Draft = {
  readonly trailer: Dict;
  readonly catalog: Dict;
  readonly pages: readonly Page[];
  readonly objects: Ref[];
};

export type Act = (draft: Draft) => void;

/** Throws when `act` changed nothing. */
export function altered(pdf: Uint8Array, act: Act): Uint8Array {
  const draft = opened(pdf);
  const before = saved(draft);
  act(draft);
  const after = saved(draft);
  if (before.equals(after)) throw new Error("Nothing was altered");
  return after;
}

/** The same file written by another hand. */
export function unaltered(pdf: Uint8Array): Uint8Array {
  return saved(opened(pdf));
}

function opened(pdf: Uint8Array): Draft {
  const file = openFile(pdf);
  const objects = file.objects().filter(({ value }) => !isOfTheFile(value));
  return { trailer: trailerOf(file.trailer), catalog: file.catalog, pages: pagesOf(file), objects };
}

function trailerOf(trailer: Dict): Dict {
  return new Map([...trailer].filter(([key]) => ["Root", "Info", "ID"].includes(key)));
}

/** What holds other objects or tells where they stand. */
function isOfTheFile(value: Value): boolean {
  return value instanceof Stream && ["ObjStm", "XRef"].includes(String(value.dict.get("Type")));
}

/** Every object by itself, and a table of where each stands. */
function saved({ trailer, objects }: Draft): Buffer {
  const numbers = new Map(objects.map((ref, index) => [ref, index + 1]));
  const all = [...objects];
  const numberOf = (ref: Ref): number => {
    const known = numbers.get(ref);
    if (known !== undefined) return known;
    numbers.set(ref, all.push(ref));
    return all.length;
  };
  const parts: Buffer[] = [latin("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n")];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (let index = 0; index < all.length; index += 1) {
    const value = all[index]?.value ?? null;
    places.push(length);
    put(latin(`${index + 1} 0 obj\n${written(value, numberOf)}\n`));
    if (value instanceof Stream) put(Buffer.concat([latin("stream\n"), value.bytes, latin("\nendstream\n")]));
    put(latin("endobj\n"));
  }
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const entries = new Map([...trailer, ["Size", all.length + 1]]);
  const end = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n${written(entries, numberOf)}\n`;
  const start = length;
  put(latin(`${end}startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Replaces in the first content stream in which `pattern` is found. */
export function inContent(pattern: RegExp, replacement: string): Act {
  return ({ pages }) => {
    for (const page of pages) {
      const old = Buffer.from(contentOf(page)).toString("latin1");
      const text = old.replace(pattern, replacement);
      if (text === old) continue;
      page.dict.set("Contents", refTo(new Stream(dictOf({ Length: text.length }), latin(text))));
      return;
    }
  };
}

/** Every dictionary that is an object of its own, streams' included. */
export function dictionaries({ objects }: Draft): readonly Dict[] {
  return objects.flatMap(({ value }) => asDict(value) ?? []);
}

/** Acts on the first dictionary that has these entries, as they are written; a value of `null` stands for any. */
export function onFirst(
  entries: Readonly<Record<string, string | null>>,
  act: (dict: Dict, draft: Draft) => void,
): Act {
  return (draft) => {
    const found = dictionaries(draft).find((dict) =>
      Object.entries(entries).every(([key, value]) => {
        const own = dict.get(key);
        return own !== undefined && (value === null || written(own, ({ number }) => number) === value);
      }),
    );
    if (found) act(found, draft);
  };
}

export function without(entries: Readonly<Record<string, string | null>>, key: string): Act {
  return onFirst(entries, (dict) => dict.delete(key));
}

export function withEntry(entries: Readonly<Record<string, string | null>>, key: string, value: Value): Act {
  return onFirst(entries, (dict) => dict.set(key, value));
}

/** Takes an element of a type out of its parent. */
export function dropElement(type: string): Act {
  return (draft) => {
    const isOfType = (kid: Value) => asDict(resolved(kid))?.get("S") === type;
    const holder = dictionaries(draft).find((dict) => itemsIn(dict, "K").some(isOfType));
    const kids = itemsIn(holder, "K");
    const at = kids.findIndex(isOfType);
    holder?.set("K", kids.toSpliced(at, 1));
  };
}
