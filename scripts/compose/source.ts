// A source as the edition shows it: provenance, the lock, and its blocks cut into segments where annotations begin and end.
import type { SourceRecord } from "../model/content.ts";
import type { Grade, Segment, Source } from "../model/edition.ts";
import type { Block, ParsedSource } from "../model/source.ts";
import type { Placed } from "./annotations.ts";
import { directionOf } from "./direction.ts";
import type { Placement } from "./placement.ts";

export function composeSource(
  record: SourceRecord,
  parsed: ParsedSource,
  annotations: readonly Placed[],
  packLanguage: string,
  changed: boolean,
  placement: Placement,
): Source {
  const { value, id } = record;
  const language = value.language ?? packLanguage;
  const own = annotations.filter(({ source }) => source === id);
  const places = placement.blocks;
  const publish = value.publish ?? "full";
  return {
    id,
    publisher: value.publisher,
    title: value.title ?? null,
    url: value.url ?? null,
    place: value.place ?? null,
    published: value.published ?? null,
    language,
    direction: directionOf(language),
    licence: value.licence ?? null,
    publish,
    grade: value.grade ? gradeOf(value.grade) : null,
    note: value.note ?? null,
    file: record.path.split("/").at(-1) ?? "",
    sha256: record.sha256,
    bytes: record.bytes.length,
    words: countWords(parsed.text, language),
    captured: value.revisions.at(-1)?.captured ?? null,
    revisions: record.revisions.map(({ file, sha256, captured }) => ({ file, sha256, captured, publish })),
    changed,
    quotations: own.filter(({ body }) => body.kind === "quotation" && body.form === "direct").length,
    blocks: parsed.blocks.map((block, index) => ({
      id: places[index]?.id ?? "",
      kind: block.kind,
      level: block.level,
      number: places[index]?.number ?? null,
      line: block.line,
      segments: segmentsOf(block, own, publish),
    })),
    withdrawn: placement.withdrawn,
  };
}

/** Cuts a block wherever an annotation begins or ends. What the source's terms withhold has no text. */
function segmentsOf(
  block: Block,
  annotations: readonly Placed[],
  publish: Source["publish"],
): readonly Segment[] {
  const start = block.start;
  const end = block.start + block.text.length;
  const here = annotations.filter(({ range }) => range.start < end && range.end > start);
  const cuts = new Set([start, end]);
  for (const { range } of here) {
    cuts.add(Math.max(start, range.start));
    cuts.add(Math.min(end, range.end));
  }
  const offsets = [...cuts].sort((a, b) => a - b);
  return offsets.slice(0, -1).map((from, index) => {
    const to = offsets[index + 1] ?? end;
    const covering = here.filter(({ range }) => range.start <= from && range.end >= to);
    const shown = publish === "full" || (publish === "excerpts" && covering.length > 0);
    return {
      text: shown ? block.text.slice(from - start, to - start) : null,
      annotations: covering.toSorted((a, b) => length(b) - length(a)).map(({ id }) => id),
      opens: covering.filter(({ range }) => range.start === from).map(({ id }) => id),
      closes: covering.filter(({ range }) => range.end === to).map(({ id }) => id),
    };
  });
}

function length({ range }: Placed): number {
  return range.end - range.start;
}

const reliability: Readonly<Record<string, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};
const credibility: readonly string[] = [
  "confirmed by other sources",
  "probably true",
  "possibly true",
  "doubtful",
  "improbable",
  "truth cannot be judged",
];

/** The Admiralty code (NATO STANAG 2511) in plain words. */
function gradeOf({
  reliability: letter,
  credibility: figure,
}: {
  reliability: string;
  credibility: number;
}): Grade {
  return {
    reliability: letter,
    credibility: figure,
    words: `${reliability[letter]}; ${credibility[figure - 1]}`,
  };
}

/** No word goes over a space, so plain ones are counted as they stand and all else is left to Unicode's rules. */
function countWords(text: string, language: string): number {
  if (/[^\0-\x7f]/.test(text)) return countSegments(text, language);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    plainWord.lastIndex = at;
    if (plainWord.test(text)) {
      count++;
      at = plainWord.lastIndex;
      continue;
    }
    const space = text.indexOf(" ", at + 1);
    const end = space === -1 ? text.length : space;
    count += countSegments(text.slice(at, end), language);
    at = end;
  }
  return count;
}

/** A word of ASCII with the signs around it, between spaces. */
const plainWord = /[ \t\r\n]*["'(]*[A-Za-z0-9]+[.,;:!?"')]*(?=[ \t\r\n]|$)/y;

function countSegments(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of segmenterOf(language).segment(text)) if (isWordLike) count++;
  return count;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Each is dear to make, and made once. */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  return known;
}
