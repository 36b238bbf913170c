// What can be found: a record for each pack, source, box and register entry, with the fragments that its passages stand at.

import { type Html, html } from "../../templates/html.ts";
import { boxPath, briefingPath, entryPath, sourcePath } from "../../templates/paths.ts";
import { plainText } from "../markdown/words.ts";
import type { Edition, Entry, SectionName, Source } from "../model/edition.ts";
import { registerNames } from "../model/registers.ts";
import type { Site } from "../model/site.ts";
import { searchWords } from "./search-words.ts";

/** `html`: a document for the index alone. Everything is shown or withheld in it as on the page at `url`. */
export type SearchRecord = { readonly url: string; readonly html: string };

type Filters = Readonly<Record<string, readonly string[]>>;

/** A stretch of text; `id` is that of the element it stands in, `top` where it is the page's. */
type Passage = { readonly id: string; readonly text: string };

/** A pack and its sources. */
export function packRecords(edition: Edition): readonly SearchRecord[] {
  const { slug, title, language, marking } = edition;
  const shared = {
    person: edition.people.map(({ id }) => id),
    year: [edition.date.slice(0, 4)],
    day: [edition.date],
    marking: [marking],
  };
  const pack = record(
    briefingPath(slug),
    title,
    edition.date,
    { ...shared, kind: ["pack"], language: [language] },
    packPassages(edition),
  );
  const sources = edition.sources.flatMap((source) => {
    const filters = {
      ...shared,
      kind: ["source"],
      language: [source.language],
      publisher: [source.publisher],
    };
    const passages = sourcePassages(source);
    const [first] = passages;
    if (first === undefined) return [];
    const url = `${sourcePath(slug)}#${first.id}`;
    return [record(url, source.title ?? title, edition.date, filters, passages)];
  });
  return [pack, ...sources];
}

/** Boxes and register entries. */
export function siteRecords(site: Site): readonly SearchRecord[] {
  const language = [site.publication.language];
  const boxes = site.boxes.map(({ box, uses }) => {
    const text = [box.summary, box.body, box.since].flatMap((part) => part ?? []).map(plainText);
    const filters = { kind: ["box"], language, ...datesOf(uses) };
    return record(boxPath(box.id), box.title, newest(uses), filters, top(text));
  });
  const entries = registerNames.flatMap((kind) =>
    site[kind].map(({ entry, uses }) => {
      const person = entry.kind === "person" ? [entry.id] : [];
      const filters = { kind: [entry.kind], language, person, ...datesOf(uses) };
      return record(
        entryPath(entry.kind, entry.id),
        entry.name,
        newest(uses),
        filters,
        top(entryText(entry)),
      );
    }),
  );
  return [...boxes, ...entries];
}

function entryText(entry: Entry): readonly string[] {
  const { nativeName, aliases, role, affiliation, note } = entry;
  const facts = [nativeName?.text, ...aliases, role, affiliation?.name].flatMap((fact) => fact ?? []);
  return [...facts.map((fact) => `${fact}.`), ...(note === null ? [] : [plainText(note)])];
}

type Uses = Site["boxes"][number]["uses"];

function datesOf(uses: Uses): Filters {
  return { year: [...new Set(uses.map(({ pack }) => pack.date.slice(0, 4)))] };
}

function newest(uses: Uses): string {
  return (
    uses
      .map(({ pack }) => pack.date)
      .sort()
      .at(-1) ?? ""
  );
}

function top(texts: readonly string[]): readonly Passage[] {
  return texts.map((text) => ({ id: "top", text }));
}

function packPassages(edition: Edition): readonly Passage[] {
  const prose: Readonly<Partial<Record<SectionName, readonly string[]>>> = {
    summary: texts(edition.summary),
    key_points: edition.keyPoints.map(({ text }) => plainText(text)),
    analysis: texts(edition.analysis),
    timeline: edition.timeline.map(({ title, text }) => [`${title}.`, ...texts(text)].join(" ")),
    assessment: texts(edition.assessment),
    not_said: texts(edition.notSaid),
  };
  return [
    ...top(edition.subtitle === null ? [] : [edition.subtitle]),
    ...edition.sections.flatMap((name) =>
      (prose[name] ?? []).map((text) => ({ id: name.replace("_", "-"), text })),
    ),
    ...edition.annotations.flatMap(({ id, body }) =>
      body.kind === "note" ? [{ id: `a-${id}`, text: plainText(body.text) }] : [],
    ),
  ];
}

function texts(markdown: string | null): readonly string[] {
  return markdown === null ? [] : [plainText(markdown)];
}

/** Words that the source's terms withhold are in no passage. */
function sourcePassages({ blocks }: Source): readonly Passage[] {
  return blocks.flatMap(({ id, segments }) => {
    const text = segments.map((segment) => segment.text ?? " … ").join("");
    return segments.some((segment) => segment.text !== null) ? [{ id, text }] : [];
  });
}

function record(
  url: string,
  title: string,
  date: string,
  filters: Filters,
  passages: readonly Passage[],
): SearchRecord {
  let last = "";
  const body = passages.map(({ id, text }) => {
    const anchor = id !== last && html`<b id="${id}"></b>`;
    last = id;
    return html`${anchor}<p>${searchWords(text)}</p>\n`;
  });
  const attributes: readonly Html[] = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => html`<i data-pagefind-filter="${name}:${value}"></i>`),
  );
  return {
    url,
    html: String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"></head><body>
<h1>${searchWords(title)}</h1>${attributes}<i data-pagefind-sort="date:${date}"></i>
${passages[0]?.id !== "top" && html`<b id="top"></b>`}${body}</body></html>`),
  };
}
