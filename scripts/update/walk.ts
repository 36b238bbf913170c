// Changed notes one after the other on a terminal: take the new words, leave the old ones, or stop.
import { createInterface } from "node:readline";
import { printable } from "../command/report.ts";
import { type Row, rowText } from "./report.ts";

type Terminal = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

/** Ids of the notes whose new words are taken. The end of input stops, as `q` does; what was taken before stays taken. */
export async function walk(
  rows: readonly Row[],
  slug: string,
  file: string,
  { input, output }: Terminal,
): Promise<readonly string[]> {
  const taken: string[] = [];
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  try {
    for (const [index, row] of rows.entries()) {
      const [head, ...rest] = rowText(row, slug, file).split("\n");
      const shown = [
        `${index + 1} of ${rows.length}  ${head}`,
        ...rest.slice(0, row.acceptable ? -1 : undefined),
      ];
      output.write(`\n${shown.map(printable).join("\n")}\n`);
      const answer = await ask(row, lines, output);
      if (answer === "quit") break;
      if (answer === "accept") taken.push(row.id);
    }
  } finally {
    // An open terminal would keep the process waiting.
    reader.close();
    input.pause();
  }
  return taken;
}

async function ask(
  { acceptable, proposed }: Row,
  lines: AsyncIterator<string>,
  output: NodeJS.WritableStream,
): Promise<"accept" | "skip" | "quit"> {
  const words = proposed === null ? "take the same words where they stand now" : "take the new words";
  const choices = acceptable
    ? `a: ${words}, s: leave it, q: stop`
    : "there is nothing to take; s: go on, q: stop";
  for (;;) {
    output.write(`${choices} > `);
    const { value, done } = await lines.next();
    if (done === true) {
      output.write("\n");
      return "quit";
    }
    const letter = value.trim().toLowerCase();
    if (acceptable && ["a", "accept", "y", "yes"].includes(letter)) return "accept";
    if (["", "s", "skip", "n", "no"].includes(letter)) return "skip";
    if (["q", "quit"].includes(letter)) return "quit";
    output.write("please answer with one of these letters\n");
  }
}
