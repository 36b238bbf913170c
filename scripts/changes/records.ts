// What an edition says as records of words: what it looks like, its numbering and the order of its keys leave no trace here.
import { plainText } from "../markdown/words.ts";
import type { Annotation, Citations, Edition, Entry, Source } from "../model/edition.ts";
import type { RecordKind, StoredRecord } from "../schema/stored-edition.ts";
import { citedBy, citesOf, citesSeparator } from "./cited.ts";

type Value = string | null | undefined;

/** In the order of a briefing; what is named by id is named by id here too. What a source's terms withhold is not in an edition, and so in no record. */
export function recordsOf(edition: Omit<Edition, "changes">): readonly StoredRecord[] {
  const references = citedBy(edition.references);
  const cited = (markdown: string | null, citations: Citations) => citesOf(markdown, citations, references);
  const own = (markdown: string | null) => cited(markdown, edition.citations);
  const name = nameIn(edition);
  return [
    record("pack", "", "", {
      title: edition.title,
      subtitle: edition.subtitle,
      date: edition.date,
      marking: edition.marking,
      language: edition.language,
      yardstick: edition.yardstick?.name,
    }),
    ...prose(edition).flatMap(([id, text]) =>
      text === null ? [] : [record("prose", id, id, { text: words(text), cites: own(text) })],
    ),
    ...edition.keyPoints.map((point, index) =>
      record("key-point", `${index + 1}`, `${index + 1}`, {
        text: words(point.text),
        cites: own(point.text),
        confidence: point.confidence,
        likelihood: point.likelihood,
        support: point.support.toSorted().join(" "),
      }),
    ),
    ...edition.sources.map((source) => sourceRecord(source, own(source.note))),
    ...edition.annotations.map((annotation) => annotationRecord(annotation, edition, name, own)),
    ...edition.orphans.map((orphan) => {
      const record = annotationRecord(orphan, edition, name, own);
      return { ...record, fields: { ...record.fields, standing: orphan.verdict } };
    }),
    ...edition.boxes.map((box) =>
      record("box", box.id, box.title, {
        title: box.title,
        type: box.type,
        as_of: box.asOf,
        review_by: box.reviewBy,
        summary: box.summary && words(box.summary),
        text: words(box.body),
        since: box.since && words(box.since),
        cites: cited([box.summary, box.body, box.since].join("\n\n"), box.citations),
      }),
    ),
    ...[...edition.people, ...edition.organisations, ...edition.places, ...edition.terms].map((entry) =>
      entryRecord(entry, cited(entry.note, entry.citations)),
    ),
    ...edition.timeline.map((event, index) =>
      record("timeline", `${index + 1}`, event.title, {
        date: event.date,
        until: event.until,
        title: event.title,
        text: event.text && words(event.text),
        people: event.people.join(" "),
        cites: [own(event.text), ...event.references.map((number) => references.get(number))]
          .filter(Boolean)
          .join(citesSeparator),
      }),
    ),
    ...edition.references.map((reference) =>
      record("reference", `${reference.number}`, reference.title, {
        title: reference.title,
        publisher: reference.publisher,
        date: reference.date,
        address: reference.url,
        note: reference.note,
      }),
    ),
  ];
}

function prose(edition: Omit<Edition, "changes">) {
  return [
    ["summary", edition.summary],
    ["analysis", edition.analysis],
    ["assessment", edition.assessment],
    ["not_said", edition.notSaid],
  ] as const;
}

function sourceRecord(source: Source, cites: Value): StoredRecord {
  return record("source", source.id, source.publisher, {
    publisher: source.publisher,
    title: source.title,
    address: source.url,
    place: source.place,
    published: source.published,
    language: source.language,
    licence: source.licence,
    publish: source.publish,
    grade: source.grade && `${source.grade.reliability}${source.grade.credibility}`,
    note: source.note && words(source.note),
    cites,
    captured: source.captured,
    revision: source.sha256,
  });
}

function annotationRecord(
  { id, body, text, source }: Pick<Annotation, "id" | "body" | "text" | "source">,
  { sources }: Pick<Edition, "sources">,
  name: (id: string) => string,
  cites: (markdown: string | null) => Value,
): StoredRecord {
  const language = sources.find((one) => one.id === source)?.language ?? null;
  const marked = text === null ? null : spaced(text);
  if (body.kind === "quotation") {
    const shown = body.shown === undefined ? {} : { shown: spaced(body.shown) };
    const fields = { words: marked, ...shown, speaker: body.speaker, form: body.form, source };
    return record("quotation", id, name(body.speaker), fields, language);
  }
  const label = marked ?? id;
  if (body.kind === "note" || body.kind === "sic") {
    const said = body.kind === "note" ? words(body.text) : spaced(body.text);
    const cited = body.kind === "note" ? cites(body.text) : null;
    const fields = { words: marked, [body.kind]: said, cites: cited, source };
    return record("annotation", id, label, fields, language);
  }
  return record("annotation", id, label, { words: marked, [body.kind]: body.id, source }, language);
}

function entryRecord(entry: Entry, cites: Value): StoredRecord {
  return record(entry.kind, entry.id, entry.name, {
    name: entry.name,
    native_name: entry.nativeName?.text,
    aliases: entry.aliases.join(", "),
    role: entry.role,
    as_of: entry.asOf,
    affiliation: entry.affiliation?.id ?? entry.affiliation?.name,
    died: entry.died,
    note: entry.note && words(entry.note),
    position: entry.lat === null || entry.lon === null ? null : `${entry.lat}, ${entry.lon}`,
    cites,
  });
}

/** Fields that say nothing are left out. */
function record(
  kind: RecordKind,
  id: string,
  label: string,
  fields: Readonly<Record<string, Value>>,
  language: string | null = null,
): StoredRecord {
  const said = Object.entries(fields).flatMap(([name, value]) =>
    value ? [[name, spaced(value)] as const] : [],
  );
  return { kind, id, label: spaced(label), language, fields: Object.fromEntries(said) };
}

function words(markdown: string): string {
  return spaced(plainText(markdown));
}

/** Between characters that are written without spaces, a space only tells where a line of the file broke. */
const unspaced =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]) (?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef])/gu;

function spaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().replace(unspaced, "");
}

function nameIn(edition: Omit<Edition, "changes">): (id: string) => string {
  const entries = [...edition.people, ...edition.organisations, ...edition.places, ...edition.terms];
  const names = new Map(entries.toReversed().map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
