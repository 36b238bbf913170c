// Proposed wordings taken into annotations.yaml, with the old ones kept in each note's history.

import { describe } from "../anchor/describe.ts";
import { inOneLine } from "../anchor/explain.ts";
import { searchable } from "../anchor/match.ts";
import { EnvironmentError } from "../command/command.ts";
import { UsageError } from "../command/options.ts";
import type { ContentFiles, SourceRecord } from "../model/content.ts";
import type { Fallen } from "../model/standing.ts";
import { suggest } from "../validate/suggest.ts";
import { type Pack, packIn } from "./target.ts";
import { type Fields, reworded } from "./yaml-edit.ts";

export type Accepted = { readonly id: string; readonly was: string; readonly now: string };

/** The file's new text. Throws UsageError for a note that has nothing to take. `day`: when it is accepted. */
export function accept(
  files: ContentFiles,
  pack: Pack,
  ids: readonly string[],
  day: string,
): { readonly path: string; readonly bytes: Uint8Array; readonly accepted: readonly Accepted[] } {
  const { record } = pack;
  const path = `packs/${record.slug}/annotations.yaml`;
  let text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(path)?.bytes ?? new Uint8Array());
  const accepted: Accepted[] = [];
  for (const id of new Set(ids)) {
    const index = record.annotations.value.findIndex((one) => one.id === id);
    const fields = record.annotations.value[index];
    const known = record.annotations.value.map((one) => one.id);
    if (fields === undefined)
      throw new UsageError(
        `--accept: there is no annotation ${id}; ${suggest(id, known)}`.replace(/; $/, ""),
      );
    const { fallen, source } = toTake(pack, id);
    const range = fallen.proposed?.range ?? fallen.lookAlike;
    const newest = pack.parsed.get(source.id);
    if (range === null || newest === undefined)
      throw new UsageError(
        `--accept: ${id} is ${fallen.verdict} and has no new wording to take; choose other words in annotations.yaml, or delete it`,
      );
    const selector = describe(range, searchable(newest.text));
    if (selector === null)
      throw new UsageError(
        `--accept: the words around ${id} stand elsewhere too; choose longer ones in annotations.yaml`,
      );
    const now = inOneLine(selector.exact);
    const context = (words: string) => (words === "" ? null : inOneLine(words));
    const values = { exact: now, prefix: context(selector.prefix), suffix: context(selector.suffix) };
    const last = fields.history?.at(-1);
    const old: Fields = [
      ["revision", fallen.revision.file],
      ["exact", fields.exact],
    ];
    const present: Fields = [
      ["revision", source.revisions.at(-1)?.file ?? ""],
      ["exact", now],
      ["accepted", day],
    ];
    text = reworded(text, index, values, last?.exact === fields.exact ? [present] : [old, present]);
    accepted.push({ id, was: fields.exact, now });
  }
  const bytes = new TextEncoder().encode(text);
  if (accepted.length > 0) mustStand(new Map([...files, [path, { path, bytes }]]), pack, accepted);
  return { path, bytes, accepted };
}

function toTake(pack: Pack, id: string): { readonly fallen: Fallen; readonly source: SourceRecord } {
  const fallen = pack.standings.fallen.get(id);
  const source = pack.record.sources.find((one) => one.id === fallen?.source);
  if (fallen !== undefined && source !== undefined) return { fallen, source };
  const stands = pack.standings.anchors.has(id);
  throw new UsageError(
    stands
      ? `--accept: ${id} stands in its source as it is: there is nothing to take`
      : `--accept: the words of ${id} are in no revision of its source; correct them in annotations.yaml`,
  );
}

/** Nothing is written that does not read back as it was meant. */
function mustStand(files: ContentFiles, before: Pack, accepted: readonly Accepted[]): void {
  const { pack, problems } = packIn(files, before.record.slug);
  const after = new Map(pack?.record.annotations.value.map((one) => [one.id, one]));
  const rest = (one: Pack | null) =>
    JSON.stringify(one?.record.annotations.value.filter(({ id }) => !accepted.some((it) => it.id === id)));
  const wrong = accepted.find(
    ({ id, now }) => after.get(id)?.exact !== now || !pack?.standings.anchors.has(id),
  );
  if (wrong !== undefined || problems.length > 0 || rest(pack) !== rest(before)) {
    throw new EnvironmentError(
      `annotations.yaml is laid out so that ${wrong?.id ?? accepted[0]?.id} cannot be reworded there; nothing was changed in it: change it by hand`,
    );
  }
}
