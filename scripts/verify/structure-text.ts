// What the content of a page says under each of its marks, by the file's own account; nothing is read twice.

import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { type Operand, readOperations } from "./pdf-content.ts";
import { type PdfFont, readFont } from "./pdf-font.ts";

export type ArtifactText = {
  readonly text: string;
  /** `Pagination`, `Layout`, `Page` or `Background`; empty where the file does not say. */
  readonly type: string;
  readonly subtype: string;
};

export type MarkedPage = {
  /** By MCID. */
  readonly texts: ReadonlyMap<number, string>;
  readonly artifacts: readonly ArtifactText[];
  /** Operators that show something outside all marks. */
  readonly unmarked: readonly string[];
  /** MCIDs inside artifacts, artifacts inside MCIDs, and MCIDs used twice. */
  readonly tangled: readonly string[];
  /** Codes shown, by the name of their font on the page. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>;
  /** Whether an ActualText speaks for some of the glyphs. */
  readonly actual: boolean;
};

type Mark = {
  readonly mcid: number | null;
  readonly artifact: { readonly type: string; readonly subtype: string } | null;
  readonly actual: string | null;
  readonly backwards: boolean;
  parts: string[];
};

const SHOWS = new Set(["Tj", "TJ", "'", '"']);
const PAINTS = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]);

export function readMarkedPage(page: PDFPage): MarkedPage {
  const fonts = fontsOf(page);
  const texts = new Map<number, string>();
  const artifacts: ArtifactText[] = [];
  const unmarked: string[] = [];
  const tangled: string[] = [];
  const codes = new Map<string, Set<number>>();
  let actual = false;
  const marks: Mark[] = [];
  const saved: (string | undefined)[] = [];
  let fontName: string | undefined;

  function begin(tag: string, properties: Operand | undefined): void {
    const dictionary = propertiesOf(properties, page);
    const mcid = dictionary.get("MCID");
    const number = typeof mcid === "number" ? mcid : null;
    const artifact =
      tag === "Artifact"
        ? { type: named(dictionary.get("Type")), subtype: named(dictionary.get("Subtype")) }
        : null;
    if (number !== null && marks.some((one) => one.artifact))
      tangled.push(`mark ${number} inside an artifact`);
    if (number !== null && texts.has(number)) tangled.push(`mark ${number} a second time`);
    if (artifact && marks.some((one) => one.mcid !== null)) tangled.push("an artifact inside a mark");
    if (number !== null) texts.set(number, "");
    actual ||= dictionary.has("ActualText");
    marks.push({
      mcid: number,
      artifact,
      actual: textString(dictionary.get("ActualText")),
      backwards: tag === "ReversedChars",
      parts: [],
    });
  }

  function end(): void {
    const mark = marks.pop();
    if (!mark) {
      tangled.push("an end without a beginning");
      return;
    }
    const inside = mark.actual === null ? mark.parts : [mark.actual];
    const parts = mark.backwards ? inside.reverse() : inside;
    if (mark.artifact) artifacts.push({ ...mark.artifact, text: parts.join("") });
    else if (mark.mcid !== null) texts.set(mark.mcid, parts.join(""));
    if (!mark.artifact) marks.at(-1)?.parts.push(...parts);
  }

  function show(bytes: Uint8Array): void {
    const font = fonts.get(fontName ?? "");
    if (!font) return;
    const used = codes.get(fontName ?? "") ?? new Set();
    codes.set(fontName ?? "", used);
    for (let at = 0; at + font.codeLength <= bytes.length; at += font.codeLength) {
      const code = font.codeLength === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      const text = font.text(code);
      used.add(code);
      marks.at(-1)?.parts.push(text === "\u{200B}" ? "" : text);
    }
  }

  for (const { operator, operands } of readOperations(contentOf(page))) {
    const covered = marks.some((one) => one.mcid !== null || one.artifact);
    if (!covered && (SHOWS.has(operator) || PAINTS.has(operator))) unmarked.push(operator);
    if (operator === "BDC" || operator === "BMC") begin(named(operands[0]), operands[1]);
    else if (operator === "EMC") end();
    else if (operator === "q") saved.push(fontName);
    else if (operator === "Q") fontName = saved.pop();
    else if (operator === "Tf") fontName = named(operands[0]);
    else if (SHOWS.has(operator)) for (const bytes of stringsOf(operands)) show(bytes);
  }
  if (marks.length) tangled.push("a mark that does not end");
  return { texts, artifacts, unmarked, tangled, codes, actual };
}

export function contentOf({ node, doc }: PDFPage): Uint8Array {
  const contents = node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => doc.context.lookup(one)) : [contents];
  const parts = streams.map((one) =>
    one instanceof PDFRawStream ? decodePDFRawStream(one).decode() : new Uint8Array(),
  );
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
}

const read = new WeakMap<PDFDict, PdfFont>();

function fontsOf({ node, doc }: PDFPage): ReadonlyMap<string, PdfFont> {
  const fonts = node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const found = new Map<string, PdfFont>();
  for (const name of fonts?.keys() ?? []) {
    const dict = fonts?.lookup(name, PDFDict);
    if (!dict) continue;
    const font = read.get(dict) ?? readFont(dict, doc.context);
    read.set(dict, font);
    found.set(name.decodeText(), font);
  }
  return found;
}

function propertiesOf(operand: Operand | undefined, page: PDFPage): ReadonlyMap<string, Operand> {
  if (typeof operand !== "object") return new Map();
  if ("dictionary" in operand) return operand.dictionary;
  if (!("name" in operand)) return new Map();
  const named = page.node.Resources()?.lookupMaybe(PDFName.of("Properties"), PDFDict);
  const mcid = named?.lookupMaybe(PDFName.of(operand.name), PDFDict)?.lookup(PDFName.of("MCID"));
  return new Map(mcid ? [["MCID", Number(String(mcid))]] : []);
}

function stringsOf(operands: readonly Operand[]): readonly Uint8Array[] {
  return operands.flatMap((one): readonly Uint8Array[] => {
    if (typeof one !== "object") return [];
    if ("bytes" in one) return [one.bytes];
    return "array" in one ? stringsOf(one.array) : [];
  });
}

function named(operand: Operand | undefined): string {
  return typeof operand === "object" && "name" in operand ? operand.name : "";
}

function textString(operand: Operand | undefined): string | null {
  if (typeof operand !== "object" || !("bytes" in operand)) return null;
  const { bytes } = operand;
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return wide ? new TextDecoder("utf-16be").decode(bytes.subarray(2)) : Buffer.from(bytes).toString("latin1");
}
