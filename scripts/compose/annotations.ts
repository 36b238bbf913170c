// Annotations in reading order, each at its place in its source, with its note's number and its body.
import type { PackRecord } from "../model/content.ts";
import type { Annotation, AnnotationBody, Wording } from "../model/edition.ts";
import type { Range } from "../model/selector.ts";
import type { ParsedSource } from "../model/source.ts";
import type { Standings } from "../model/standing.ts";
import type { AnnotationFields } from "../schema/annotations.ts";
import type { Placements } from "./placement.ts";

/** An annotation that still knows its range in code units. */
export type Placed = Annotation & { readonly range: Range };

export function composeAnnotations(
  record: PackRecord,
  parsed: ReadonlyMap<string, ParsedSource>,
  anchors: Standings["anchors"],
  placements: Placements,
): readonly Placed[] {
  const order = new Map(record.sources.map(({ id }, index) => [id, index]));
  const placed = record.annotations.value
    .flatMap((fields) => {
      const anchored = anchors.get(fields.id);
      const body = bodyOf(fields);
      return anchored === undefined || body === null
        ? []
        : [{ id: fields.id, body, history: wordingsOf(fields), ...anchored }];
    })
    .sort(
      (a, b) =>
        (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) ||
        a.range.start - b.range.start ||
        b.range.end - a.range.end ||
        (a.id < b.id ? -1 : 1),
    )
    .flatMap(({ id, source, range, verdict, history, body }) => {
      const text = parsed.get(source);
      if (text === undefined) return [];
      const block = text.blocks.findLastIndex(({ start }) => start <= range.start);
      const place = placements.get(source)?.blocks[block];
      return [
        {
          id,
          source,
          start: codePoints(text.text.slice(0, range.start)),
          end: codePoints(text.text.slice(0, range.end)),
          block: place?.id ?? "",
          paragraph: place?.number ?? null,
          text: text.text.slice(range.start, range.end).replaceAll("\n", " "),
          note: null,
          verdict,
          history,
          body,
          range,
        },
      ];
    });
  const numbers = noteNumbers(placed, (source) => order.get(source) ?? 0);
  return placed.map((annotation) => ({ ...annotation, note: numbers.get(annotation.id) ?? null }));
}

/** Notes are called where their passages end, so that is the order of their numbers. */
function noteNumbers(
  placed: readonly Placed[],
  order: (source: string) => number,
): ReadonlyMap<string, number> {
  return new Map(
    placed
      .filter(({ body }) => body.kind === "note" || body.kind === "sic")
      .toSorted((a, b) => order(a.source) - order(b.source) || a.range.end - b.range.end)
      .map(({ id }, index) => [id, index + 1]),
  );
}

/** The wordings that an annotation has had, as its history has them. */
export function wordingsOf({ history }: AnnotationFields): readonly Wording[] {
  return (history ?? []).map(({ revision, exact, accepted }) => ({
    revision,
    exact,
    accepted: accepted ?? null,
  }));
}

export function bodyOf(fields: AnnotationFields): AnnotationBody | null {
  const { quotation, note, sic } = fields;
  if (quotation) {
    const { speaker, form, shown } = quotation;
    return { kind: "quotation", speaker, form, ...(shown ? { shown } : {}) };
  }
  if (note) return { kind: "note", text: note };
  if (sic) return { kind: "sic", text: sic };
  for (const kind of ["box", "person", "organisation", "place", "term"] as const) {
    const id = fields[kind];
    if (id) return { kind, id };
  }
  return null;
}

function codePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
