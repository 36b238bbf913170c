// How long the rest of a count will take, as far as what was done lately tells: nothing is said before that is worth something.
import type { Count } from "./progress.ts";

/** What was done in this time tells how fast it goes: the first of many may have come from a cache. Milliseconds. */
const lately = 20_000;
/** How long is looked on before anything is said. Milliseconds. */
const least = 2000;

/** Words for the time that is left, `40 s` or `3 min`; null while it cannot be told. Another `of` begins anew. */
export function timeLeft(now: () => number): (count: Count) => string | null {
  let of = -1;
  let marks: { readonly time: number; readonly done: number }[] = [];
  return (count) => {
    const time = now();
    if (count.of !== of || count.done < (marks.at(-1)?.done ?? 0)) marks = [];
    of = count.of;
    marks.push({ time, done: count.done });
    while (marks.length > 2 && time - (marks[1]?.time ?? time) > lately) marks.shift();
    const first = marks[0] ?? { time, done: count.done };
    const made = count.done - first.done;
    if (time - first.time < least || made <= 0 || count.done >= count.of) return null;
    return words((((time - first.time) / made) * (count.of - count.done)) / 1000);
  };
}

/** Rounded so coarsely that it does not waver. */
function words(seconds: number): string {
  if (seconds < 10) return "10 s";
  if (seconds < 55) return `${Math.ceil(seconds / 10) * 10} s`;
  if (seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))} min`;
  return `${Math.round(seconds / 360) / 10} h`;
}
