// What the fonts of a page say of their codes, and the characters that Chromium leaves unsaid, written in.

import { packed, unpacked } from "../../pdf/filters.ts";
import { asDict, type Dict, dictIn, Ref, resolved, Stream, streamIn } from "../../pdf/objects.ts";

export type Font = {
  readonly codeLength: 1 | 2;
  /** By code; codes that the font's map leaves out are not there. */
  readonly characters: ReadonlyMap<number, string>;
  /** The code of the space, as hexadecimal digits. */
  readonly space: string | undefined;
  /** Codes shown that have no character of their own. */
  readonly silent: Set<number>;
};

export type Fonts = {
  /** The fonts of a page by the names that its content uses. */
  ofPage(resources: Dict | undefined): ReadonlyMap<string, Font>;
  /** Gives every silent code a character that says nothing (ISO 19005-3, 6.2.11.7.2; ISO 14289-1, 7.21.7). */
  complete(): void;
};

/** Stands for the second and later glyphs of what an ActualText says. */
const NOTHING = "\u200B";
/** What Chromium writes there instead. */
const NO_CHARACTER = /^$|[\u0000\uFEFF\uFFFE]/;
const MAPPED = /\d+\s+begin(bfchar|bfrange)[\s\S]*?end\1\s*/g;

export function openFonts(): Fonts {
  const known = new Map<Dict, Font>();

  function read(dict: Dict): Font {
    const old = known.get(dict);
    if (old) return old;
    const stream = streamIn(dict, "ToUnicode");
    const characters = stream ? readMap(textOf(stream)) : new Map<number, string>();
    const silent = new Set<number>();
    for (const [code, text] of characters) {
      if (!NO_CHARACTER.test(text)) continue;
      characters.delete(code);
      silent.add(code);
    }
    const codeLength = dict.has("DescendantFonts") ? 2 : 1;
    const blank = [...characters].find(([, text]) => text === " ")?.[0];
    const space = blank === undefined ? undefined : hex(blank, codeLength);
    const font: Font = { codeLength, characters, space, silent };
    known.set(dict, font);
    return font;
  }

  return {
    ofPage(resources) {
      const found = new Map<string, Font>();
      for (const [name, value] of dictIn(resources, "Font") ?? []) {
        const dict = asDict(resolved(value));
        if (dict) found.set(name, read(dict));
      }
      return found;
    },
    complete() {
      for (const [dict, { characters, silent, codeLength }] of known) {
        if (!silent.size) continue;
        const ref = dict.get("ToUnicode");
        if (!(ref instanceof Ref) || !(ref.value instanceof Stream)) continue;
        const all = [...characters, ...[...silent].map((code) => [code, NOTHING] as const)];
        const lines = all
          .sort(([a], [b]) => a - b)
          .map(([code, text]) => `<${hex(code, codeLength)}> <${utf16(text)}>`);
        const blocks = chunks(lines, 100).map(
          (part) => `${part.length} beginbfchar\n${part.join("\n")}\nendbfchar\n`,
        );
        const old = textOf(ref.value).replace(MAPPED, "");
        const whole = old.replace("endcmap", `${blocks.join("")}endcmap`);
        ref.value = packed(Buffer.from(whole, "latin1"));
      }
    },
  };
}

function textOf(stream: Stream): string {
  return Buffer.from(unpacked(stream)).toString("latin1");
}

/** ISO 32000-1, 9.10.3. */
function readMap(map: string): Map<number, string> {
  const found = new Map<number, string>();
  const number = (digits: string | undefined) => Number.parseInt(digits ?? "0", 16);
  for (const [, body = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      found.set(number(code), decode(text ?? ""));
  }
  for (const [, body = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi);
    for (const [, first, last, text, list] of ranges) {
      const each = list?.match(/[0-9a-f]+/gi);
      for (let code = number(first), index = 0; code <= number(last); code += 1, index += 1) {
        found.set(code, each ? decode(each[index] ?? "") : after(decode(text ?? ""), index));
      }
    }
  }
  return found;
}

function hex(code: number, length: number): string {
  return code
    .toString(16)
    .toUpperCase()
    .padStart(length * 2, "0");
}

function utf16(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
}

function decode(digits: string): string {
  return Buffer.from(digits, "hex").swap16().toString("utf16le");
}

/** A range counts on in the last code unit. */
function after(text: string, steps: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_none, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
