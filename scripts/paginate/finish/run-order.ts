// Puts the runs of a line into the order in which they are read (Unicode bidirectional text is drawn from the left).

import type { Run } from "./content.ts";
import { bare, RIGHT_TO_LEFT, sameSigns, written } from "./drawn-text.ts";

/** The order in which the runs say `said`, which has the white space around it; undefined where there is none. */
export function arrange(runs: readonly Run[], said: string): readonly Run[] | undefined {
  if (runs.length < 2) return undefined;
  const text = written(said);
  const backwards = RIGHT_TO_LEFT.test(said);
  const left = [...runs].sort((a, b) => (backwards ? b.x - a.x : a.x - b.x));
  const order: Run[] = [];
  let at = 0;

  function take(run: Run | undefined): boolean {
    if (run !== undefined) order.push(...left.splice(left.indexOf(run), 1));
    return run !== undefined;
  }

  /** The longest run that goes on: a number may begin as another does. */
  function next(same: (a: string, b: string) => boolean): Run | undefined {
    let found: Run | undefined;
    let length = 0;
    for (const run of left) {
      const signs = bare(run.text);
      if (signs.length <= length || !same(text.bare.slice(at, at + signs.length), signs)) continue;
      [found, length] = [run, signs.length];
    }
    return found;
  }

  while (at < text.bare.length) {
    const before = text.text.slice(text.ends[at - 1] ?? 0, text.starts[at]);
    const last = order.at(-1)?.text ?? " ";
    if (/\s/.test(before) && !/\s$/.test(last)) take(left.find((run) => !bare(run.text)));
    // To the letter, or else its letters: some are drawn in another order than they are written.
    if (!take(next(Object.is)) && !take(next(sameSigns))) return undefined;
    at += bare(order.at(-1)?.text ?? "").length;
  }
  // White space that is left over stands before the first word or after the last.
  const [first] = order;
  const isLead = (run: Run) => first !== undefined && (backwards ? run.x > first.x : run.x < first.x);
  const leads = /^\s/.test(said) ? left.filter((run) => !/\s$/.test(said) || isLead(run)) : [];
  return [...leads, ...order, ...left.filter((run) => !leads.includes(run))];
}
