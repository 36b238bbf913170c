// A stored edition as the text of its file: a record a line, so that versions of it can be compared line by line.
import type { StoredEdition } from "./stored-edition.ts";

/** What the files of a content folder may not hold as it stands, and JSON can write otherwise. */
const hidden = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

export function storedText({ records, paragraphs, ...head }: StoredEdition): string {
  const facts = Object.entries(head).map(([name, value]) => ` ${json(name)}: ${json(value)},\n`);
  const sources = paragraphs.map(
    ({ source, numbers }) => `  {"source": ${json(source)}, "numbers": [${list(numbers, 3)}]}`,
  );
  return `{\n${facts.join("")} "records": [${list(records, 2)}],\n "paragraphs": [${sources.length > 0 ? `\n${sources.join(",\n")}` : ""}]\n}\n`;
}

function list(values: readonly unknown[], depth: number): string {
  return values.map((value) => `\n${" ".repeat(depth)}${json(value)}`).join(",");
}

function json(value: unknown): string {
  return JSON.stringify(value).replace(
    hidden,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
