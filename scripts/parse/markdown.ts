// Markdown articles to blocks: the words that a reader sees, without markup; HTML in them is shown, never run.
import MarkdownIt, { type Token } from "markdown-it";
import type { BlockKind } from "../model/source.ts";
import type { Line } from "./lines.ts";
import type { Piece } from "./reader-text.ts";

const reader = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
reader.validateLink = () => true;
/** markdown-it drops what is nested deeper. */
const depthLimit = 100;
reader.set({ maxNesting: depthLimit });

/** The blocks, or the line of what is nested so deep that its words would be lost. */
export function markdownBlocks(lines: readonly Line[]): readonly Piece[] | { readonly tooDeep: number } {
  const tokens = reader.parse(lines.map(({ text }) => text).join("\n"), {});
  const deepest = tokens.find(({ level, nesting }) => nesting === 1 && level >= depthLimit - 1);
  if (deepest !== undefined) return { tooDeep: (deepest.map?.[0] ?? 0) + 1 };
  const pieces: Piece[] = [];
  const open: Token[] = [];
  const add = (
    kind: BlockKind,
    level: number | null,
    text: string,
    map: readonly [number, number] | null,
  ) => {
    const first = lines[map?.[0] ?? 0];
    const last = lines[Math.max(map?.[0] ?? 0, (map?.[1] ?? 1) - 1)];
    const words =
      kind === "preformatted"
        ? text.replace(/\n+$/, "")
        : text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
    if (words === "" || first === undefined || last === undefined) return;
    const part = { text: words, byteStart: first.byteStart, byteEnd: last.byteEnd };
    pieces.push({ kind, level, line: first.number, parts: [part] });
  };
  let cells: string[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token);
    if (token.type === "tr_open") cells = [];
    if (token.type === "tr_close") add("row", null, cells.join("\t"), open.at(-1)?.map ?? null);
    if (token.nesting === -1) open.pop();
    if (token.type === "fence" || token.type === "code_block")
      add("preformatted", null, token.content, token.map);
    if (token.type !== "inline") continue;
    const text = textOf(token.children ?? []);
    const inside = (type: string) => open.some((one) => one.type === type);
    const heading = open.find((one) => one.type === "heading_open");
    if (inside("tr_open")) cells.push(text);
    else if (heading) add("heading", Number(heading.tag.slice(1)), text, token.map);
    else
      add(
        inside("list_item_open") ? "list-item" : inside("blockquote_open") ? "quote" : "paragraph",
        null,
        text,
        token.map,
      );
  }
  return pieces;
}

function textOf(children: readonly Token[]): string {
  return children
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return " ";
      return child.type === "image" ? textOf(child.children ?? []) : child.content;
    })
    .join("");
}
