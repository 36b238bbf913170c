// A passage followed from state to state: what was added on the way is no passage that stood before, whatever the first and last alone say.
import { normalise } from "../anchor/normalise.ts";
import type { Drift } from "../model/drift.ts";
import type { Match, Range } from "../model/selector.ts";

export type Had = { readonly revision: number; readonly range: Range };

export type Followed = {
  /** Where the passage stood in each revision before the newest that has it, and last of all. */
  readonly stood: readonly Had[];
  readonly had: Had;
  /** Where its new words stand in the newest, if it was reworded on the way and not put right. */
  readonly reworded: Range | null;
  /** Why the words that the newest seems to have of it may be another passage's. */
  readonly doubt: "lost" | "ambiguous" | null;
};

type Asked = {
  readonly matches: readonly Match[];
  readonly drift: (from: number, to: number, range: Range) => Drift;
  readonly texts: readonly string[];
};

/** A revision that lacks the passage, or in which nobody can tell it from its like. */
type Miss = { readonly revision: number; readonly verdict: "lost" | "ambiguous" };

/** `first`: in the first revision that has it. */
export function followed({ drift, matches, texts }: Asked, first: Had): Followed {
  const last = matches.length - 1;
  const stood = [first];
  let had = first;
  let reworded: Had | null = null;
  let misses: readonly Miss[] = [];
  let doubt: Followed["doubt"] = null;

  /** Whether a place holds words that stood in a revision already when the passage did not. */
  const isAnothers = ({ revision: missed }: Miss, revision: number, place: Range): boolean =>
    candidatesOf(matches[missed]).some((range) => {
      const { verdict, counterpart } = drift(missed, revision, range);
      return (
        isStanding(verdict) && counterpart !== null && isSamePlace(counterpart, place, texts[revision] ?? "")
      );
    });

  for (let revision = first.revision + 1; revision <= last; revision++) {
    const from: Had = reworded ?? had;
    const { verdict, counterpart } = drift(from.revision, revision, from.range);
    if (counterpart === null) {
      reworded = null;
      misses = [...misses, { revision, verdict: verdict === "ambiguous" ? verdict : "lost" }];
      continue;
    }
    const match = rangeOf(matches[revision]);
    const isRight = match !== null && overlaps(match, counterpart);
    if (reworded === null ? !isStanding(verdict) : !isRight) {
      reworded = { revision, range: counterpart };
      continue;
    }
    reworded = null;
    const other = misses.find((miss) => isAnothers(miss, revision, counterpart));
    const found: Followed["doubt"] =
      other?.verdict ?? (misses.length > 0 && verdict === "moved" ? "lost" : null);
    if (revision === last) doubt = found;
    else if (found !== null) misses = [...misses, { revision, verdict: found }];
    else {
      misses = [];
      had = { revision, range: isRight && match !== null ? match : counterpart };
      stood.push(had);
    }
  }
  return { stood, had, reworded: reworded?.range ?? null, doubt };
}

/** Everywhere that a revision has the words. */
function candidatesOf(match: Match | undefined): readonly Range[] {
  if (match === undefined || match.kind === "orphan") return [];
  return match.kind === "ambiguous" ? match.candidates : [match.range];
}

export function isStanding(verdict: Drift["verdict"]): boolean {
  return verdict === "unchanged" || verdict === "moved";
}

export function rangeOf(match: Match | undefined): Range | null {
  return match?.kind === "anchored" ? match.range : null;
}

export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The same but for white space and invisible characters at the ends. */
export function isSamePlace(one: Range, other: Range, text: string): boolean {
  const between = (a: number, b: number) => normalise(text.slice(Math.min(a, b), Math.max(a, b))).text.trim();
  return between(one.start, other.start) === "" && between(one.end, other.end) === "";
}
