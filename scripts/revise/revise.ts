// Between anchor and compose: what older revisions say of each annotation, so that no edit of a source moves a note onto other words.
import type { Found } from "../anchor/anchor.ts";
import { explain, inOneLine } from "../anchor/explain.ts";
import { isInContext, match, type Searchable, searchable } from "../anchor/match.ts";
import { placeOf } from "../anchor/place.ts";
import { wordDiff } from "../anchor/word-diff.ts";
import { type Comparison, compare } from "../drift/comparison.ts";
import { driftOf } from "../drift/drift.ts";
import type { PackRecord } from "../model/content.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import type { Range } from "../model/selector.ts";
import type { ParsedSource } from "../model/source.ts";
import type { Anchor, Fallen, Standings } from "../model/standing.ts";
import { explainFallen } from "./explain.ts";
import { checkHistory, writtenFor } from "./history.ts";
import { type Standing, standingOf } from "./standing.ts";
import { surroundings } from "./surroundings.ts";

/** The reader texts of a source in the order of its revisions, and what became of ranges between any two of them. */
type States = {
  readonly texts: readonly Searchable[];
  readonly drift: (from: number, to: number, range: Range) => ReturnType<typeof driftOf>;
};

/**
 * `found`: what the newest revisions have. `parsed`: for each source id its revisions, newest last; those of a source
 * with a revision that cannot be read are left out, and its annotations with them.
 */
export function revise(
  record: PackRecord,
  found: readonly Found[],
  parsed: ReadonlyMap<string, readonly ParsedSource[]>,
): Outcome<Standings> {
  const anchors = new Map<string, Anchor>();
  const fallen = new Map<string, Fallen>();
  const findings: Finding[] = [];
  const states = new Map([...parsed].map(([id, revisions]) => [id, statesOf(revisions)]));
  for (const one of found) {
    const { annotation, source, index } = one;
    const own = states.get(source.id);
    const newest = parsed.get(source.id)?.at(-1);
    if (own === undefined || newest === undefined || anchors.has(annotation.id)) continue;
    findings.push(...checkHistory(record, one));
    const standing = stand(one, own);
    const place = () => record.annotations.at(index, "exact");
    const where = (range: Range) => placeOf(range, source, newest);
    if (standing.kind === "stands") {
      const { range, verdict } = standing;
      anchors.set(annotation.id, { source: source.id, range, verdict });
    } else if (standing.kind === "fallen") {
      const fall = fallenOf(one, standing, own);
      if (!fallen.has(annotation.id)) fallen.set(annotation.id, fall);
      findings.push(explainFallen(fall, annotation.id, record.slug, place(), where, source.path));
    } else if (one.match.kind !== "anchored") {
      findings.push(explain(one.match, annotation, place(), where));
    }
  }
  const changed = [...states].filter(([, { texts }]) => differ(texts)).map(([id]) => id);
  return { value: { anchors, fallen, changed: new Set(changed) }, findings };
}

function stand(one: Found, { texts, drift }: States): Standing {
  const { annotation, selector, match: newest } = one;
  const matches = [...texts.slice(0, -1).map((text) => match(selector, text)), newest];
  return standingOf({
    matches,
    written: writtenFor(one),
    inContext: (revision) => {
      const [text, found] = [texts[revision], matches[revision]];
      return text !== undefined && found?.kind === "anchored" && isInContext(selector, found.range, text);
    },
    drift,
    texts: texts.map(({ original }) => original),
    exact: annotation.exact,
  });
}

function fallenOf(
  { source, match: newest }: Found,
  { verdict, revision, range, proposed }: Extract<Standing, { kind: "fallen" }>,
  { texts }: States,
): Fallen {
  const old = texts[revision]?.original ?? "";
  const text = inOneLine(old.slice(range.start, range.end));
  const is =
    proposed === null ? "" : inOneLine(texts.at(-1)?.original.slice(proposed.start, proposed.end) ?? "");
  const { file, sha256, captured } = source.revisions[revision] ?? { file: "", sha256: "", captured: null };
  return {
    source: source.id,
    verdict,
    text,
    ...surroundings(old, range),
    revision: { file, sha256, captured },
    proposed: proposed === null ? null : { range: proposed, text: is, difference: wordDiff(text, is) },
    lookAlike: newest.kind === "anchored" ? newest.range : null,
  };
}

/** Texts are made ready and compared when they are first asked for. */
function statesOf(revisions: readonly ParsedSource[]): States {
  const compared = new Map<string, Comparison>();
  const texts = revisions.map(({ text }) => text);
  return {
    texts: revisions.length > 1 ? texts.map(searchable) : [],
    drift(from, to, range) {
      const key = `${from} ${to}`;
      const comparison = compared.get(key) ?? compare(texts[from] ?? "", texts[to] ?? "");
      compared.set(key, comparison);
      return driftOf(comparison, range);
    },
  };
}

function differ(texts: readonly Searchable[]): boolean {
  return new Set(texts.map(({ normalised }) => normalised.text.trim())).size > 1;
}
