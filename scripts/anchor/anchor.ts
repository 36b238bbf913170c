// The fourth stage: each annotation's selector becomes a range of its source, or a finding that shows what is nearest.
import { diffWords } from "diff";
import type { ContentFile, PackRecord } from "../model/content.ts";
import { type Finding, finding, type Outcome, type Place } from "../model/finding.ts";
import type { Match, Range } from "../model/selector.ts";
import type { ParsedSource } from "../model/source.ts";
import { placeIn } from "../validate/text.ts";
import { match, searchable } from "./match.ts";

/** Annotation id → its source's id and its range. Ids are unique in a valid pack; the first of two wins here. */
export type Anchors = ReadonlyMap<string, { readonly source: string; readonly range: Range }>;

/** `sources`: the parsed sources of the pack by id; annotations of a source that could not be read are passed over. */
export function anchor(record: PackRecord, sources: ReadonlyMap<string, ParsedSource>): Outcome<Anchors> {
  const anchors = new Map<string, { source: string; range: Range }>();
  const findings: Finding[] = [];
  const texts = new Map([...sources].map(([id, source]) => [id, searchable(source.text)]));
  for (const [index, annotation] of record.annotations.value.entries()) {
    const source =
      annotation.source ?? (record.sourceIds.length === 1 ? record.sourceIds[0] : undefined) ?? "";
    const text = texts.get(source);
    const parsed = sources.get(source);
    const file = record.sources.find(({ id }) => id === source);
    if (text === undefined || parsed === undefined || file === undefined) continue;
    const { exact, prefix, suffix } = annotation;
    const found = match({ exact, prefix: prefix ?? "", suffix: suffix ?? "" }, text);
    if (found.kind === "anchored") {
      if (!anchors.has(annotation.id)) anchors.set(annotation.id, { source, range: found.range });
      continue;
    }
    findings.push(
      explain(found, annotation.id, exact, record.annotations.at(index, "exact"), (range) =>
        placeOf(range, file, parsed),
      ),
    );
  }
  return { value: anchors, findings };
}

function explain(
  found: Exclude<Match, { kind: "anchored" }>,
  id: string,
  exact: string,
  place: Place,
  where: (range: Range) => Place,
): Finding {
  const spot = (range: Range) => `${where(range).file}:${where(range).line}:${where(range).column}`;
  if (found.kind === "ambiguous") {
    const spots = found.candidates.slice(0, 5).map(spot).join(", ");
    return finding(
      "error",
      "ambiguous",
      place,
      `${id}: the words stand in the source ${found.candidates.length} times: ${spots}`,
      "add `prefix` or `suffix`, the words just before or after",
    );
  }
  if (found.kind === "out-of-context") {
    return finding(
      "error",
      "out-of-context",
      place,
      `${id}: the words stand at ${spot(found.range)}, but what \`prefix\` or \`suffix\` names is not beside them`,
      "correct `prefix` or `suffix`, or delete them",
    );
  }
  const message = `${id}: “${short(exact)}” is not in the source word for word`;
  if (found.nearest === null)
    return finding(
      "error",
      "orphan",
      place,
      message,
      "nothing in the source comes near; copy the words from the source",
    );
  const hint = `the nearest text is at ${spot(found.nearest)}: “${short(found.nearest.text)}” (${wordDiff(exact, found.nearest.text)})`;
  return finding("error", "orphan", place, message, hint);
}

/** What to change, word by word: `[-was-] {+is+}`, with the words that stay left out where they are many. */
function wordDiff(was: string, is: string): string {
  return diffWords(was.slice(0, diffLimit), is.slice(0, diffLimit).replace(/\s+/g, " "))
    .map(({ value, added, removed }) => {
      if (added) return `{+${value}+}`;
      if (removed) return `[-${value}-]`;
      return value.length > 30 ? `${value.slice(0, 12)}…${value.slice(-12)}` : value;
    })
    .join("");
}

/** Longer texts are compared by how they begin. */
const diffLimit = 2000;

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

/** The place in the source's file where a range of its reader text starts. */
export function placeOf(range: Range, { path, bytes }: ContentFile, source: ParsedSource): Place {
  const block = source.blocks.findLast(({ start }) => start <= range.start);
  const run = block?.runs.findLast(({ start }) => start <= range.start);
  if (run === undefined) return { file: path, line: 1, column: 1 };
  const decoder = new TextDecoder(source.encoding ?? "utf-8");
  const decode = (from: number, to: number) => decoder.decode(bytes.subarray(from, to));
  const stands = decode(run.byteStart, run.byteEnd);
  const before = stands.slice(
    0,
    offsetIn(stands, source.text.slice(run.start, run.end), range.start - run.start),
  );
  return placeIn(path, (decode(0, run.byteStart) + before).replace(/\r\n?/g, "\n"));
}

/** Where the words that start at `offset` stand in their file's text, which has markup and line ends besides them. */
function offsetIn(stands: string, words: string, offset: number): number {
  const same = (a = "", b = "") => a === b || (/\s/.test(a) && /\s/.test(b));
  let at = 0;
  for (let word = 0; word <= offset; word++) {
    while (at < stands.length && !same(stands[at], words[word])) at++;
    if (word < offset) at++;
  }
  return at;
}
