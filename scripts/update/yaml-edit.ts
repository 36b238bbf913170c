// Small edits of a YAML file that its author wrote: what is not edited stays as it was, byte for byte.
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { scalar } from "./scalar.ts";
import { end, endOfLine, indentOf, newlineOf, nodeAt, pairOf } from "./yaml-node.ts";

/** Text to put in place of a stretch of the file. */
type Splice = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whole lines, which start a line of their own. */
  readonly lines?: true;
};

/** Fields of a new entry, in order. */
export type Fields = readonly (readonly [key: string, value: string])[];

/** Appends an entry to the list at a path of keys and indexes, in the manner of the entries that are there. */
export function appendTo(file: string, path: readonly (string | number)[], fields: Fields): string {
  return edited(file, (root, text) => {
    const list = nodeAt(root, path);
    if (!isSeq(list) || list.items.length === 0) throw new Error(`no list at ${path.join(".")}`);
    return [appended(list, text, fields)];
  });
}

/**
 * In the entry at an index of the file's list: gives keys their values, takes keys away (null), and appends to the list
 * under `history`, which is made when it is not there.
 */
export function reworded(
  file: string,
  index: number,
  values: Readonly<Record<string, string | null>>,
  history: readonly Fields[],
): string {
  return edited(file, (root, text) => {
    const entry = nodeAt(root, [index]);
    if (!isMap(entry)) throw new Error(`no entry ${index}`);
    const splices = Object.entries(values).flatMap(([key, value]) => settled(entry, text, key, value));
    const list = pairOf(entry, "history")?.value;
    if (isSeq(list) && list.items.length > 0) {
      return [...splices, ...history.map((fields) => appended(list, text, fields))];
    }
    return [...splices, inserted(entry, text, "history", (style) => listText(history, style))];
  });
}

type Style = { readonly flow: boolean; readonly indent: string; readonly newline: string };

/** The file with its edits; byte order mark and line ends stay. */
function edited(file: string, edits: (root: Node | null, text: string) => readonly Splice[]): string {
  const mark = file.startsWith("\ufeff") ? "\ufeff" : "";
  const text = file.slice(mark.length);
  const root = parseDocument(text, { schema: "failsafe", prettyErrors: false }).contents as Node | null;
  const splices = edits(root, text);
  let result = text;
  // From the end, so that offsets stay true; of several at one place the last first, after what is taken away there.
  for (const splice of splices.toReversed().sort((a, b) => b.from - a.from || b.to - a.to)) {
    const { from, to, lines } = splice;
    const isFirst = lines && splice === splices.find((one) => one.lines && one.from === from);
    const lead = isFirst && from > 0 && text[from - 1] !== "\n" ? newlineOf(text) : "";
    result = result.slice(0, from) + lead + splice.text + result.slice(to);
  }
  return mark + result;
}

function appended(list: YAMLSeq, text: string, fields: Fields): Splice {
  const last = list.items.at(-1) as Node;
  const first = list.items[0] as Node;
  if (list.flow) {
    const at = end(last);
    return { from: at, to: at, text: `, ${flowMap(fields)}` };
  }
  const newline = newlineOf(text);
  const at = endOfLine(text, end(last));
  const dash = text.slice(0, first.range?.[0] ?? 0).lastIndexOf("-");
  const indent = indentOf(text, dash);
  const gap = text.slice(dash + 1, first.range?.[0] ?? 0);
  const within = `${indent} ${/^ +$/.test(gap) ? gap : " "}`;
  const body =
    isMap(last) && !last.flow
      ? fields.map(([key, value]) => `${key}: ${scalar(value, false)}`).join(`${newline}${within}`)
      : flowMap(fields);
  return {
    from: at,
    to: at,
    text: `${indent}-${within.slice(indent.length + 1)}${body}${newline}`,
    lines: true,
  };
}

/** One key of an entry with its new value, or without it. */
function settled(entry: YAMLMap, text: string, key: string, value: string | null): readonly Splice[] {
  const pair = pairOf(entry, key);
  if (pair === undefined) {
    return value === null ? [] : [inserted(entry, text, key, ({ flow }) => ` ${scalar(value, flow)}`)];
  }
  const node = pair.value as Node | null;
  if (value === null) return [removed(entry, text, pair)];
  if (!isScalar(node) || !node.range) throw new Error(`${key} is no scalar`);
  if (node.value === value) return [];
  const block = (node as Scalar).type === "BLOCK_LITERAL" || (node as Scalar).type === "BLOCK_FOLDED";
  const lead = /[\s]$/.test(text.slice(0, node.range[0])) ? "" : " ";
  const put = `${lead}${scalar(value, Boolean(entry.flow))}${block ? newlineOf(text) : ""}`;
  return [{ from: node.range[0], to: node.range[1], text: put }];
}

/** A whole line of a block, or a stretch up to a comma within brackets; a value alone where a dash stands before its key. */
function removed(entry: YAMLMap, text: string, pair: Pair): Splice {
  const key = pair.key as Scalar;
  const start = key.range?.[0] ?? 0;
  const stop = end((pair.value ?? key) as Node);
  if (!entry.flow) {
    if (entry.items[0] === pair) return { from: text.indexOf(":", end(key)) + 1, to: stop, text: "" };
    return { from: text.lastIndexOf("\n", start - 1) + 1, to: endOfLine(text, stop), text: "" };
  }
  const before = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^\s*,\s*/.exec(text.slice(stop))?.[0].length ?? 0);
  return { from: start - before, to: stop + after, text: "" };
}

/** A new key after the words of the selector. */
function inserted(entry: YAMLMap, text: string, key: string, value: (style: Style) => string): Splice {
  const words = ["suffix", "prefix", "exact"].flatMap((name) => {
    const pair = pairOf(entry, name);
    return pair?.value ? [end(pair.value as Node)] : [];
  });
  const after = key === "history" ? Math.max(...words) : end(pairOf(entry, "exact")?.value as Node);
  const newline = newlineOf(text);
  if (entry.flow) {
    return { from: after, to: after, text: `, ${key}:${value({ flow: true, indent: "", newline })}` };
  }
  const at = endOfLine(text, after);
  const indent = indentOf(text, ((entry.items[0]?.key ?? null) as Scalar | null)?.range?.[0] ?? 0);
  return {
    from: at,
    to: at,
    text: `${indent}${key}:${value({ flow: false, indent, newline })}${newline}`,
    lines: true,
  };
}

function listText(entries: readonly Fields[], { flow, indent, newline }: Style): string {
  if (flow) return ` [${entries.map(flowMap).join(", ")}]`;
  return entries.map((fields) => `${newline}${indent}  - ${flowMap(fields)}`).join("");
}

function flowMap(fields: Fields): string {
  return `{${fields.map(([key, value]) => `${key}: ${scalar(value, true)}`).join(", ")}}`;
}
