// The blocks of a print document with the places of the content that they come from, to name both in a finding.
import { Parser } from "htmlparser2";
import type { Place } from "../model/finding.ts";
import type { Origin, Origins } from "./content-origins.ts";
import { tokens } from "./pdf-words.ts";

export type PrintBlock = {
  readonly text: string;
  readonly words: readonly string[];
  readonly origin: Origin | undefined;
  /** Ids that the block refers to by page. */
  readonly references: readonly string[];
};

const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb ruby s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
const SILENT = new Set("head style script title desc template".split(" "));

type Open = { readonly origin: Origin | undefined; readonly silent: boolean; readonly ends: boolean };

/** In the order of the document; a note is a block of its own. */
export function printBlocks(html: string, origins: Origins): readonly PrintBlock[] {
  const blocks: PrintBlock[] = [];
  const stack: Open[] = [];
  let text = "";
  let references: string[] = [];

  function end(): void {
    const words = tokens(text);
    if (words.length > 0 || references.length > 0)
      blocks.push({
        text: text.replace(/\s+/g, " ").trim(),
        words,
        origin: stack.at(-1)?.origin,
        references,
      });
    text = "";
    references = [];
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = stack.at(-1);
        const own = origins.get(attributes["data-of"] ?? attributes.id ?? "");
        const isNote = attributes.class?.split(/\s+/).includes("footnote") ?? false;
        const ends = !INLINE.has(name) || own !== undefined || isNote;
        if (ends) end();
        const reference = attributes["data-page-of"];
        if (reference !== undefined) references.push(reference);
        stack.push({ origin: own ?? parent?.origin, silent: parent?.silent || SILENT.has(name), ends });
      },
      ontext(data) {
        if (!stack.at(-1)?.silent) text += data;
      },
      onclosetag() {
        if (stack.at(-1)?.ends) end();
        stack.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return blocks;
}

/** The block that says just this, or the first that has the words in a row, or else most of them; undefined where none has any. */
export function blockOf(blocks: readonly PrintBlock[], phrase: string): PrintBlock | undefined {
  const sought = tokens(phrase);
  const whole = blocks.find(({ words }) => sought.length > 0 && words.join(" ") === sought.join(" "));
  if (whole) return whole;
  const all = blocks.flatMap((block) => block.words.map((word) => ({ word, block })));
  for (let length = sought.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= sought.length; from += 1) {
      const run = sought.slice(from, from + length);
      const at = all.findIndex((_one, index) => run.every((word, step) => all[index + step]?.word === word));
      if (at >= 0) return all[at + Math.floor(length / 2)]?.block;
    }
  }
  return undefined;
}

/** Where a block stands: the line of its file that has the word, else most of the block's words. */
export function placeOf({ origin, words }: PrintBlock, word = ""): Place | undefined {
  if (!origin?.text) return origin?.place;
  const { lines, line } = origin.text;
  const own = new Set(words);
  const marks = lines.map((text) => {
    const found = tokens(text);
    const shared = found.filter((one) => own.has(one)).length;
    const here = word !== "" && (found.includes(word) || text.includes(word));
    return shared + (here ? words.length : 0);
  });
  const most = Math.max(0, ...marks);
  if (most === 0) return origin.place;
  const index = marks.indexOf(most);
  const column = word === "" ? -1 : (lines[index] ?? "").indexOf(word);
  const before = [...(lines[index] ?? "").slice(0, Math.max(0, column))].length;
  return { file: origin.place.file, line: line + index, column: before + 1 };
}

/** How a finding names a block: by its first words. */
export function nameOf({ text }: PrintBlock): string {
  const words = text.split(" ");
  const first = words.slice(0, 6).join(" ").slice(0, 60);
  return `“${first}${first.length < text.length ? " …" : ""}”`;
}
