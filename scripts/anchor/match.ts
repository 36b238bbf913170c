// Selector → range: the words exactly, on word edges, in the context that the selector names, or a reason why not.
import type { Match, Range, TextQuoteSelector } from "../model/selector.ts";
import { isEdge } from "./edges.ts";
import { nearest } from "./nearest.ts";
import { type Normalised, normalise } from "./normalise.ts";

/** A text made ready for many selectors. */
export type Searchable = { readonly original: string; readonly normalised: Normalised };

export function searchable(text: string): Searchable {
  return { original: text, normalised: normalise(text) };
}

/** https://www.w3.org/TR/annotation-model/#text-quote-selector, with exactness where the model leaves freedom. */
export function match(selector: TextQuoteSelector, text: Searchable): Match {
  const exact = normalise(selector.exact).text.trim();
  const found = candidates(exact, text.normalised.text);
  if (found.length === 0) return { kind: "orphan", nearest: nearest(exact, text) };
  const prefix = normalise(selector.prefix).text.trim();
  const suffix = normalise(selector.suffix).text.trim();
  const agreements = found.map((start) =>
    agreement(text.normalised.text, start, start + exact.length, prefix, suffix),
  );
  const range = (index: number) =>
    originalRange(text.normalised, found[index] ?? 0, (found[index] ?? 0) + exact.length);
  if (found.length === 1) {
    const { before, after } = agreements[0] ?? { before: true, after: true };
    const contradicted =
      (prefix !== "" || suffix !== "") && !(prefix !== "" && before) && !(suffix !== "" && after);
    return { kind: contradicted ? "out-of-context" : "anchored", range: range(0) };
  }
  const agreeing = agreements.flatMap(({ before, after }, index) => (before && after ? [index] : []));
  const [only] = agreeing;
  if (agreeing.length === 1 && only !== undefined) return { kind: "anchored", range: range(only) };
  return { kind: "ambiguous", candidates: (agreeing.length > 0 ? agreeing : [...found.keys()]).map(range) };
}

/** Every offset of the normalised text at which the words stand on word edges; overlapping ones too. */
function candidates(exact: string, text: string): readonly number[] {
  const found: number[] = [];
  if (exact === "") return found;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    if (isEdge(text, at) && isEdge(text, at + exact.length)) found.push(at);
  }
  return found;
}

/** Whether all context that a selector names stands beside a range at which its words stand. */
export function isInContext(selector: TextQuoteSelector, range: Range, { normalised }: Searchable): boolean {
  const [start, end] = [normalised.starts.indexOf(range.start), normalised.ends.lastIndexOf(range.end) + 1];
  const prefix = normalise(selector.prefix).text.trim();
  const suffix = normalise(selector.suffix).text.trim();
  const { before, after } = agreement(normalised.text, start, end, prefix, suffix);
  return before && after;
}

/** Context is compared inwards from the quotation; its outer ends may cut words; empty context agrees. */
function agreement(text: string, start: number, end: number, prefix: string, suffix: string) {
  const left = text.slice(Math.max(0, start - prefix.length - 1), start).trimEnd();
  const right = text.slice(end, end + suffix.length + 1).trimStart();
  return { before: left.endsWith(prefix), after: right.startsWith(suffix) };
}

/** Where a range of the normalised text stands in the original. */
export function originalRange({ starts, ends }: Normalised, start: number, end: number): Range {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}
