// Puts the runs of a line into the order in which they are read (Unicode bidirectional text is drawn from the left).

import type { Run } from "./content.ts";
import { bare, RIGHT_TO_LEFT, sameSigns, type Written, written } from "./drawn-text.ts";

type Drawn = { readonly run: Run; readonly signs: string };

/** Runs that are tried before a line is given up. */
const TRIES = 2000;

/** The order in which the runs say `said`, which has the white space around it; undefined where there is none. */
export function arrange(runs: readonly Run[], said: string): readonly Run[] | undefined {
  if (runs.length < 2) return undefined;
  const text = written(said);
  const backwards = RIGHT_TO_LEFT.test(said);
  const all = runs
    .map((run) => ({ run, signs: bare(run.text) }))
    .sort(({ run: a }, { run: b }) => (backwards ? b.x - a.x : a.x - b.x));
  const words = inOrder(
    all.filter(({ signs }) => signs !== ""),
    text,
  );
  if (words === undefined) return undefined;
  const blanks = all.filter(({ signs }) => signs === "").map(({ run }) => run);
  const order: Run[] = [];
  let at = 0;
  for (const { run, signs } of words.order) {
    const before = text.text.slice(text.ends[at - 1] ?? 0, text.starts[at]);
    const drawn = /\s$/.test(order.at(-1)?.text ?? " ") || /^\s/.test(run.text);
    if (/\s/.test(before) && !drawn) order.push(...blanks.splice(0, 1));
    order.push(run);
    at += signs.length;
  }
  // White space that is left over stands before the first word or after the last.
  const first = words.order[0]?.run.x ?? 0;
  const isBefore = ({ x }: Run) => (backwards ? x > first : x < first);
  const leads = /^\s/.test(said) ? blanks.filter((run) => !/\s$/.test(said) || isBefore(run)) : [];
  const rest = words.left.map(({ run }) => run);
  return [...leads, ...order, ...blanks.filter((run) => !leads.includes(run)), ...rest];
}

type Ordered = { readonly order: readonly Drawn[]; readonly left: readonly Drawn[] };

/** The words of a line as the text has them, and what it has not: the hyphen that breaks a word. */
function inOrder(words: readonly Drawn[], text: Written): Ordered | undefined {
  let tries = TRIES;

  function from(at: number, left: readonly Drawn[]): Ordered | undefined {
    if (at >= text.bare.length) return { order: [], left };
    const tried = new Set<string>();
    for (const one of goingOn(at, left)) {
      if (tried.has(one.run.text)) continue;
      tried.add(one.run.text);
      tries -= 1;
      if (tries < 0) return undefined;
      const next = left.filter((other) => other !== one);
      const rest = from(at + one.signs.length, next);
      if (rest !== undefined) return { order: [one, ...rest.order], left: rest.left };
    }
    return undefined;
  }

  /** Those that the text goes on with: word by word first, then to the letter, then by their letters; the longest first. */
  function goingOn(at: number, left: readonly Drawn[]): readonly Drawn[] {
    const ranked = left.map((one) => ({ one, rank: rankOf(at, one) })).filter(({ rank }) => rank < 3);
    return ranked
      .sort((a, b) => a.rank - b.rank || b.one.signs.length - a.one.signs.length)
      .map(({ one }) => one);
  }

  /** Some runs are drawn in another order than they are written. */
  function rankOf(at: number, { run, signs }: Drawn): number {
    const own = text.bare.slice(at, at + signs.length);
    if (own !== signs) return sameSigns(own, signs) ? 2 : 3;
    const stretch = text.text.slice(text.starts[at], text.ends[at + signs.length - 1]);
    return wordsIn(stretch) === wordsIn(run.text) ? 0 : 1;
  }

  return from(0, words);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
