// Writes a page's content anew: each mark with its tag and number, all else as artifacts (ISO 14289-1, 7.1).

import type { PageArea } from "../in-page/paged.ts";
import { MARKS, type PageContent, type Stretch, type TextLine } from "./content.ts";
import { RIGHT_TO_LEFT } from "./drawn-text.ts";
import { latin, Operations } from "./operations.ts";
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
  bytes: Buffer,
  { inside, lines }: Stretch,
  repairs: ReadonlyMap<TextLine, LineRepair>,
): string {
  const parts: string[] = [];
  let at = inside[0];
  for (const line of lines) {
    const repair = repairs.get(line);
    const [first, last] = [line.runs[0], line.runs.at(-1)];
    if (!repair || !first || !last) continue;
    parts.push(latin(bytes, at, first.start), written(bytes, line, repair));
    at = last.end;
  }
  parts.push(latin(bytes, at, inside[1]));
  return parts.join("");
}

/** The runs in their new order; what stood between two of them stays where it stood. */
function written(bytes: Buffer, line: TextLine, { runs, actual, space, blank }: LineRepair): string {
  const between = line.runs.map(({ end }, index) => latin(bytes, end, line.runs[index + 1]?.start ?? end));
  const parts = runs.map((run, index) => {
    const { start, last, end, font, text } = run;
    const rest = `${between[index]}\n`;
    if (actual !== null) return unmarked(bytes.subarray(start, end)) + rest;
    if (!space || index < runs.length - 1) return latin(bytes, start, end) + rest;
    // Viewers turn round what ActualText says of right-to-left words.
    if (!font?.space && blank && RIGHT_TO_LEFT.test(text))
      return `${latin(bytes, start, end)}\nq\n${latin(bytes, blank.start, blank.end)}\nQ\n${rest}`;
    if (!font?.space) return spoken(`${text} `, unmarked(bytes.subarray(start, end))) + rest;
    return `${latin(bytes, start, last)} <${font.space}> Tj\n${latin(bytes, last, end)}${rest}`;
  });
  const whole = parts.join("");
  return actual === null ? whole : spoken(actual + (space ? " " : ""), whole);
}

function spoken(text: string, content: string): string {
  return `/Span <</ActualText <${utf16(text)}>>> BDC\n${content}${END}`;
}

/** A run without the marks that say what its glyphs read, one by one or backwards: the whole line says it. */
function unmarked(run: Buffer): string {
  const kept: string[] = [];
  for (const operation = new Operations(run); operation.next(); )
    if (!MARKS.has(operation.operator)) kept.push(latin(run, operation.start, operation.end));
  return kept.join("\n");
}

/** A text string with its mark (ISO 32000-1, 7.9.2.2), as hexadecimal digits. */
function utf16(text: string): string {
  return `FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}`;
}
