// Which structure type (ISO 32000-1, 14.8.4) an element of the print document has.

import type { PrintedElement } from "../in-page/printed.ts";

/** Types of our own, by the standard type that they stand for. */
export const ROLE_MAP: Readonly<Record<string, string>> = { Aside: "Sect", Em: "Span", Strong: "Span" };

/** Structure types that hold blocks only: text that stands in them directly becomes a paragraph. */
export const GROUPING = new Set(["Document", "Art", "Sect", "Div", "BlockQuote", "Aside"]);

export const INLINE = new Set([..."Span Em Strong Code Link Reference Note".split(" ")]);

const TYPES: Readonly<Record<string, string>> = {
  p: "P",
  pre: "P",
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H4",
  h5: "H5",
  h6: "H6",
  section: "Sect",
  nav: "Sect",
  header: "Sect",
  footer: "Sect",
  article: "Art",
  aside: "Aside",
  blockquote: "BlockQuote",
  figure: "Div",
  figcaption: "Caption",
  caption: "Caption",
  svg: "Figure",
  img: "Figure",
  ul: "L",
  ol: "L",
  dl: "L",
  li: "LI",
  dt: "Lbl",
  dd: "LBody",
  table: "Table",
  thead: "THead",
  tbody: "TBody",
  tfoot: "TFoot",
  tr: "TR",
  th: "TH",
  td: "TD",
  a: "Link",
  em: "Em",
  strong: "Strong",
  code: "Code",
};

const PHRASES = new Set(
  "abbr b bdi bdo cite data del dfn i ins kbd mark q rb rp rt ruby s samp small span sub sup time u var wbr".split(
    " ",
  ),
);

/** Null for elements that only group or style: what they hold belongs to their parent. */
export function structureType(element: PrintedElement, inContents: boolean): string | null {
  const { tag, note, alt, box, href } = element;
  if (note !== null) return "Note";
  if (box !== null && alt !== "") return "Figure";
  if (inContents && (tag === "ol" || tag === "ul")) return "TOC";
  if (inContents && tag === "li") return "TOCI";
  if (tag === "a" && href === null) return null;
  return TYPES[tag] ?? null;
}

/** Whether an element that has no type of its own runs on in a line of text. */
export function isPhrase(element: PrintedElement): boolean {
  return PHRASES.has(element.tag) || element.tag === "a";
}

/** ISO 32000-1, 14.8.5.5. */
export function listNumbering(style: string | null): string {
  const known: Readonly<Record<string, string>> = {
    disc: "Disc",
    circle: "Circle",
    square: "Square",
    decimal: "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
  };
  return known[style ?? ""] ?? "None";
}
