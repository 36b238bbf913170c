// An article as lines for a terminal: what it states, then its blocks, numbered, with their kinds.
import type { Block } from "../model/source.ts";
import type { Article } from "./parse.ts";

const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** `columns`: the width of the terminal. Characters that steer a terminal are shown as their code points. */
export function readableLines(
  { source, metadata }: Article,
  words: number,
  columns: number,
): readonly string[] {
  const stated = Object.entries(metadata).map(
    ([name, value]) => `${name.padEnd(11)}${value === null ? "—" : safe(value)}`,
  );
  const count = source.blocks.length;
  const total = `${"blocks".padEnd(11)}${count}, of ${words} words`;
  const width = String(count).length;
  return [
    ...stated,
    total,
    "",
    ...source.blocks.flatMap((block, index) => blockLines(block, index + 1, width, columns)),
  ];
}

function blockLines(block: Block, number: number, width: number, columns: number): readonly string[] {
  const kind = `${block.kind}${block.level === null ? "" : ` ${block.level}`}`;
  const lead = `${String(number).padStart(width)}  ${kind.padEnd(13)} `;
  const lines = block.kind === "preformatted" ? block.text.split("\n") : [block.text];
  const shown = lines.flatMap((line) =>
    wrapped(safe(line.replaceAll("\t", " | ")), Math.max(30, columns - lead.length)),
  );
  return shown.map((line, index) => (index === 0 ? lead : " ".repeat(lead.length)) + line);
}

function safe(text: string): string {
  return text.replace(
    steering,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}

/** Broken at spaces; a text without any stays whole. */
function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
