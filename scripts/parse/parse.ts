// The third stage: the bytes of a source become blocks of text with offsets, or findings. The bytes stay what they are.
import { type Finding, finding, type Outcome } from "../model/finding.ts";
import type { ParsedSource } from "../model/source.ts";
import { decodeLines, type Line } from "./lines.ts";
import { markdownBlocks } from "./markdown.ts";
import { plainTextBlocks } from "./plain-text.ts";
import { type Piece, readerText } from "./reader-text.ts";

type Format = (lines: readonly Line[]) => readonly Piece[] | { readonly tooDeep: number };

/** Formats by file extension: the order of a format's blocks is the order of reading. */
const formats = new Map<string, Format>([
  ["txt", plainTextBlocks],
  ["md", markdownBlocks],
]);

/** `path` is where the file stands in the content folder. Blocks are empty when a finding says why. */
export function parse(path: string, bytes: Uint8Array): Outcome<ParsedSource> {
  const nothing = readerText([]);
  const fail = (
    rule: string,
    message: string,
    hint: string,
    place = { line: 1, column: 1 },
  ): Outcome<ParsedSource> => ({
    value: nothing,
    findings: [finding("error", rule, { file: path, ...place }, message, hint)] satisfies readonly Finding[],
  });
  const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const format = formats.get(extension);
  if (format === undefined) {
    return fail(
      "format",
      `.${extension} is no format of a source`,
      `sources are ${[...formats.keys()].map((name) => `.${name}`).join(" or ")} files`,
    );
  }
  const decoded = decodeLines(bytes);
  if ("invalid" in decoded)
    return fail("encoding", "is not UTF-8 here", "capture the article as UTF-8 text", decoded.invalid);
  const binary = decoded.lines.find(({ text }) => text.includes("\0"));
  if (binary !== undefined) {
    const column = [...binary.text.slice(0, binary.text.indexOf("\0"))].length + 1;
    const place = { line: binary.number, column };
    return fail("binary", "holds NUL bytes: it is no text", "capture the article's text", place);
  }
  const pieces = format(decoded.lines);
  if ("tooDeep" in pieces)
    return fail("too-deep", "is nested too deep here", "nest lists and quotations less deep", {
      line: pieces.tooDeep,
      column: 1,
    });
  const parsed = readerText(pieces);
  if (parsed.text.trim() === "") return fail("empty-source", "holds no text", "capture the article again");
  return { value: parsed, findings: [] };
}
