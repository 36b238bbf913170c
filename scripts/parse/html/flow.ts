// A page as its reader meets it: the blocks of text in order, each with the elements that it stands in.
import type { BlockKind } from "../../model/source.ts";
import type { Hides } from "./hidden.ts";
import { type Element, elementsOf, type Text } from "./tree.ts";

/** Offsets are those of the document's text. */
export type Part = { readonly text: string; readonly start: number; readonly end: number };

export type FlowBlock = {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly parts: readonly Part[];
  readonly text: string;
  /** Elements that hold the block, outermost first. */
  readonly path: readonly Element[];
  /** Letters and digits, an ideograph as three; and those of them that stand in links. */
  readonly weight: number;
  readonly linked: number;
};

const blockTags = new Set(
  [
    "html body div p section article main header footer aside nav address blockquote figure figcaption details summary",
    "ul ol li dl dt dd table caption thead tbody tfoot tr td th pre h1 h2 h3 h4 h5 h6 hr form fieldset legend center",
    "dir menu hgroup search dialog option amp-accordion amp-carousel amp-lightbox listing xmp title",
  ].flatMap((line) => line.split(" ")),
);
const cellBlocks = new Set("p div ul ol table h1 h2 h3 h4 h5 h6 blockquote section article".split(" "));

/** The blocks under an element, but for what `drops`. */
export function flow(root: Element, drops: Hides): readonly FlowBlock[] {
  const blocks: FlowBlock[] = [];
  const path: Element[] = [];
  let parts: Part[] = [];
  let linked = 0;
  let breaks = 0;
  let row: Element | null = null;

  const flush = () => {
    const kept = trimmed(
      parts,
      path.some(({ tag }) => tag === "pre"),
    );
    const text = kept.map((one) => one.text).join("");
    if (text !== "")
      blocks.push({
        ...kindOf(path, row !== null),
        parts: kept,
        text,
        path: [...path],
        weight: weightOf(text),
        linked,
      });
    parts = [];
    linked = 0;
    breaks = 0;
  };
  const say = ({ text, start, end }: Text, asIs: boolean) => {
    if (text.trim() !== "") breaks = 0;
    const last = parts.at(-1)?.text ?? "";
    const words = asIs ? text.replace(/\r\n?/g, "\n") : text.replace(/[ \t\n\r\f]+/g, " ");
    const spare =
      !asIs && words.startsWith(" ") && (last === "" || last.endsWith(" ") || last.endsWith("\t"));
    const said = spare ? words.slice(1) : words;
    if (said === "") return;
    parts.push({ text: said, start: spare && text.length === end - start ? start + 1 : start, end });
    if (path.some(({ tag, attributes }) => tag === "a" && attributes.has("href"))) linked += weightOf(said);
  };
  const visit = (node: Element | Text) => {
    if (node.kind === "text")
      return say(
        node,
        path.some(({ tag }) => tag === "pre" || tag === "listing" || tag === "xmp"),
      );
    if (drops(node)) return;
    if (node.tag === "br" || node.tag === "hr") {
      if (row === null && (++breaks > 1 || node.tag === "hr")) return flush();
      const asIs = path.some(({ tag }) => tag === "pre");
      return say({ kind: "text", text: asIs ? "\n" : " ", start: node.start, end: node.end }, asIs);
    }
    const cell = row !== null && (node.tag === "td" || node.tag === "th");
    const opens = row === null && isBlock(node);
    const starts = node.tag === "tr" && row === null && isRow(node);
    if (opens) flush();
    else if (cell && parts.length > 0) parts.push({ text: "\t", start: node.start, end: node.start });
    else if (row !== null && blockTags.has(node.tag))
      say({ kind: "text", text: " ", start: node.start, end: node.start }, false);
    path.push(node);
    if (starts) row = node;
    for (const child of node.children) visit(child);
    if (opens) flush();
    else if (row !== null && !cell && blockTags.has(node.tag))
      say({ kind: "text", text: " ", start: node.end, end: node.end }, false);
    if (starts) row = null;
    path.pop();
  };
  visit(root);
  return blocks;
}

/** Elements that may hold an article: blocks, and those of pages' own making. */
export function isContainer({ tag }: Element): boolean {
  return blockTags.has(tag) || tag.includes("-");
}

function isBlock({ tag, attributes }: Element): boolean {
  return blockTags.has(tag) || /display\s*:\s*(?:block|flex|grid)/i.test(attributes.get("style") ?? "");
}

/** A row of a table of data: several cells, none of which is set like a page. */
function isRow(row: Element): boolean {
  const cells = row.children.filter(
    (child) => child.kind === "element" && /^t[dh]$/.test(child.tag),
  ) as Element[];
  return cells.length >= 2 && !cells.some(isSetLikePage);
}

function isSetLikePage(cell: Element): boolean {
  const inner = [...elementsOf(cell)].slice(1).map(({ tag }) => tag);
  if (inner.some((tag) => tag === "table" || /^h[1-3]$/.test(tag))) return true;
  const blocks = inner.filter((tag) => cellBlocks.has(tag)).length;
  return (
    blocks > 3 ||
    inner.filter((tag) => tag === "br").length > 3 ||
    (blocks > 0 && cell.end - cell.start > 2000)
  );
}

function kindOf(
  path: readonly Element[],
  row: boolean,
): { readonly kind: BlockKind; readonly level: number | null } {
  if (row) return { kind: "row", level: null };
  for (const { tag, attributes } of path.toReversed()) {
    if (/^h[1-6]$/.test(tag)) return { kind: "heading", level: Number(tag[1]) };
    if (attributes.get("role") === "heading")
      return { kind: "heading", level: Math.min(6, Math.max(1, Number(attributes.get("aria-level")) || 2)) };
    if (tag === "pre" || tag === "listing" || tag === "xmp") return { kind: "preformatted", level: null };
    if (tag === "li" || tag === "dt" || tag === "dd") return { kind: "list-item", level: null };
    if (tag === "blockquote") return { kind: "quote", level: null };
    if (tag === "td" || tag === "th" || tag === "table" || tag === "article") break;
  }
  return { kind: "paragraph", level: null };
}

function trimmed(parts: readonly Part[], asIs: boolean): readonly Part[] {
  const kept = [...parts];
  const edge = asIs
    ? { lead: /^\n+/u, trail: /\s+$/u }
    : { lead: /^\p{White_Space}+/u, trail: /\p{White_Space}+$/u };
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const text = first.text.replace(edge.lead, "");
    const plain = first.text.length === first.end - first.start;
    if (text !== "") {
      kept[0] = {
        ...first,
        text,
        start: plain ? first.start + first.text.length - text.length : first.start,
      };
      break;
    }
    kept.shift();
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.replace(edge.trail, "");
    if (text !== "") {
      const plain = last.text.length === last.end - last.start;
      kept[kept.length - 1] = {
        ...last,
        text,
        end: plain ? last.end - last.text.length + text.length : last.end,
      };
      break;
    }
    kept.pop();
  }
  return kept;
}

export function weightOf(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const syllables = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  return letters + 2 * ideographs + syllables;
}
