// Boxes as the edition shows them, in the pack's order, with the passages that each explains.
import type { BoxText, Lookup } from "../model/content.ts";
import type { Box, Citations } from "../model/edition.ts";
import type { Placed } from "./annotations.ts";
import type { Numbering } from "./references.ts";

export function composeBoxes(
  ids: readonly string[],
  lookup: Lookup,
  annotations: readonly Placed[],
  numbering: Numbering,
): readonly Box[] {
  return ids.flatMap((id) => {
    const record = lookup.box(id);
    if (record === undefined) return [];
    const passages = annotations
      .filter(({ body }) => body.kind === "box" && body.id === id)
      .map((one) => one.id);
    return [composeBox(id, record, numbering.boxes.get(id) ?? {}, passages)];
  });
}

export function composeBox(
  id: string,
  { value, body }: BoxText,
  citations: Citations,
  passages: readonly string[],
): Box {
  const [before, after] = splitSince(body);
  return {
    id,
    title: value.title,
    type: value.kind ?? null,
    asOf: value.as_of ?? null,
    reviewBy: value.review_by ?? null,
    summary: value.summary ?? null,
    body: before,
    since: after,
    citations,
    passages,
  };
}

/** The body up to its heading `Since then`, and what stands under that heading. */
function splitSince(body: string): readonly [string, string | null] {
  const heading = /^##[ \t]+Since then[ \t#]*$/im.exec(body);
  if (heading === null) return [body.trim(), null];
  const after = body.slice(heading.index + heading[0].length).trim();
  return [body.slice(0, heading.index).trim(), after === "" ? null : after];
}
