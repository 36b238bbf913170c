// The third stage: the bytes of a source become blocks of text with offsets, or findings. The bytes stay what they are.
import { type Finding, finding, type Outcome } from "../model/finding.ts";
import type { ParsedSource } from "../model/source.ts";
import { type Metadata, nothingStated } from "./metadata.ts";
import { read } from "./reader.ts";
import { readerText } from "./reader-text.ts";
import { type Trouble, trouble } from "./text/trouble.ts";

/** An article as it is read, and what it states of itself. */
export type Article = { readonly source: ParsedSource; readonly metadata: Metadata };

/**
 * `path` is where the file stands in the content folder, `charset` what its server said of its character set. Blocks are
 * empty when a finding says why.
 */
export function parse(path: string, bytes: Uint8Array, charset: string | null = null): Outcome<ParsedSource> {
  const { value, findings } = readArticle(path, bytes, charset);
  return { value: value.source, findings };
}

/** The same, with the record that the document states. */
export function readArticle(
  path: string,
  bytes: Uint8Array,
  charset: string | null = null,
): Outcome<Article> {
  const told = (severity: Finding["severity"], { rule, message, hint, place }: Trouble): Finding =>
    finding(severity, rule, { file: path, ...place }, message, hint);
  const fail = (problem: Trouble): Outcome<Article> => ({
    value: { source: readerText([]), metadata: nothingStated },
    findings: [told("error", problem)],
  });
  const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const reading = read(extension, bytes, charset);
  if ("rule" in reading) return fail(reading);
  const { pieces, metadata, doubt } = reading;
  const source = readerText(pieces, reading.encoding);
  if (source.text.trim() === "")
    return fail(trouble("empty-source", "holds no text", "capture the article again"));
  return { value: { source, metadata }, findings: doubt === null ? [] : [told("warning", doubt)] };
}
