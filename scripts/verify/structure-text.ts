// What the content of a page says under each of its marks, by the file's own account; nothing is read twice.

import { asDict, type Dict, dictIn, numberIn, PdfString, resolved, type Value } from "../pdf/objects.ts";
import type { Operations } from "../pdf/operations.ts";
import type { Page } from "../pdf/pages.ts";
import { textOf } from "../pdf/strings.ts";
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
export type MarkReader = { take(operation: Operations): void; end(): MarkedPage };

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

  function begin(operation: Operations): void {
    const tag = operation.name();
    const dictionary = propertiesOf(operation, page);
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

  function show(code: number): void {
    if (!font) return;
    if (used.size === 0) codes.set(fontName ?? "", used);
    used.add(code);
    const parts = marks.at(-1)?.parts;
    if (!parts) return;
    const text = font.text(code);
    if (text === "\u{200B}") return;
    if (turned > 0 || parts.length === 0) parts.push(text);
    else parts[parts.length - 1] += text;
  }

  function take(operation: Operations): void {
    const { operator } = operation;
    operators.add(operator);
    if (operator === "Td") return;
    const shows = SHOWS.has(operator);
    if (covers === 0 && (shows || PAINTS.has(operator))) unmarked.push(operator);
    if (shows) operation.eachCode(font?.codeLength ?? 1, show);
    else if (operator === "BDC" || operator === "BMC") begin(operation);
    else if (operator === "EMC") end();
    else if (operator === "q") {
      saved.push(fontName);
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (operator === "Q") {
      setFont(saved.pop());
      depth -= 1;
    } else if (operator === "Tf") setFont(operation.name());
    else {
      const space = deviceSpace(operation);
      if (space) spaces.add(space);
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

function deviceSpace(operation: Operations): string | undefined {
  const { operator } = operation;
  if (operator === "rg" || operator === "RG") return "DeviceRGB";
  if (operator === "g" || operator === "G") return "DeviceGray";
  if (operator === "k" || operator === "K") return "DeviceCMYK";
  if (operator !== "cs" && operator !== "CS") return undefined;
  const name = operation.name();
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

const NONE: Dict = new Map();

function propertiesOf(operation: Operations, { resources }: Page): Dict {
  const properties = operation.operator === "BDC" ? operation.operands()[1] : undefined;
  if (properties instanceof Map) return properties;
  if (typeof properties !== "string") return NONE;
  const mcid = numberIn(dictIn(dictIn(resources, "Properties"), properties), "MCID");
  return mcid === null ? NONE : new Map([["MCID", mcid]]);
}

function named(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}

function textString(value: Value | undefined): string | null {
  return value instanceof PdfString ? textOf(value) : null;
}
