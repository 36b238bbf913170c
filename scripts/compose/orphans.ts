// Annotations that lost their passages, for the appendix that lists them: never dropped, and never more words than may be shown.
import type { PackRecord } from "../model/content.ts";
import type { Orphan } from "../model/edition.ts";
import type { Fallen, Standings } from "../model/standing.ts";
import { bodyOf, wordingsOf } from "./annotations.ts";

/** By source, then as annotations.yaml has them. */
export function composeOrphans(record: PackRecord, fallen: Standings["fallen"]): readonly Orphan[] {
  const order = new Map(record.sources.map(({ id }, index) => [id, index]));
  const seen = new Set<string>();
  return record.annotations.value
    .flatMap((fields) => {
      const fall = fallen.get(fields.id);
      const body = bodyOf(fields);
      if (fall === undefined || body === null || seen.has(fields.id)) return [];
      seen.add(fields.id);
      const terms = record.sources.find(({ id }) => id === fall.source)?.value.publish ?? "full";
      const { source, verdict, revision } = fall;
      return [
        {
          id: fields.id,
          source,
          verdict,
          revision,
          body,
          ...shown(fall, terms),
          history: wordingsOf(fields).map((one) => (terms === "none" ? { ...one, exact: null } : one)),
        },
      ];
    })
    .sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0));
}

/**
 * Of a source of which excerpts may be shown, the passage itself was one; what stands around it, and what stands in its
 * place now, is not.
 */
function shown(
  { text, before, after, proposed }: Fallen,
  terms: "full" | "excerpts" | "none",
): Pick<Orphan, "text" | "before" | "after" | "proposed" | "difference"> {
  const whole = terms === "full";
  return {
    text: terms === "none" ? null : text,
    before: whole ? before : null,
    after: whole ? after : null,
    proposed: whole && proposed !== null ? proposed.text : null,
    difference: whole && proposed !== null ? proposed.difference : null,
  };
}
