// Where in the content each part of the print document comes from, by the part's id: a pure map, made once a pack.

import type { BoxRecord, Content, PackRecord, SourceRecord } from "../model/content.ts";
import type { Edition, Source } from "../model/edition.ts";
import type { Place } from "../model/finding.ts";
import { entryKinds, registerNames } from "../model/registers.ts";

/** `text` is what stands in the file from `line` on, where it is known: a word is then looked for in it. */
export type Origin = {
  readonly place: Place;
  readonly text: { readonly lines: readonly string[]; readonly line: number } | null;
};

/** By the `data-of` or, without one, the `id` of an element of the print document. */
export type Origins = ReadonlyMap<string, Origin>;

export function contentOrigins(record: PackRecord, content: Content, edition: Edition): Origins {
  const { pack, annotations, analysis } = record;
  const origins = new Map<string, Origin>();
  const set = (id: string, place: Place, text: Origin["text"] = null) => origins.set(id, { place, text });

  const of = (key: keyof typeof pack.value) => pack.at(key);
  set("cover-title", of("title"));
  set("cover-subtitle", of("subtitle"));
  for (const name of edition.sections) set(name.replace("_", "-"), of(name as keyof typeof pack.value));
  pack.value.key_points?.forEach((_point, index) => {
    set(`key-point-${index + 1}`, pack.at("key_points", index));
  });
  byDate(pack.value.timeline ?? []).forEach((index, position) => {
    set(`event-${position + 1}`, pack.at("timeline", index));
  });
  if (analysis !== null) set("analysis", analysis.place, linesOf(analysis.text, analysis.place.line));
  annotations.value.forEach(({ id }, index) => {
    set(`annotation-${id}`, annotations.at(index));
  });
  for (const source of edition.sources) {
    const own = record.sources.find(({ id }) => id === source.id);
    if (own !== undefined) for (const [id, origin] of sourceOrigins(source, own)) origins.set(id, origin);
  }
  for (const { id } of edition.boxes) {
    const box = content.boxes.get(id);
    if (box === undefined) continue;
    origins.set(`box-${id}`, boxOrigin(box));
    set(`box-${id}-title`, box.at("title"));
  }
  for (const name of registerNames) {
    for (const { id } of edition[name])
      for (const key of [`${entryKinds[name]}-${id}`, `index-${entryKinds[name]}-${id}`])
        set(key, content[name].at(id));
  }
  for (const [number, place] of referencePlaces(record, content, edition)) set(`ref-${number}`, place);
  return origins;
}

function sourceOrigins(source: Source, record: SourceRecord): readonly (readonly [string, Origin])[] {
  const whole = /\.docx$/i.test(record.path)
    ? null
    : new TextDecoder().decode(record.bytes).split(/\r\n?|\n/);
  const own = { place: record.at(), text: null };
  return [
    [`source-${source.id}`, own],
    ...source.blocks.map(({ id, line }, index): readonly [string, Origin] => {
      const next = source.blocks[index + 1]?.line ?? Number.POSITIVE_INFINITY;
      const lines = whole?.slice(line - 1, Math.max(line, next - 1)) ?? [];
      return [id, { place: { file: record.path, line, column: 1 }, text: { lines, line } }];
    }),
  ];
}

function boxOrigin({ at, body, bodyLine }: BoxRecord): Origin {
  return { place: at(), text: linesOf(body, bodyLine) };
}

function linesOf(text: string, line: number): Origin["text"] {
  return { lines: text.split("\n"), line };
}

/** Indexes of events in the order in which they are printed. */
function byDate(events: readonly { readonly date: string }[]): readonly number[] {
  const dated = events.map(({ date }, index) => ({ date, index }));
  return dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ index }) => index);
}

/** Each number of the list with the first record that brings it. */
function referencePlaces(
  { pack }: PackRecord,
  content: Content,
  edition: Edition,
): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const add = (
    citations: Edition["citations"],
    references: readonly { readonly id: string }[] | null | undefined,
    at: (index: number) => Place,
  ) => {
    references?.forEach(({ id }, index) => {
      const number = citations[id];
      if (number !== undefined && !places.has(number)) places.set(number, at(index));
    });
  };
  add(edition.citations, pack.value.references, (index) => pack.at("references", index));
  for (const { id, citations } of edition.boxes) {
    const box = content.boxes.get(id);
    add(citations, box?.value.references, (index) => box?.at("references", index) ?? pack.at());
  }
  for (const name of registerNames) {
    for (const { id, citations } of edition[name])
      add(citations, content[name].value[id]?.references, (index) =>
        content[name].at(id, "references", index),
      );
  }
  return places;
}
