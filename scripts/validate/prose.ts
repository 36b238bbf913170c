// Markdown of the desk: every citation is known, and no word is lost between what was typed and what will be shown.
import { citedIds, lostWords } from "../markdown/words.ts";
import type { Content } from "../model/content.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import { suggest } from "./suggest.ts";
import { placeIn } from "./text.ts";

type Field = {
  readonly text: string | null | undefined;
  readonly place: Place;
  /** Whether the text stands in the file as it is, from `place` on. */
  readonly verbatim?: true;
  /** Null when the list of them is broken. */
  readonly references: readonly string[] | null;
};

/** `broken`: paths of files that could not be narrowed; no citation is called unknown on their account. */
export function checkProse(content: Content, broken: ReadonlySet<string>): readonly Finding[] {
  return fields(content, broken).flatMap(({ text, place, verbatim, references }) => {
    if (!text) return [];
    const placeOf = (words: string) => (verbatim ? placeAfter(place, text, words) : place);
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

function fields({ packs, boxes, ...rest }: Content, broken: ReadonlySet<string>): readonly Field[] {
  const all: Field[] = [];
  for (const { pack, annotations, analysis, sources } of packs.values()) {
    const own = (pack.value.references ?? []).map(({ id }) => id);
    const references = broken.has(pack.at().file) ? null : own;
    const add = (text: string | null | undefined, place: Place) => all.push({ text, place, references });
    for (const key of ["summary", "assessment", "not_said"] as const) add(pack.value[key], pack.at(key));
    for (const [index, { text }] of (pack.value.key_points ?? []).entries())
      add(text, pack.at("key_points", index, "text"));
    for (const [index, { text }] of (pack.value.timeline ?? []).entries())
      add(text, pack.at("timeline", index, "text"));
    for (const [index, { note }] of annotations.value.entries()) add(note, annotations.at(index, "note"));
    for (const source of sources) add(source.value.note, source.at("note"));
    if (analysis) all.push({ text: analysis.text, place: analysis.place, verbatim: true, references });
  }
  for (const { value, body, bodyLine, at } of boxes.values()) {
    const references = (value.references ?? []).map(({ id }) => id);
    all.push(
      { text: value.summary, place: at("summary"), references },
      { text: body, place: { file: at().file, line: bodyLine, column: 1 }, verbatim: true, references },
    );
  }
  for (const name of ["people", "organisations", "places", "terms"] as const) {
    for (const [id, entry] of Object.entries(rest[name].value)) {
      all.push({
        text: entry.note,
        place: rest[name].at(id, "note"),
        references: (entry.references ?? []).map((one) => one.id),
      });
    }
  }
  return all;
}

/** Where words first stand in a text that starts at a place. */
function placeAfter(start: Place, text: string, words: string): Place {
  const found = text.toLowerCase().indexOf(words.toLowerCase());
  const { line, column } = placeIn(start.file, text.slice(0, Math.max(0, found)));
  return { file: start.file, line: start.line + line - 1, column };
}
