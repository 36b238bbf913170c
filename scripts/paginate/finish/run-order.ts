// Puts the runs of a line into the order in which they are read (Unicode bidirectional text is drawn from the left).

import type { Run } from "./content.ts";
import { bare, RIGHT_TO_LEFT, sameSigns, written } from "./drawn-text.ts";

type Drawn = { readonly run: Run; readonly signs: string };

/** The order in which the runs say `said`, which has the white space around it; undefined where there is none. */
export function arrange(runs: readonly Run[], said: string): readonly Run[] | undefined {
  if (runs.length < 2) return undefined;
  const text = written(said);
  const backwards = RIGHT_TO_LEFT.test(said);
  const left: Drawn[] = runs
    .map((run) => ({ run, signs: bare(run.text) }))
    .sort(({ run: a }, { run: b }) => (backwards ? b.x - a.x : a.x - b.x));
  const order: Drawn[] = [];
  let at = 0;

  function take(one: Drawn | undefined): boolean {
    if (one !== undefined) order.push(...left.splice(left.indexOf(one), 1));
    return one !== undefined;
  }

  /** The longest run that goes on: a number may begin as another does. */
  function next(same: (signs: string, one: Drawn) => boolean): Drawn | undefined {
    let found: Drawn | undefined;
    let length = 0;
    for (const one of left) {
      const { signs } = one;
      if (signs.length <= length || !same(text.bare.slice(at, at + signs.length), one)) continue;
      [found, length] = [one, signs.length];
    }
    return found;
  }

  const toTheLetter = (signs: string, one: Drawn) => signs === one.signs;
  const inWords = (signs: string, one: Drawn) =>
    toTheLetter(signs, one) &&
    wordsIn(text.text.slice(text.starts[at], text.ends[at + signs.length - 1])) === wordsIn(one.run.text);

  while (at < text.bare.length) {
    const before = text.text.slice(text.ends[at - 1] ?? 0, text.starts[at]);
    const last = order.at(-1)?.run.text ?? " ";
    if (/\s/.test(before) && !/\s$/.test(last)) take(left.find(({ signs }) => signs === ""));
    // Word by word, or else to the letter, or else its letters: some are drawn in another order than they are written.
    const found = next(inWords) ?? next(toTheLetter) ?? next((signs, one) => sameSigns(signs, one.signs));
    if (!take(found)) return undefined;
    at += order.at(-1)?.signs.length ?? 0;
  }
  // White space that is left over stands before the first word or after the last.
  const first = order[0]?.run.x ?? 0;
  const isBefore = ({ run: { x } }: Drawn) => (backwards ? x > first : x < first);
  const isLead = (one: Drawn) => one.signs === "" && (!/\s$/.test(said) || isBefore(one));
  const leads = /^\s/.test(said) ? left.filter(isLead) : [];
  return [...leads, ...order, ...left.filter((one) => !leads.includes(one))].map(({ run }) => run);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
