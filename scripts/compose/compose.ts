// The fifth stage: a pack's records, its parsed sources and its anchors become an Edition: resolved, ordered, numbered.
import type { Anchors } from "../anchor/anchor.ts";
import type { Content, PackRecord } from "../model/content.ts";
import type { Edition, KeyPoint, TimelineEvent, Yardstick } from "../model/edition.ts";
import type { ParsedSource } from "../model/source.ts";
import { sectionNames } from "../schema/pack.ts";
import { yardsticks } from "../schema/yardstick.ts";
import { composeAnnotations, type Placed } from "./annotations.ts";
import { composeBoxes } from "./boxes.ts";
import { directionOf } from "./direction.ts";
import { composeEntries, usedIds } from "./entries.ts";
import { publicationOf } from "./publication.ts";
import { numberReferences } from "./references.ts";
import { composeSource } from "./source.ts";
import { packTime } from "./time.ts";

export type ComposeInput = {
  readonly record: PackRecord;
  readonly content: Content;
  readonly parsed: ReadonlyMap<string, ParsedSource>;
  readonly anchors: Anchors;
  /** ISO time to print instead of the newest date of the pack's own records. */
  readonly builtAt: string | null;
};

export function compose({ record, content, parsed, anchors, builtAt }: ComposeInput): Edition {
  const { slug, sources } = record;
  const pack = record.pack.value;
  const language = pack.language ?? content.site.value.language ?? "en";
  const annotations = composeAnnotations(record, parsed, anchors);
  const boxIds = [
    ...new Set([
      ...(pack.boxes ?? []),
      ...annotations.flatMap(({ body }) => (body.kind === "box" ? [body.id] : [])),
    ]),
  ];
  const used = usedIds(pack, annotations, content);
  const numbering = numberReferences(pack, boxIds, used, content);
  const time = builtAt ?? packTime(record, boxIds, used, content);
  const edition = {
    slug,
    title: pack.title,
    subtitle: pack.subtitle ?? null,
    date: pack.date,
    edition: pack.edition ?? 1,
    marking: pack.marking ?? "TLP:CLEAR",
    language,
    direction: directionOf(language),
    paper: pack.paper ?? "A4",
    time,
    publication: publicationOf(content.site.value),
    yardstick: yardstickOf(pack.yardstick, pack.key_points ?? []),
    summary: pack.summary ?? null,
    keyPoints: (pack.key_points ?? []).map(
      (point): KeyPoint => ({
        text: point.text,
        confidence: point.confidence ?? null,
        likelihood: point.likelihood ?? null,
        support: point.support ?? [],
      }),
    ),
    sources: sources.flatMap((source) => {
      const text = parsed.get(source.id);
      return text === undefined ? [] : composeSource(source, text, annotations, language);
    }),
    annotations: withheld(annotations, record),
    boxes: composeBoxes(boxIds, content, annotations, numbering),
    ...composeEntries(used, content, annotations, numbering),
    timeline: (pack.timeline ?? [])
      .map(
        (event): TimelineEvent => ({
          date: event.date,
          until: event.until ?? null,
          title: event.title,
          text: event.text ?? null,
          references: (event.references ?? []).map((id) => numbering.pack[id] ?? 0),
          people: event.people ?? [],
        }),
      )
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    analysis: record.analysis?.text.trim() ? record.analysis.text : null,
    assessment: pack.assessment ?? null,
    notSaid: pack.not_said ?? null,
    references: numbering.references,
    citations: numbering.pack,
  };
  return { ...edition, sections: sectionsOf(edition, pack.sections ?? sectionNames) };
}

/** Where a source's terms let nothing be shown, its words are in no annotation either. */
function withheld(annotations: readonly Placed[], { sources }: PackRecord): Edition["annotations"] {
  const silent = new Set(sources.filter(({ value }) => value.publish === "none").map(({ id }) => id));
  return annotations.map(({ range: _, ...annotation }) =>
    silent.has(annotation.source) ? { ...annotation, text: null } : annotation,
  );
}

function yardstickOf(
  name: "PHIA" | "ICD 203" | null | undefined,
  points: readonly { likelihood?: string | null | undefined }[],
): Yardstick | null {
  if (!name || !points.some(({ likelihood }) => likelihood)) return null;
  return { name, terms: yardsticks[name].map(({ term, range }) => ({ term, range })) };
}

/** Sections in the asked order, without those that have nothing to show. */
function sectionsOf(
  edition: Omit<Edition, "sections">,
  order: readonly Edition["sections"][number][],
): Edition["sections"] {
  const filled: Readonly<Record<Edition["sections"][number], boolean>> = {
    summary: edition.summary !== null,
    key_points: edition.keyPoints.length > 0,
    article: true,
    analysis: edition.analysis !== null,
    boxes: edition.boxes.length > 0,
    people:
      edition.people.length + edition.organisations.length + edition.places.length + edition.terms.length > 0,
    timeline: edition.timeline.length > 0,
    quotations: edition.annotations.some(({ body }) => body.kind === "quotation"),
    assessment: edition.assessment !== null || edition.sources.some(({ grade }) => grade !== null),
    not_said: edition.notSaid !== null,
    references: edition.references.length > 0,
  };
  return order.filter((name) => filled[name]);
}
