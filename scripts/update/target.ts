// Which pack and which source a verb is about, as they stand before anything is changed.
import { UsageError } from "../command/options.ts";
import { type Checked, check } from "../line.ts";
import type { ContentFiles, SourceRecord } from "../model/content.ts";
import type { Finding } from "../model/finding.ts";
import { suggest } from "../validate/suggest.ts";

export type Pack = Checked["packs"][number];

/** Rules that say where an annotation stands: what an update is there to change. */
const aboutAnchors = ["orphan", "ambiguous", "out-of-context"];

/** One pack of content, and what keeps it from being updated. */
export function packIn(
  files: ContentFiles,
  slug: string,
): {
  readonly pack: Pack | null;
  readonly problems: readonly Finding[];
  readonly findings: readonly Finding[];
} {
  const checked = check(files);
  const own = checked.findings.filter(({ file }) => file.startsWith(`packs/${slug}/`));
  const problems = own.filter(({ severity, rule }) => severity === "error" && !aboutAnchors.includes(rule));
  return { pack: checked.packs.find(({ record }) => record.slug === slug) ?? null, problems, findings: own };
}

/** The source that is meant: the one named, or the only one. */
export function sourceOf({ record }: Pack, named: string | undefined): SourceRecord {
  const ids = record.sources.map(({ id }) => id);
  if (named === undefined && ids.length > 1)
    throw new UsageError(
      `${record.slug} has ${ids.length} sources; name one with --source: ${ids.join(", ")}`,
    );
  const found = record.sources.find(({ id }) => id === (named ?? ids[0]));
  if (found !== undefined) return found;
  throw new UsageError(
    `${record.slug} has no source ${named}; ${suggest(named ?? "", ids)}`.replace(/; $/, ""),
  );
}
