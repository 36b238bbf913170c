// One annotation against all revisions of its source: it stands where every one that has it says so, or it has fallen.
import { normalise } from "../anchor/normalise.ts";
import type { Drift } from "../model/drift.ts";
import type { Match, Range } from "../model/selector.ts";
import { type Followed, followed, type Had, isSamePlace, isStanding, overlaps, rangeOf } from "./followed.ts";

export type Asked = {
  /** What the selector matches in each revision, oldest first; the last is the newest. */
  readonly matches: readonly Match[];
  /** The revision for which the present wording was accepted; null when that is not recorded. */
  readonly written: number | null;
  /** Whether all context that the selector names stands beside its match in a revision. */
  readonly inContext: (revision: number) => boolean;
  /** What became of a range of one revision in a later one. */
  readonly drift: (from: number, to: number, range: Range) => Drift;
  /** The reader texts, oldest first, and the words of the annotation. */
  readonly texts: readonly string[];
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
  const path = followed(asked, first);
  const known = [...older, ...path.stood.filter((had) => !older.some((one) => isSame(one, had)))];
  const drifts = known.map(({ revision, range }) => checked(asked, asked.drift(revision, last, range)));
  const places = drifts.flatMap(({ verdict, counterpart }) =>
    isStanding(verdict) && counterpart !== null ? [counterpart] : [],
  );
  const [place] = places;
  const agreed = [...places, ...(now === null ? [] : [now])];
  if (place !== undefined && places.length === drifts.length && isSure(path, place)) {
    if (agreed.every((one) => isSamePlace(one, place, asked.texts.at(-1) ?? ""))) {
      const moved = drifts.some(({ verdict }) => verdict === "moved");
      return { kind: "stands", range: place, verdict: moved ? "moved" : "unchanged" };
    }
  }
  return fallen(asked, path, last);
}

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

/** Nothing that was seen on the way speaks against the place. */
function isSure({ reworded, doubt }: Followed, place: Range): boolean {
  return doubt === null && (reworded === null || overlaps(reworded, place));
}

function isSame(one: Had, other: Had): boolean {
  const { range, revision } = other;
  return one.revision === revision && one.range.start === range.start && one.range.end === range.end;
}

/** From the last revision that still has the passage, as followed from the first. */
function fallen({ drift, ...asked }: Asked, { had, reworded, doubt }: Followed, last: number): Standing {
  const { verdict, counterpart } = checked(asked, drift(had.revision, last, had.range));
  if (verdict === "changed" || verdict === "lost")
    return { kind: "fallen", verdict, ...had, proposed: verdict === "changed" ? counterpart : null };
  if (reworded !== null) return { kind: "fallen", verdict: "changed", ...had, proposed: reworded };
  // Where one way of seeing it the passage stands and another way it does not, nobody can tell.
  return { kind: "fallen", verdict: doubt ?? "ambiguous", ...had, proposed: null };
}

/** A passage that is said to stand has the words of the annotation, or it was changed. */
function checked({ texts, exact }: Pick<Asked, "texts" | "exact">, found: Drift): Drift {
  if (!isStanding(found.verdict) || found.counterpart === null) return found;
  const { start, end } = found.counterpart;
  const same = normalise((texts.at(-1) ?? "").slice(start, end)).text.trim() === normalise(exact).text.trim();
  return same ? found : { ...found, verdict: "changed" };
}
