// What the content of a page says under each of its marks, by the file's own account; nothing is read twice.

import { asDict, dictIn, numberIn, resolved } from "../pdf/objects.ts";
import type { Page } from "../pdf/pages.ts";
import type { Operand, Take } from "./pdf-content.ts";
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
  /** All operators of the page. */
  readonly operators: ReadonlySet<string>;
  /** Device colour spaces that it uses. */
  readonly spaces: ReadonlySet<string>;
  /** Graphics states that are saved at once. */
  readonly depth: number;
};

/** Reads the operations of a page one after the other. */
export type MarkReader = { readonly take: Take; end(): MarkedPage };

type Mark = {
  readonly mcid: number | null;
  readonly artifact: { readonly type: string; readonly subtype: string } | null;
  readonly actual: string | null;
  readonly backwards: boolean;
  /** What it says; one by one where it may yet be turned round. */
  readonly parts: string[];
};

const SHOWS = new Set(["Tj", "TJ", "'", '"']);
const PAINTS = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]);

export function markReader(page: Page): MarkReader {
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
  let font: PdfFont | undefined;
  let used = new Set<number>();
  /** Marks that are open and say what their content is. */
  let covers = 0;
  /** Marks that are open and run backwards. */
  let turned = 0;
  const operators = new Set<string>();
  const spaces = new Set<string>();
  let depth = 0;
  let deepest = 0;

  function setFont(name: string | undefined): void {
    fontName = name;
    font = fonts.get(name ?? "");
    used = codes.get(name ?? "") ?? new Set();
  }

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
    if (number !== null || artifact) covers += 1;
    actual ||= dictionary.has("ActualText");
    if (tag === "ReversedChars") turned += 1;
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
    if (mark.mcid !== null || mark.artifact) covers -= 1;
    if (mark.backwards) turned -= 1;
    const inside = mark.actual === null ? mark.parts : [mark.actual];
    const parts = mark.backwards ? inside.reverse() : inside;
    if (mark.artifact) artifacts.push({ ...mark.artifact, text: parts.join("") });
    else if (mark.mcid !== null) texts.set(mark.mcid, parts.join(""));
    if (!mark.artifact) marks.at(-1)?.parts.push(...parts);
  }

  function show(bytes: Uint8Array): void {
    if (!font) return;
    if (used.size === 0) codes.set(fontName ?? "", used);
    const parts = marks.at(-1)?.parts;
    const { codeLength } = font;
    for (let at = 0; at + codeLength <= bytes.length; at += codeLength) {
      const code = codeLength === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
      used.add(code);
      if (!parts) continue;
      const text = font.text(code);
      if (text === "\u{200B}") continue;
      if (turned > 0 || parts.length === 0) parts.push(text);
      else parts[parts.length - 1] += text;
    }
  }

  function take(operator: string, operands: readonly Operand[]): void {
    operators.add(operator);
    if (operator === "Td") return;
    const shows = SHOWS.has(operator);
    if (covers === 0 && (shows || PAINTS.has(operator))) unmarked.push(operator);
    if (shows) showAll(operands);
    else if (operator === "BDC" || operator === "BMC") begin(named(operands[0]), operands[1]);
    else if (operator === "EMC") end();
    else if (operator === "q") {
      saved.push(fontName);
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (operator === "Q") {
      setFont(saved.pop());
      depth -= 1;
    } else if (operator === "Tf") setFont(named(operands[0]));
    else {
      const space = deviceSpace(operator, operands[0]);
      if (space) spaces.add(space);
    }
  }

  function showAll(operands: readonly Operand[]): void {
    for (const one of operands) {
      if (typeof one !== "object") continue;
      if ("bytes" in one) show(one.bytes);
      else if ("array" in one) showAll(one.array);
    }
  }

  return {
    take,
    end() {
      if (marks.length) tangled.push("a mark that does not end");
      return { texts, artifacts, unmarked, tangled, codes, actual, operators, spaces, depth: deepest };
    },
  };
}

function deviceSpace(operator: string, operand: Operand | undefined): string | undefined {
  if (operator === "rg" || operator === "RG") return "DeviceRGB";
  if (operator === "g" || operator === "G") return "DeviceGray";
  if (operator === "k" || operator === "K") return "DeviceCMYK";
  if (operator !== "cs" && operator !== "CS") return undefined;
  const name = named(operand);
  return name.startsWith("Device") ? name : undefined;
}

function fontsOf({ resources }: Page): ReadonlyMap<string, PdfFont> {
  const found = new Map<string, PdfFont>();
  for (const [name, value] of dictIn(resources, "Font") ?? []) {
    const dict = asDict(resolved(value));
    if (dict) found.set(name, readFont(dict));
  }
  return found;
}

function propertiesOf(operand: Operand | undefined, { resources }: Page): ReadonlyMap<string, Operand> {
  if (typeof operand !== "object") return new Map();
  if ("dictionary" in operand) return operand.dictionary;
  if (!("name" in operand)) return new Map();
  const mcid = numberIn(dictIn(dictIn(resources, "Properties"), operand.name), "MCID");
  return new Map(mcid === null ? [] : [["MCID", mcid]]);
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
