// From a range of the reader text back to the line and column of the file, for those who read findings.
import type { ContentFile } from "../model/content.ts";
import type { Place } from "../model/finding.ts";
import type { Range } from "../model/selector.ts";
import type { ParsedSource } from "../model/source.ts";
import { placeIn } from "../validate/text.ts";

/** The place in the source's file where a range of its reader text starts; in a file without lines, in its block. */
export function placeOf(range: Range, { path, bytes }: ContentFile, source: ParsedSource): Place {
  const block = source.blocks.findLast(({ start }) => start <= range.start);
  const run = block?.runs.findLast(({ start }) => start <= range.start);
  if (run === undefined) {
    const before = block === undefined ? "" : source.text.slice(block.start, range.start);
    return { file: path, line: block?.line ?? 1, column: [...before].length + 1 };
  }
  const decoder = new TextDecoder(source.encoding ?? "utf-8");
  const decode = (from: number, to: number) => decoder.decode(bytes.subarray(from, to));
  const stands = decode(run.byteStart, run.byteEnd);
  const before = stands.slice(
    0,
    offsetIn(stands, source.text.slice(run.start, run.end), range.start - run.start),
  );
  return placeIn(path, (decode(0, run.byteStart) + before).replace(/\r\n?/g, "\n"));
}

/** Where the words that start at `offset` stand in their file's text, which has markup and line ends besides them. */
function offsetIn(stands: string, words: string, offset: number): number {
  const same = (a = "", b = "") => a === b || (/\s/.test(a) && /\s/.test(b));
  let at = 0;
  for (let word = 0; word <= offset; word++) {
    while (at < stands.length && !same(stands[at], words[word])) at++;
    if (word < offset) at++;
  }
  return at;
}
