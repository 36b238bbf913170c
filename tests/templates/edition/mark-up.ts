// Makes blocks, segments and annotations of a text for the fixtures: what parse and anchor do, small enough to see through.
import type { Annotation, AnnotationBody, Segment, SourceBlock } from "../../../scripts/model/edition.ts";

export type Mark = { readonly id: string; readonly exact: string; readonly body: AnnotationBody };

export type MarkedUp = {
  readonly blocks: readonly SourceBlock[];
  readonly annotations: readonly Annotation[];
};

/** One block a line; lines that start with `# ` are headings. Every mark must stand once, within one line or across two. */
export function markUp(source: string, text: string, marks: readonly Mark[]): MarkedUp {
  const lines = text.split("\n").map((line) => line.replace(/^# /, ""));
  const whole = lines.join("\n");
  const headings = text.split("\n").map((line) => line.startsWith("# "));
  let [paragraphs, heads, offset] = [0, 0, 0];
  const ranges = marks
    .map((mark) => {
      const start = whole.indexOf(mark.exact);
      if (start < 0) throw new Error(`not in the fixture: ${mark.exact}`);
      return { ...mark, start, end: start + mark.exact.length };
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const blocks = lines.map((line, index): SourceBlock => {
    const heading = headings[index] === true;
    const number = heading ? null : ++paragraphs;
    const id = `${source}-${heading ? `h${++heads}` : `p${number}`}`;
    const [start, end] = [offset, offset + line.length];
    offset = end + 1;
    const inside = ranges.filter((range) => range.start < end && range.end > start);
    const cuts = new Set([start, end, ...inside.flatMap((range) => [range.start, range.end])]);
    const edges = [...cuts].filter((cut) => cut >= start && cut <= end).sort((one, other) => one - other);
    const segments = edges.slice(0, -1).map((from, position): Segment => {
      const to = edges[position + 1] ?? end;
      const covering = inside.filter((range) => range.start <= from && range.end >= to);
      const longestFirst = [...covering].sort(
        (one, other) => other.end - other.start - (one.end - one.start),
      );
      return {
        text: whole.slice(from, to),
        annotations: longestFirst.map(({ id: name }) => name),
        opens: longestFirst.filter((range) => range.start === from).map(({ id: name }) => name),
        closes: longestFirst.filter((range) => range.end === to).map(({ id: name }) => name),
      };
    });
    return {
      id,
      kind: heading ? "heading" : "paragraph",
      level: heading ? 2 : null,
      number,
      line: index + 1,
      segments,
    };
  });
  const annotations = ranges.map(({ id, start, end, body }): Annotation => {
    const block = blocks.find((one) => one.segments.some((segment) => segment.opens.includes(id)));
    if (block === undefined) throw new Error(`opens nowhere: ${id}`);
    return {
      id,
      source,
      start,
      end,
      block: block.id,
      paragraph: block.number,
      text: whole.slice(start, end),
      note: null,
      verdict: null,
      history: [],
      body,
    };
  });
  return { blocks, annotations };
}
