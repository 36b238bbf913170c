// The history of a note against what it speaks of: revisions that are there, and a present wording that is the note's own.
import type { Found } from "../anchor/anchor.ts";
import { inOneLine, short } from "../anchor/explain.ts";
import { normalise } from "../anchor/normalise.ts";
import type { PackRecord } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import { suggest } from "../validate/suggest.ts";

/** The revision for which the present wording was accepted, by its place in the list; null when that is not recorded. */
export function writtenFor({ annotation, source }: Found): number | null {
  const current = annotation.history?.at(-1);
  if (current === undefined || !isSame(current.exact, annotation.exact)) return null;
  const found = source.revisions.findIndex(({ file }) => file === current.revision);
  return found === -1 ? null : found;
}

export function checkHistory(
  { annotations }: PackRecord,
  { annotation, source, index }: Found,
): readonly Finding[] {
  const history = annotation.history ?? [];
  const files = source.revisions.map(({ file }) => file);
  const unknown = history.flatMap(({ revision }, entry) =>
    files.includes(revision)
      ? []
      : [
          finding(
            "error",
            "unknown-revision",
            annotations.at(index, "history", entry, "revision"),
            `${annotation.id}: ${revision} is no revision of ${source.id}`,
            suggest(revision, files),
          ),
        ],
  );
  const last = history.at(-1);
  if (last === undefined || isSame(last.exact, annotation.exact)) return unknown;
  return [
    ...unknown,
    finding(
      "warning",
      "history",
      annotations.at(index, "history", history.length - 1, "exact"),
      `${annotation.id}: the history ends with “${short(last.exact)}”, and the words are now “${short(annotation.exact)}”`,
      "add the present words with their revision to `history`",
    ),
  ];
}

function isSame(one: string, other: string): boolean {
  return normalise(inOneLine(one)).text.trim() === normalise(inOneLine(other)).text.trim();
}
