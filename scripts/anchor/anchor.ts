// The fourth stage: each annotation's selector is sought in the newest revision of its source.
import type { PackRecord, SourceRecord } from "../model/content.ts";
import type { Match, TextQuoteSelector } from "../model/selector.ts";
import type { ParsedSource } from "../model/source.ts";
import type { AnnotationFields } from "../schema/annotations.ts";
import { match, searchable } from "./match.ts";

/** What an annotation's selector matches in the newest revision of its source. */
export type Found = {
  readonly annotation: AnnotationFields;
  /** Its place in annotations.yaml. */
  readonly index: number;
  readonly source: SourceRecord;
  readonly selector: TextQuoteSelector;
  readonly match: Match;
};

/** `sources`: the parsed sources of the pack by id; annotations of a source that could not be read are passed over. */
export function anchor(record: PackRecord, sources: ReadonlyMap<string, ParsedSource>): readonly Found[] {
  const texts = new Map([...sources].map(([id, source]) => [id, searchable(source.text)]));
  return record.annotations.value.flatMap((annotation, index) => {
    const id = annotation.source ?? (record.sourceIds.length === 1 ? record.sourceIds[0] : undefined) ?? "";
    const text = texts.get(id);
    const source = record.sources.find((one) => one.id === id);
    if (text === undefined || source === undefined) return [];
    const { exact, prefix, suffix } = annotation;
    const selector = { exact, prefix: prefix ?? "", suffix: suffix ?? "" };
    return [{ annotation, index, source, selector, match: match(selector, text) }];
  });
}
