// Puts the runs of a line into the order in which they are read (Unicode bidirectional text is drawn from the left).

import type { Run } from "./content.ts";
import { bare, RIGHT_TO_LEFT, sameSigns, written } from "./drawn-text.ts";

/** The order in which the runs say `said`; undefined where there is none. */
export function arrange(runs: readonly Run[], said: string): readonly Run[] | undefined {
  if (runs.length < 2) return undefined;
  const text = written(said);
  const backwards = RIGHT_TO_LEFT.test(said);
  const left = [...runs].sort((a, b) => (backwards ? b.x - a.x : a.x - b.x));
  const order: Run[] = [];
  let at = 0;

  function take(wanted: (run: Run) => boolean): boolean {
    const index = left.findIndex(wanted);
    if (index >= 0) order.push(...left.splice(index, 1));
    return index >= 0;
  }

  while (at < text.bare.length) {
    const before = text.text.slice(text.ends[at - 1] ?? 0, text.starts[at]);
    const last = order.at(-1)?.text ?? " ";
    if (/\s/.test(before) && !/\s$/.test(last)) take((run) => !bare(run.text));
    const found = take((run) => {
      const signs = bare(run.text);
      return signs !== "" && sameSigns(text.bare.slice(at, at + signs.length), signs);
    });
    if (!found) return undefined;
    at += bare(order.at(-1)?.text ?? "").length;
  }
  return [...order, ...left];
}
