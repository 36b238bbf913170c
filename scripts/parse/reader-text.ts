// Pieces of text, as a format finds them, laid end to end: the reader text and its blocks with their offsets.
import type { Block, BlockKind, ParsedSource, Run } from "../model/source.ts";

/** One block before it has its place: its text in parts, each with the bytes that it stands for. */
export type Piece = {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly line: number;
  readonly parts: readonly { readonly text: string; readonly byteStart: number; readonly byteEnd: number }[];
};

/** `encoding`: the character set of the file, null where it is no text and its bytes are unknown. */
export function readerText(pieces: readonly Piece[], encoding: string | null = "utf-8"): ParsedSource {
  const blocks: Block[] = [];
  let start = 0;
  for (const { kind, level, line, parts } of pieces) {
    const runs: Run[] = [];
    let at = start;
    for (const { text, byteStart, byteEnd } of parts) {
      if (encoding !== null) runs.push({ start: at, end: at + text.length, byteStart, byteEnd });
      at += text.length;
    }
    blocks.push({ kind, level, text: parts.map(({ text }) => text).join(""), start, line, runs });
    start = at + 1;
  }
  return { blocks, text: blocks.map(({ text }) => text).join("\n"), encoding };
}
