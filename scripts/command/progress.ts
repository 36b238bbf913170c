// How long work shows that it goes on: one calm line that is written over on a terminal, plain lines now and then elsewhere.
import { timeLeft } from "./time-left.ts";

export type Count = { readonly done: number; readonly of: number };

/** Says what is being done now, and how much of it is done; an empty text ends the line. */
export type Progress = (text: string, count?: Count) => void;

type Stream = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };

/** How often a count is shown, on a terminal and elsewhere. Milliseconds. */
const onTerminal = 100;
const elsewhere = 10_000;

/** `now` is a clock in milliseconds. */
export function progress(stream: Stream, now: () => number = () => performance.now()): Progress {
  const terminal = stream.isTTY === true;
  const left = timeLeft(now);
  let shown = Number.NEGATIVE_INFINITY;
  let of: number | null = null;

  return (text, count) => {
    if (text === "") {
      if (terminal) stream.write("\r\u001b[K");
      of = null;
      return;
    }
    const time = now();
    const line = count === undefined ? text : `${text}: ${counted(count, left(count))}`;
    const goesOn = count !== undefined && count.of === of && count.done < count.of;
    of = count?.of ?? null;
    if (goesOn && time - shown < (terminal ? onTerminal : elsewhere)) return;
    shown = time;
    stream.write(terminal ? `\r${cut(line, (stream.columns ?? 80) - 1)}\u001b[K` : `${line}\n`);
  };
}

function counted({ done, of }: Count, left: string | null): string {
  const number = (value: number) => value.toLocaleString("en-GB");
  return `${number(done)} of ${number(of)}${left === null ? "" : `, about ${left} left`}`;
}

/** A line that is longer than the terminal would be written over in part only. */
function cut(line: string, columns: number): string {
  const characters = [...line];
  return characters.length <= columns ? line : `${characters.slice(0, Math.max(0, columns - 1)).join("")}…`;
}
