// The text of a print document as a reader meets it, read from the HTML itself and by no browser.

/** Elements that do not end a word; all others stand apart from what is around them. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rb ruby s samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const SILENT = new Set("style script title template head desc metadata noscript rp".split(" "));
const RAW = new Set(["style", "script", "title", "textarea"]);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "\u{AD}",
  zwj: "\u{200D}",
  zwnj: "\u{200C}",
  lrm: "",
  rlm: "",
  thinsp: " ",
  ensp: " ",
  emsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  minus: "−",
};

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
  const references: { id: string; before: string }[] = [];
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

  function open(name: string, attributes: string, closed: boolean): void {
    const parent = stack.at(-1);
    const classes = attribute(attributes, "class")?.split(/\s+/) ?? [];
    const isNote = classes.includes("footnote");
    const reference = attribute(attributes, "data-page-of");
    const apart = isNote || !INLINE.has(name);
    if (apart) say(" ");
    if (reference !== undefined && !parent?.silent) {
      references.push({ id: reference, before: text.slice(-200) });
      say(` ${label(reference)} `);
      number(label(reference));
    }
    if (closed || VOID.has(name)) return;
    const silent =
      Boolean(parent?.silent) || SILENT.has(name) || reference !== undefined || isHidden(attributes);
    if (isNote && !silent) notes += 1;
    if (name === "li" && parent?.next !== undefined) {
      const number = Number(attribute(attributes, "value") ?? parent.next);
      markers.push(String(number));
      parent.next = number + 1;
    }
    const next = name === "ol" ? Number(attribute(attributes, "start") ?? 1) : undefined;
    const list = /(^|\s)data-pages(\s|=|$)/i.test(attributes) ? { last: "" } : parent?.pages;
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

  const TOKEN =
    /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][^\s/>]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*(\/?)>|[^<]+|</gi;
  for (let match = TOKEN.exec(html); match; match = TOKEN.exec(html)) {
    const [whole, slash, tag, attributes = "", closed] = match;
    const name = tag?.toLowerCase();
    if (!name) {
      if (!/^<!/.test(whole)) say(decode(whole));
    } else if (slash) close(name);
    else {
      open(name, attributes, closed === "/");
      if (!RAW.has(name)) continue;
      const end = html.toLowerCase().indexOf(`</${name}`, TOKEN.lastIndex);
      if (end >= 0) TOKEN.lastIndex = end;
    }
  }
  return { text, heads, markers, notes, spans, references };
}

function kindOf(name: string, head: boolean, box: boolean): SourceSpan["kind"] | undefined {
  if (/^h[1-6]$/.test(name)) return box ? "box-title" : "heading";
  if (name === "table") return "table";
  if (name === "thead") return "head";
  return name === "tr" && !head ? "row" : undefined;
}

function isHidden(attributes: string): boolean {
  if (/(^|\s)hidden(\s|=|$)/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, '""'))) return true;
  return /display\s*:\s*none/i.test(attribute(attributes, "style") ?? "");
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|(\\S+))`, "i").exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decode(value);
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+\d*));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\u{FFFD}";
  });
}
