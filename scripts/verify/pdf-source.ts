// The text of a print document as a reader meets it, read from the HTML itself and by no browser.

import { type Attributes, INLINE, readTokens, VOID } from "./html-tokens.ts";

const SILENT = new Set("style script title template head desc metadata noscript rp".split(" "));
/** Letters before a reference that are told with it. */
const BEFORE = 200;

/** A stretch of the text, from one offset to another. */
export type SourceSpan = {
  readonly kind: "heading" | "box" | "box-title" | "note" | "table" | "head" | "row";
  readonly from: number;
  readonly to: number;
};

export type SourceText = {
  readonly text: string;
  /** Text of table heads, which may be printed once a page. */
  readonly heads: string;
  /** Numbers that lists print before their items. */
  readonly markers: readonly string[];
  /** How many notes there are; each is printed with its number, at the call and at the foot. */
  readonly notes: number;
  /** What must stand together with something else, in the order of the ends. */
  readonly spans: readonly SourceSpan[];
  /** Each reference to a page, with the text before it. */
  readonly references: readonly { readonly id: string; readonly before: string }[];
};

type Open = {
  readonly name: string;
  readonly silent: boolean;
  readonly head: boolean;
  readonly apart: boolean;
  /** The number of the next item of an ordered list. */
  next: number | undefined;
  /** The list of page numbers (`data-pages`) that this is or stands in; a number that repeats is not printed. */
  readonly pages: { last: string } | undefined;
  /** Of a link in such a list: what had been said before it, to go back to if its number repeats. */
  readonly start: { readonly text: string; readonly heads: string; readonly references: number } | undefined;
  repeats: boolean;
  readonly kind: SourceSpan["kind"] | undefined;
  readonly box: boolean;
  readonly from: number;
};

/** `label` gives what is printed for a page reference; without it references are left out. */
export function sourceText(html: string, label: (id: string) => string = () => ""): SourceText {
  const stack: Open[] = [];
  const references: { id: string; at: number }[] = [];
  let text = "";
  let heads = "";
  let notes = 0;
  const markers: string[] = [];
  const spans: SourceSpan[] = [];

  function say(words: string): void {
    const top = stack.at(-1);
    if (top?.silent) return;
    text += words;
    if (top?.head) heads += words;
  }

  function open(name: string, attributes: Attributes, closed: boolean): void {
    const parent = stack.at(-1);
    const classes = attributes.get("class")?.split(/\s+/) ?? [];
    const isNote = classes.includes("footnote");
    const reference = attributes.get("data-page-of");
    const apart = isNote || !INLINE.has(name);
    if (apart) say(" ");
    if (reference !== undefined && !parent?.silent) {
      references.push({ id: reference, at: text.length });
      say(` ${label(reference)} `);
      number(label(reference));
    }
    if (closed || VOID.has(name)) return;
    const silent =
      Boolean(parent?.silent) || SILENT.has(name) || reference !== undefined || isHidden(attributes);
    if (isNote && !silent) notes += 1;
    if (name === "li" && parent?.next !== undefined) {
      const number = Number(attributes.get("value") ?? parent.next);
      markers.push(String(number));
      parent.next = number + 1;
    }
    const next = name === "ol" ? Number(attributes.get("start") ?? 1) : undefined;
    const list = attributes.has("data-pages") ? { last: "" } : parent?.pages;
    const start = list && name === "a" ? { text, heads, references: references.length } : undefined;
    const head = Boolean(parent?.head) || name === "thead";
    const box = Boolean(parent?.box) || classes.includes("box");
    const kind = silent
      ? undefined
      : isNote
        ? "note"
        : classes.includes("box")
          ? "box"
          : kindOf(name, head, box);
    const from = text.length;
    stack.push({ name, silent, head, apart, next, pages: list, start, repeats: false, kind, box, from });
  }

  /** A link in a list of page numbers is taken away with its number where that repeats the one before. */
  function number(printed: string): void {
    const link = stack.findLast((one) => one.start);
    if (!link?.pages || !printed) return;
    link.repeats = link.pages.last === printed;
    link.pages.last = printed;
  }

  function close(name: string): void {
    const at = stack.findLastIndex((one) => one.name === name);
    if (at < 0) return;
    const closed = stack.splice(at);
    for (const { start } of closed.filter((one) => one.repeats)) {
      if (!start) continue;
      ({ text, heads } = start);
      references.length = start.references;
    }
    for (const { kind, from } of closed.reverse()) if (kind) spans.push({ kind, from, to: text.length });
    if (closed.some((one) => one.apart)) say(" ");
  }

  readTokens(html, { open, close, text: say });
  const told = references.map(({ id, at }) => ({ id, before: text.slice(Math.max(0, at - BEFORE), at) }));
  return { text, heads, markers, notes, spans, references: told };
}

function kindOf(name: string, head: boolean, box: boolean): SourceSpan["kind"] | undefined {
  if (/^h[1-6]$/.test(name)) return box ? "box-title" : "heading";
  if (name === "table") return "table";
  if (name === "thead") return "head";
  return name === "tr" && !head ? "row" : undefined;
}

function isHidden(attributes: Attributes): boolean {
  return attributes.has("hidden") || /display\s*:\s*none/i.test(attributes.get("style") ?? "");
}
