// Writes a page's content anew: each mark with its tag and number, all else as artifacts (ISO 14289-1, 7.1).

import type { PageArea } from "../in-page/paged.ts";
import type { PageContent, Stretch, TextLine } from "./content.ts";
import { latin, readOperations } from "./operations.ts";
import type { LineRepair } from "./reading.ts";

export type PageMarks = {
  /** Structure type and new number of a mark; undefined for an artifact. */
  tagOf(mark: number): { readonly type: string; readonly number: number } | undefined;
  /** Whether a mark repeats what stands on an earlier page. */
  repeats(mark: number): boolean;
  readonly repairs: ReadonlyMap<TextLine, LineRepair>;
  readonly area: PageArea | undefined;
  /** Points. */
  readonly height: number;
};

const LAYOUT = "/Artifact <</Type /Layout>> BDC";
const PAGINATION = "/Artifact <</Type /Pagination>> BDC";
const END = "\nEMC\n";
const MARKS = new Set(["BMC", "BDC", "EMC"]);

export function writeContent({ bytes, stretches }: PageContent, marks: PageMarks): Uint8Array {
  const parts: string[] = [];
  let at = 0;
  for (const stretch of stretches) {
    parts.push(latin(bytes, at, stretch.start), `\n${opening(stretch, marks)}\n`);
    parts.push(repaired(bytes, stretch, marks.repairs), END);
    at = stretch.end;
  }
  parts.push(latin(bytes, at, bytes.length));
  return Buffer.from(parts.join(""), "latin1");
}

function opening(stretch: Stretch, marks: PageMarks): string {
  if (stretch.kind === "paint") return LAYOUT;
  if (stretch.kind === "text") return marginal(stretch.lines[0]?.y ?? 0, marks);
  const tag = marks.tagOf(stretch.mark);
  if (tag) return `/${tag.type} <</MCID ${tag.number}>> BDC`;
  return marks.repeats(stretch.mark) ? PAGINATION : LAYOUT;
}

/** Running heads and folios; text within the page's area that has no mark stays to be found by the checks. */
function marginal(y: number, { area, height }: PageMarks): string {
  const down = height - y;
  if (!area) return PAGINATION;
  if (down < area.top) return "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC";
  if (down > area.bottom) return "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC";
  return LAYOUT;
}

function repaired(
  bytes: Uint8Array,
  { inside, lines }: Stretch,
  repairs: ReadonlyMap<TextLine, LineRepair>,
): string {
  const parts: string[] = [];
  let at = inside[0];
  for (const line of lines) {
    const repair = repairs.get(line);
    if (!repair) continue;
    const glyph = line.font?.space;
    const { actual, space } = repair;
    const said = actual ?? (space && !glyph ? line.text : null);
    parts.push(latin(bytes, at, line.start));
    if (said === null) {
      parts.push(latin(bytes, line.start, line.last));
      if (space) parts.push(` <${glyph}> Tj\n`);
      parts.push(latin(bytes, line.last, line.end));
    } else {
      const whole = said + (space ? " " : "");
      parts.push(`/Span <</ActualText <${utf16(whole)}>>> BDC\n`, unmarked(bytes, line), END);
    }
    at = line.end;
  }
  parts.push(latin(bytes, at, inside[1]));
  return parts.join("");
}

/** A line without the marks that say what its glyphs read, one by one or backwards: the whole says it. */
function unmarked(bytes: Uint8Array, { start, end }: TextLine): string {
  const inside = bytes.subarray(start, end);
  const kept = readOperations(inside).filter(({ operator }) => !MARKS.has(operator));
  return kept.map((one) => latin(inside, one.start, one.end)).join("\n");
}

/** A text string with its mark (ISO 32000-1, 7.9.2.2), as hexadecimal digits. */
function utf16(text: string): string {
  return `FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}`;
}
