// What became of each note of a source, as text for a terminal and as JSON.
import { plainDiff } from "../anchor/word-diff.ts";
import type { Verdict } from "../model/drift.ts";
import type { DiffPart } from "../model/edition.ts";
import { around } from "../revise/explain.ts";
import type { Pack } from "./target.ts";

/** One note. `verdict` is null when no older revision has its words. */
export type Row = {
  readonly id: string;
  /** Line of annotations.yaml. */
  readonly line: number;
  readonly verdict: Verdict | null;
  readonly was: string;
  readonly proposed: string | null;
  readonly difference: readonly DiffPart[] | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether `--accept` has words to take. */
  readonly acceptable: boolean;
};

/** Notes of a source as annotations.yaml has them; those whose words are in no revision are findings and no rows. */
export function rowsOf({ record, standings }: Pack, source: string): readonly Row[] {
  return record.annotations.value.flatMap(({ id, exact }, index): readonly Row[] => {
    const { line } = record.annotations.at(index);
    const anchor = standings.anchors.get(id);
    const none = { proposed: null, difference: null, before: null, after: null, acceptable: false };
    if (anchor?.source === source) return [{ id, line, verdict: anchor.verdict, was: exact, ...none }];
    const fallen = standings.fallen.get(id);
    if (fallen?.source !== source) return [];
    const { verdict, text, before, after, proposed, lookAlike } = fallen;
    return [
      {
        ...{ id, line, verdict, was: text, before, after },
        proposed: proposed?.text ?? null,
        difference: proposed?.difference ?? null,
        acceptable: proposed !== null || lookAlike !== null,
      },
    ];
  });
}

const order = ["unchanged", "moved", "changed", "lost", "ambiguous"] as const;

/** `4 notes: 3 unchanged, 1 lost`. */
export function countLine(rows: readonly Row[]): string {
  const counts = order.flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  const written = rows.filter(({ verdict }) => verdict === null).length;
  const all = [...counts, ...(written === 0 ? [] : [`${written} of the newest revision alone`])];
  return `${rows.length} note${rows.length === 1 ? "" : "s"}${all.length === 0 ? "" : `: ${all.join(", ")}`}`;
}

/** Those that an author has to look at. `file`: annotations.yaml from the working folder. */
export function rowText(row: Row, slug: string, file: string): string {
  const { id, line, verdict, was, difference, proposed, before, after, acceptable } = row;
  const lines = [`${id}: ${verdict} (${file}:${line})`, `    was: ${was}`];
  if (proposed !== null && difference !== null)
    lines.push(`    now: ${proposed}`, `    that is: ${plainDiff(difference)}`);
  else lines.push(`    it stood ${around(before ?? "", after ?? "")}`);
  if (acceptable)
    lines.push(
      proposed === null
        ? `    the same words stand elsewhere; if they are meant: npm run update -- ${slug} --accept ${id}`
        : `    to take the new words: npm run update -- ${slug} --accept ${id}`,
    );
  return lines.join("\n");
}

export function needsAuthor({ verdict }: Row): boolean {
  return verdict === "changed" || verdict === "lost" || verdict === "ambiguous";
}
