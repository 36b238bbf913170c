// Text to lines that know where they stand in the file, whatever ends them and whatever its character set.
import type { Decoded } from "./text/decoded.ts";

export type Line = {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Bytes of the file; the line's end is not included. */
  readonly byteStart: number;
  readonly byteEnd: number;
  /** The byte of the file at which a UTF-16 code unit of the line starts. */
  byteAt(index: number): number;
};

/** Lines end in LF, CRLF or CR. */
export function linesOf({ text, byteAt }: Decoded): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  const add = (end: number) =>
    lines.push({
      ...{
        text: text.slice(start, end),
        number: lines.length + 1,
        byteStart: byteAt(start),
        byteEnd: byteAt(end),
      },
      byteAt: (
        (from) => (index: number) =>
          byteAt(from + index)
      )(start),
    });
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
    add(index);
    start = index + end.length;
  }
  add(text.length);
  return lines;
}
