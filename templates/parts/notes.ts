// The notes of an edition in the order of their calls, so that a note has the same number on screen and on paper.
import type { Annotation, Edition } from "../../scripts/model/edition.ts";

/** Annotation id → number of its note, from 1. */
export type Notes = ReadonlyMap<string, number>;

/** Notes, reasons for a `sic`, and the definition of a term where it first stands. */
export function numberNotes(edition: Edition): Notes {
  const annotations = new Map(edition.annotations.map((one) => [one.id, one]));
  const defined = new Set(
    edition.terms.flatMap((term) => (term.note === null ? [] : term.passages.slice(0, 1))),
  );
  const notes = new Map<string, number>();
  for (const id of closings(edition)) {
    const annotation = annotations.get(id);
    if (annotation === undefined || notes.has(id)) continue;
    if (hasNote(annotation) || defined.has(id)) notes.set(id, notes.size + 1);
  }
  return notes;
}

function closings(edition: Edition): readonly string[] {
  const blocks = edition.sources.flatMap((source) => source.blocks);
  return blocks.flatMap((block) => block.segments).flatMap((segment) => segment.closes);
}

function hasNote(annotation: Annotation): boolean {
  return annotation.body.kind === "note" || annotation.body.kind === "sic";
}
