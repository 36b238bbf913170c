// Takes the HTML of a print document apart into tags and text, for readers that may not ask a browser.

/** Elements that do not end a word; all others stand apart from what is around them. */
export const INLINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rb ruby s samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
export const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);
/** What stands in them is no HTML. */
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
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][^\s/>]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*(\/?)>|[^<]+|</gi;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

/** By name in lower case, decoded; the value of one that has none is empty. */
export type Attributes = ReadonlyMap<string, string>;

export type TokenHandler = {
  /** `closed`: written as `<name/>`. */
  open(name: string, attributes: Attributes, closed: boolean): void;
  close(name: string): void;
  /** Decoded. */
  text(words: string): void;
};

type Token =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: Attributes;
      readonly closed: boolean;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly words: string };

/** What was read last: each check of a print reads its document. */
let last: { readonly html: string; readonly tokens: readonly Token[] } | undefined;

/** In the order of the document, names in lower case; elements that HTML leaves open are not closed here. */
export function readTokens(html: string, { open, close, text }: TokenHandler): void {
  if (last?.html !== html) last = { html, tokens: tokensOf(html) };
  for (const token of last.tokens) {
    if (token.kind === "text") text(token.words);
    else if (token.kind === "close") close(token.name);
    else open(token.name, token.attributes, token.closed);
  }
}

function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = [];
  const token = new RegExp(TOKEN);
  for (let match = token.exec(html); match; match = token.exec(html)) {
    const [whole, slash, tag, attributes = "", closed] = match;
    const name = tag?.toLowerCase();
    if (!name) {
      if (!whole.startsWith("<!")) tokens.push({ kind: "text", words: decode(whole) });
    } else if (slash) tokens.push({ kind: "close", name });
    else {
      tokens.push({ kind: "open", name, attributes: attributesOf(attributes), closed: closed === "/" });
      if (!RAW.has(name)) continue;
      const rest = new RegExp(`</${name}`, "ig");
      rest.lastIndex = token.lastIndex;
      const end = rest.exec(html);
      if (end) token.lastIndex = end.index;
    }
  }
  return tokens;
}

const NONE: Attributes = new Map();

function attributesOf(text: string): Attributes {
  if (!text) return NONE;
  const found = new Map<string, string>();
  for (const [, name = "", double, single, plain] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decode(double ?? single ?? plain ?? ""));
  }
  return found;
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+\d*));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\u{FFFD}";
  });
}
