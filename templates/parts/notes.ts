// The notes of an edition in the order of their calls, so that a note has the same number on screen and on paper.
import type { Annotation, Edition } from "../../scripts/model/edition.ts";

/** Annotation id → number of its note, from 1. */
export type Notes = ReadonlyMap<string, number>;

/** Notes and reasons for a `sic`. A note is called where its passage ends, so an inner one comes before an outer one. */
export function numberNotes(edition: Edition): Notes {
  const noted = new Set(edition.annotations.filter(hasNote).map(({ id }) => id));
  const blocks = edition.sources.flatMap((source) => source.blocks);
  const closings = blocks.flatMap((block) => block.segments).flatMap((segment) => segment.closes);
  return new Map(closings.filter((id) => noted.has(id)).map((id, index) => [id, index + 1]));
}

function hasNote({ body }: Annotation): boolean {
  return body.kind === "note" || body.kind === "sic";
}
