// The pure middle of the line in its order: content bytes in, editions and the site out, with every finding of the run.
import type { Content, ContentFiles, PackRecord } from "./model/content.ts";
import type { Edition } from "./model/edition.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import type { Site } from "./model/site.ts";
import { contentOf } from "./rebuild/content.ts";
import { contentFindings, edition, type Studied, studied } from "./rebuild/editions.ts";
import { Graph } from "./rebuild/graph.ts";
import { type ContentInputs, contentInputs, names, nothingTold, told } from "./rebuild/inputs.ts";
import { packRecord } from "./rebuild/records.ts";
import { wholeSite } from "./rebuild/site.ts";

/** What is composed; null when a finding is an error. */
export type Composed = { readonly site: Site; readonly editions: readonly Edition[] };

/** A content folder as far as it can be had without composing it. The line stays open: a change costs what it reaches. */
export type Checked = {
  readonly line: Line;
  readonly content: Content;
  readonly packs: readonly ({ readonly record: PackRecord } & Pick<Studied, "parsed" | "standings">)[];
  readonly findings: readonly Finding[];
};

export type Told = {
  readonly builtAt: string | null;
  readonly baseUrl: string | null;
  readonly only: readonly string[] | null;
};

/** The queries of the line over one content folder, which may change. */
export type Line = { readonly graph: Graph; readonly inputs: ContentInputs };

export function openLine(): Line {
  const graph = new Graph();
  return { graph, inputs: contentInputs(graph) };
}

/** validate, parse, anchor, revise. */
export function check(files: ContentFiles, line: Line = openLine()): Checked {
  const { graph, inputs } = line;
  inputs.replace(files);
  return {
    line,
    content: contentOf(graph),
    packs: graph.get(names, "packs").map((slug) => ({
      record: graph.get(packRecord, slug).record,
      ...graph.get(studied, slug),
    })),
    findings: inOrder(graph.get(contentFindings, "")),
  };
}

/**
 * compose. `builtAt` and `baseUrl` stand in place of what the records say. With `only`, the site has no more boxes and
 * entries than its packs use. Throws when a finding is an error.
 */
export function composeAll(
  { line: { graph }, findings }: Checked,
  { builtAt, baseUrl, only }: Told,
): Composed {
  if (hasErrors(findings)) throw new Error("content with errors is not composed");
  graph.set(told, "", { ...nothingTold, builtAt, baseUrl, only });
  return {
    site: graph.get(wholeSite, ""),
    editions: graph.get(names, "packs").map((slug) => graph.get(edition, slug)),
  };
}

/** By file, then by place; each finding once. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const unique = new Map(findings.map((one) => [JSON.stringify(one), one]));
  return [...unique.values()].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : 1),
  );
}
