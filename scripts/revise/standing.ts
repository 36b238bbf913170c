// One annotation against all revisions of its source: it stands where every one that has it says so, or it has fallen.
import { normalise } from "../anchor/normalise.ts";
import type { Drift } from "../model/drift.ts";
import type { Match, Range } from "../model/selector.ts";

export type Asked = {
  /** What the selector matches in each revision, oldest first; the last is the newest. */
  readonly matches: readonly Match[];
  /** The revision for which the present wording was accepted; null when that is not recorded. */
  readonly written: number | null;
  /** Whether all context that the selector names stands beside its match in a revision. */
  readonly inContext: (revision: number) => boolean;
  /** What became of a range of one revision in a later one. */
  readonly drift: (from: number, to: number, range: Range) => Drift;
  /** The newest reader text, and the words of the annotation. */
  readonly newest: string;
  readonly exact: string;
};

export type Standing =
  | { readonly kind: "stands"; readonly range: Range; readonly verdict: "unchanged" | "moved" | null }
  /** `revision`, `range`: where its words last stood. */
  | {
      readonly kind: "fallen";
      readonly verdict: "changed" | "lost" | "ambiguous";
      readonly revision: number;
      readonly range: Range;
      readonly proposed: Range | null;
    }
  /** It stands in no older revision, and the newest one's match says why it has no place. */
  | { readonly kind: "nowhere" };

/**
 * The words alone never decide: a match in the newest revision counts only when no older revision has the passage, or
 * when the diff from each of those that have it leads to that very place.
 */
export function standingOf(asked: Asked): Standing {
  const last = asked.matches.length - 1;
  const now = rangeOf(asked.matches[last]);
  const older = writtenAgainst(asked, last);
  const [first] = older;
  if (first === undefined) {
    return now === null ? { kind: "nowhere" } : { kind: "stands", range: now, verdict: null };
  }
  const drifts = older.map(({ revision, range }) => checked(asked, asked.drift(revision, last, range)));
  const places = drifts.flatMap(({ verdict, counterpart }) =>
    isStanding(verdict) && counterpart !== null ? [counterpart] : [],
  );
  const [place] = places;
  const agreed = [...places, ...(now === null ? [] : [now])];
  if (place !== undefined && places.length === drifts.length) {
    if (agreed.every((one) => isSamePlace(one, place, asked.newest))) {
      const moved = drifts.some(({ verdict }) => verdict === "moved");
      return { kind: "stands", range: place, verdict: moved ? "moved" : "unchanged" };
    }
  }
  return fallen(asked, first, last);
}

type Had = { readonly revision: number; readonly range: Range };

/** The older revisions that the annotation may have been written against, oldest first. */
function writtenAgainst({ matches, written, inContext }: Asked, last: number): readonly Had[] {
  const older = matches.slice(0, last).flatMap((match, revision) => {
    const range = rangeOf(match);
    return range === null ? [] : [{ revision, range }];
  });
  if (written === last && rangeOf(matches[last]) !== null) return [];
  const recorded = older.filter(({ revision }) => revision === written);
  if (recorded.length > 0) return recorded;
  // Where only the newest revision has all of the context, the words were chosen there.
  const fitsBest = rangeOf(matches[last]) !== null && inContext(last);
  return fitsBest ? older.filter(({ revision }) => inContext(revision)) : older;
}

/** From the last revision that still has the passage, as followed from the first. */
function fallen({ drift, ...asked }: Asked, first: Had, last: number): Standing {
  let had = first;
  for (let revision = first.revision + 1; revision < last; revision++) {
    const { verdict, counterpart } = drift(first.revision, revision, first.range);
    if (isStanding(verdict) && counterpart !== null) had = { revision, range: counterpart };
  }
  const { verdict, counterpart } = checked(asked, drift(had.revision, last, had.range));
  // Where one way of seeing it the passage stands and another way it does not, nobody can tell.
  if (verdict === "unchanged" || verdict === "moved" || verdict === "ambiguous")
    return { kind: "fallen", verdict: "ambiguous", ...had, proposed: null };
  return { kind: "fallen", verdict, ...had, proposed: verdict === "changed" ? counterpart : null };
}

/** A passage that is said to stand has the words of the annotation, or it was changed. */
function checked({ newest, exact }: Pick<Asked, "newest" | "exact">, found: Drift): Drift {
  if (!isStanding(found.verdict) || found.counterpart === null) return found;
  const { start, end } = found.counterpart;
  const same = normalise(newest.slice(start, end)).text.trim() === normalise(exact).text.trim();
  return same ? found : { ...found, verdict: "changed" };
}

function isStanding(verdict: Drift["verdict"]): boolean {
  return verdict === "unchanged" || verdict === "moved";
}

function rangeOf(match: Match | undefined): Range | null {
  return match?.kind === "anchored" ? match.range : null;
}

/** The same but for white space and invisible characters at the ends. */
function isSamePlace(one: Range, other: Range, text: string): boolean {
  const between = (a: number, b: number) => normalise(text.slice(Math.min(a, b), Math.max(a, b))).text.trim();
  return between(one.start, other.start) === "" && between(one.end, other.end) === "";
}
