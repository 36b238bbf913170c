// Formats by file extension: how the bytes of each become pieces of text and the record that the document states.
import { docxArticle } from "./docx.ts";
import { frontMatter } from "./front-matter.ts";
import { htmlArticle } from "./html.ts";
import { linesOf } from "./lines.ts";
import { markdownBlocks } from "./markdown.ts";
import { type Metadata, nothingStated } from "./metadata.ts";
import { plainTextBlocks } from "./plain-text.ts";
import type { Piece } from "./reader-text.ts";
import { declaredEncoding, wordsOf } from "./text/declared.ts";
import type { Decoded } from "./text/decoded.ts";
import { decode } from "./text/encoding.ts";
import { type Trouble, trouble } from "./text/trouble.ts";

export type Reading = {
  readonly pieces: readonly Piece[];
  readonly metadata: Metadata;
  /** Null where the file is no text. */
  readonly encoding: string | null;
  /** What is read, but with doubt. */
  readonly doubt: Trouble | null;
};
type Read = { readonly pieces: readonly Piece[]; readonly metadata: Metadata };

const texts = new Map<string, (decoded: Decoded) => Read | Trouble>([
  ["txt", (decoded) => ({ pieces: plainTextBlocks(linesOf(decoded)), metadata: nothingStated })],
  ["md", markdownArticle],
  ["html", htmlArticle],
  ["htm", htmlArticle],
  ["xhtml", htmlArticle],
]);

/** Larger files are refused before they are read. */
export const sizeLimit = 24 * 1024 * 1024;
export const formatNames = [".txt", ".md", ".html", ".docx"];

/** `extension` in lower case, without its dot. `charset`: what the server said, which counts before what the page says. */
export function read(extension: string, bytes: Uint8Array, charset: string | null): Reading | Trouble {
  const asText = texts.get(extension);
  if (asText === undefined && extension !== "docx")
    return trouble(
      "format",
      extension === "" ? "has no extension that says its format" : `.${extension} is no format of a source`,
      `sources are ${formatNames.slice(0, -1).join(", ")} or ${formatNames.at(-1)} files`,
    );
  if (bytes.length > sizeLimit)
    return trouble(
      "too-large",
      `has ${Math.round(bytes.length / 1e6)} MB, more than the ${sizeLimit >> 20} MB that are read`,
      "capture the article alone, without its pictures",
    );
  if (asText === undefined) {
    if (bytes.length === 0) return trouble("empty-source", "holds no text", "capture the article again");
    const found = docxArticle(bytes);
    return "rule" in found ? found : { ...found, encoding: null, doubt: null };
  }
  const isPage = asText === htmlArticle;
  const reading = decode(
    bytes,
    isPage
      ? { declared: charset ?? declaredEncoding(bytes), sample: wordsOf(bytes) }
      : { declared: charset, sample: bytes.subarray(0, 65_536) },
  );
  if ("rule" in reading) return isBinary(bytes) ? binary : reading;
  const { decoded, doubt } = reading;
  const nul = decoded.text.indexOf("\0");
  if (nul !== -1 && !isPage) {
    const lines = decoded.text.slice(0, nul).split(/\r\n?|\n/);
    return trouble(
      "binary",
      "holds NUL bytes: it is no text",
      "capture the article's text",
      lines.length,
      [...(lines.at(-1) ?? "")].length + 1,
    );
  }
  if (nul !== -1 && isBinary(bytes)) return binary;
  const found = asText(decoded);
  return "rule" in found ? found : { ...found, encoding: decoded.encoding, doubt };
}

const binary = trouble(
  "binary",
  "is no text: its bytes are those of another kind of file",
  "capture the article's text",
);

/** Bytes that no text in any character set holds, and more than a few of them. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls > Math.max(2, head.length / 100);
}

function markdownArticle(decoded: Decoded): Read | Trouble {
  const { rest, metadata } = frontMatter(linesOf(decoded));
  const pieces = markdownBlocks(rest);
  if ("tooDeep" in pieces)
    return trouble(
      "too-deep",
      "is nested too deep here",
      "nest lists and quotations less deep",
      pieces.tooDeep,
    );
  const [first] = pieces;
  const heading =
    first?.kind === "heading" && first.level === 1 ? first.parts.map(({ text }) => text).join("") : null;
  return { pieces, metadata: { ...metadata, title: metadata.title ?? heading } };
}
