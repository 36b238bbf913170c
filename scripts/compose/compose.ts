// The fifth stage: a pack's records, its parsed sources and its anchors become an Edition: resolved, ordered, numbered.
import type { Lookup, PackRecord } from "../model/content.ts";
import type { Edition, KeyPoint, TimelineEvent, Yardstick } from "../model/edition.ts";
import type { ParsedSource } from "../model/source.ts";
import type { Standings } from "../model/standing.ts";
import { sectionNames } from "../schema/pack.ts";
import { yardsticks } from "../schema/yardstick.ts";
import { composeAnnotations, type Placed } from "./annotations.ts";
import { composeBoxes } from "./boxes.ts";
import { composeChanges } from "./changes.ts";
import { directionOf } from "./direction.ts";
import { composeEntries, usedIds } from "./entries.ts";
import { composeOrphans } from "./orphans.ts";
import { placementsOf } from "./placement.ts";
import { publicationOf } from "./publication.ts";
import { numberReferences } from "./references.ts";
import { composeSource } from "./source.ts";
import { packTime } from "./time.ts";

export type ComposeInput = {
  readonly record: PackRecord;
  /** What the pack may name. */
  readonly lookup: Lookup;
  readonly parsed: ReadonlyMap<string, ParsedSource>;
  readonly standings: Standings;
  /** ISO time to print instead of the newest date of the pack's own records. */
  readonly builtAt: string | null;
};

export function compose({ record, lookup, parsed, standings, builtAt }: ComposeInput): Edition {
  const { slug, sources } = record;
  const pack = record.pack.value;
  const language = pack.language ?? lookup.site.language ?? "en";
  const placements = placementsOf(record, parsed);
  const annotations = composeAnnotations(record, parsed, standings.anchors, placements);
  const orphans = composeOrphans(record, standings.fallen);
  const noted = [...annotations, ...orphans];
  const boxIds = [
    ...new Set([
      ...(pack.boxes ?? []),
      ...noted.flatMap(({ body }) => (body.kind === "box" ? [body.id] : [])),
    ]),
  ];
  const used = usedIds(pack, noted, lookup);
  const numbering = numberReferences(pack, boxIds, used, lookup);
  const time = builtAt ?? packTime(record, boxIds, used, lookup);
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
    publication: publicationOf(lookup.site),
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
      const placement = placements.get(source.id);
      if (text === undefined || placement === undefined) return [];
      return composeSource(source, text, annotations, language, standings.changed.has(source.id), placement);
    }),
    annotations: withheld(annotations, record),
    orphans,
    boxes: composeBoxes(boxIds, lookup, annotations, numbering),
    ...composeEntries(used, lookup, annotations, numbering),
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
  const whole = { ...edition, sections: sectionsOf(edition, pack.sections ?? sectionNames) };
  return { ...whole, changes: composeChanges(whole, record, placements) };
}

/** Where a source's terms let nothing be shown, its words are in no annotation either. */
function withheld(annotations: readonly Placed[], { sources }: PackRecord): Edition["annotations"] {
  const silent = new Set(sources.filter(({ value }) => value.publish === "none").map(({ id }) => id));
  return annotations.map(({ range: _, ...annotation }) =>
    silent.has(annotation.source)
      ? {
          ...annotation,
          text: null,
          body: unshown(annotation.body),
          history: annotation.history.map((wording) => ({ ...wording, exact: null })),
        }
      : annotation,
  );
}

/** The words as they are printed are the source's too. */
function unshown(body: Placed["body"]): Placed["body"] {
  return body.kind === "quotation" ? { kind: body.kind, speaker: body.speaker, form: body.form } : body;
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
  edition: Omit<Edition, "sections" | "changes">,
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
