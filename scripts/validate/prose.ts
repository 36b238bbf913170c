// Markdown of the desk: every citation is known, and no word is lost between what was typed and what will be shown.
import { citedIds, lostWords } from "../markdown/words.ts";
import type { BoxRecord, Located, PackRecord } from "../model/content.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import type { EntryFields } from "../schema/register.ts";
import type { Broken } from "./pack.ts";
import { suggest } from "./suggest.ts";
import { placeIn } from "./text.ts";

type Field = {
  readonly text: string | null | undefined;
  readonly place: () => Place;
  /** Whether the text stands in the file as it is, from `place` on. */
  readonly verbatim?: true;
  /** Null when the list of them is broken. */
  readonly references: readonly string[] | null;
};

/** No citation is called unknown on account of a broken pack file. */
export function checkPackProse(
  { pack, annotations, analysis, sources }: PackRecord,
  broken: Broken,
): readonly Finding[] {
  const fields: Field[] = [];
  const own = (pack.value.references ?? []).map(({ id }) => id);
  const references = broken.pack ? null : own;
  const add = (text: string | null | undefined, place: () => Place) =>
    fields.push({ text, place, references });
  for (const key of ["summary", "assessment", "not_said"] as const) add(pack.value[key], () => pack.at(key));
  for (const [index, { text }] of (pack.value.key_points ?? []).entries())
    add(text, () => pack.at("key_points", index, "text"));
  for (const [index, { text }] of (pack.value.timeline ?? []).entries())
    add(text, () => pack.at("timeline", index, "text"));
  for (const [index, { note }] of annotations.value.entries()) add(note, () => annotations.at(index, "note"));
  for (const source of sources) add(source.value.note, () => source.at("note"));
  if (analysis) fields.push({ text: analysis.text, place: () => analysis.place, verbatim: true, references });
  return check(fields);
}

export function checkBoxProse({ value, body, bodyLine, at }: BoxRecord): readonly Finding[] {
  const references = (value.references ?? []).map(({ id }) => id);
  const start = () => ({ file: at().file, line: bodyLine, column: 1 });
  return check([
    { text: value.summary, place: () => at("summary"), references },
    { text: body, place: start, verbatim: true, references },
  ]);
}

export function checkRegisterProse({
  value,
  at,
}: Located<Readonly<Record<string, EntryFields>>>): readonly Finding[] {
  return check(
    Object.entries(value).map(([id, { note, references }]) => ({
      text: note,
      place: () => at(id, "note"),
      references: (references ?? []).map((one) => one.id),
    })),
  );
}

function check(fields: readonly Field[]): readonly Finding[] {
  return fields.flatMap(({ text, place, verbatim, references }) => {
    if (!text) return [];
    const placeOf = (words: string) => (verbatim ? placeAfter(place(), text, words) : place());
    const unknown = [...new Set(references === null ? [] : citedIds(text))]
      .filter((id) => !references?.includes(id))
      .map((id) =>
        finding(
          "error",
          "unknown-reference",
          placeOf(`@${id}`),
          `cites \`${id}\`, which is no reference here`,
          suggest(id, references ?? []) || "add it to `references` of the same record",
        ),
      );
    const lost = lostWords(text);
    if (lost.length === 0) return unknown;
    const shown = lost.slice(0, 5).join(", ");
    return [
      ...unknown,
      finding(
        "error",
        "lost-words",
        placeOf(lost[0] ?? ""),
        `Markdown does not show: ${shown}`,
        "nest lists and quotations less deep, and mind the definitions of links",
      ),
    ];
  });
}

/** Where words first stand in a text that starts at a place. */
function placeAfter(start: Place, text: string, words: string): Place {
  const found = text.toLowerCase().indexOf(words.toLowerCase());
  const { line, column } = placeIn(start.file, text.slice(0, Math.max(0, found)));
  return { file: start.file, line: start.line + line - 1, column };
}
