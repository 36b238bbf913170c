// The body of a Word document to blocks: what stands on its pages, with insertions made and deletions gone.
import type { BlockKind } from "../../model/source.ts";
import type { StyleOf } from "./styles.ts";
import { child, isOn, type Xml } from "./xml.ts";

export type DocxBlock = { readonly kind: BlockKind; readonly level: number | null; readonly text: string };
/** `notes`: kind and id of footnotes and endnotes in the order of their marks. */
export type Body = { readonly blocks: readonly DocxBlock[]; readonly notes: readonly string[] };

/** Deleted, moved away, for other programs, or on no page. */
const unread = new Set(
  "w:del w:moveFrom w:delText w:instrText w:delInstrText mc:Fallback w:rt w:pPr w:rPr w:tblPr w:trPr w:tcPr w:sectPr w:sdtPr w:footnoteRef w:endnoteRef wp:docPr pic:pic".split(
    " ",
  ),
);

export function bodyOf(root: Xml, styleOf: StyleOf): Body {
  const blocks: DocxBlock[] = [];
  const notes: string[] = [];
  const add = (kind: BlockKind, level: number | null, said: string) => {
    const text =
      kind === "preformatted"
        ? said.replace(/^\n+|\s+$/g, "")
        : said.replace(/[ \t\n]+/g, " ").replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
    if (text !== "") blocks.push({ kind, level, text });
  };
  const visit = (element: Xml) => {
    if (unread.has(element.name)) return;
    if (element.name === "w:p") return paragraph(element);
    if (element.name === "w:tr") return row(element);
    for (const one of element.children) if (typeof one !== "string") visit(one);
  };
  const paragraph = (element: Xml) => {
    const { said, boxes } = words(element, styleOf, notes);
    const { kind, level } = kindOf(element, styleOf);
    add(kind, level, said);
    for (const box of boxes) visit(box);
  };
  const row = (element: Xml) => {
    const cells = element.children.filter(
      (one): one is Xml => typeof one !== "string" && (one.name === "w:tc" || one.name === "w:sdt"),
    );
    if (isOn(child(child(element, "w:trPr"), "w:del"))) return;
    if (cells.length < 2 || cells.some((cell) => holdsTable(cell))) return cells.forEach(visit);
    const texts = cells.map((cell) => cellText(cell, styleOf, notes));
    const text = texts.join("\t");
    if (text.trim() !== "") blocks.push({ kind: "row", level: null, text });
  };
  visit(root);
  return { blocks, notes };
}

function holdsTable(element: Xml): boolean {
  return element.children.some((one) => typeof one !== "string" && (one.name === "w:tbl" || holdsTable(one)));
}

function cellText(cell: Xml, styleOf: StyleOf, notes: string[]): string {
  const said: string[] = [];
  const collect = (element: Xml) => {
    if (unread.has(element.name)) return;
    if (element.name === "w:p") said.push(words(element, styleOf, notes).said);
    else for (const one of element.children) if (typeof one !== "string") collect(one);
  };
  collect(cell);
  return said.join(" ").replace(/\s+/g, " ").trim();
}

function kindOf(
  paragraph: Xml,
  styleOf: StyleOf,
): { readonly kind: BlockKind; readonly level: number | null } {
  const properties = child(paragraph, "w:pPr");
  const style = styleOf(child(properties, "w:pStyle")?.attributes["w:val"]);
  const outline = Number(child(properties, "w:outlineLvl")?.attributes["w:val"] ?? Number.NaN);
  if (style.kind === "heading") return style;
  if (outline < 6) return { kind: "heading", level: outline + 1 };
  const list = child(properties, "w:numPr");
  const number = child(list, "w:numId")?.attributes["w:val"];
  if (list !== undefined && number !== "0") return { kind: "list-item", level: null };
  return { kind: style.kind, level: null };
}

/** The words of a paragraph; text boxes in it are read after it. */
function words(
  paragraph: Xml,
  styleOf: StyleOf,
  notes: string[],
): { readonly said: string; readonly boxes: readonly Xml[] } {
  const boxes: Xml[] = [];
  let said = "";
  const hiddenStyle = styleOf(child(child(paragraph, "w:pPr"), "w:pStyle")?.attributes["w:val"]).hidden;
  const visit = (element: Xml) => {
    const { name, attributes } = element;
    if (unread.has(name)) return;
    if (name === "w:txbxContent") return void boxes.push(element);
    if (name === "w:r" && isHidden(element, styleOf, hiddenStyle)) return;
    if (name === "w:t" || name === "m:t")
      said += element.children.filter((one) => typeof one === "string").join("");
    else if (name === "w:tab" || name === "w:ptab") said += "\t";
    else if (name === "w:br" || name === "w:cr") said += "\n";
    else if (name === "w:noBreakHyphen") said += "\u2011";
    else if (name === "w:softHyphen") said += "\u00ad";
    else if (name === "w:sym") said += symbol(attributes["w:char"] ?? "");
    else if (name === "w:footnoteReference") notes.push(`footnote ${attributes["w:id"]}`);
    else if (name === "w:endnoteReference") notes.push(`endnote ${attributes["w:id"]}`);
    else for (const one of element.children) if (typeof one !== "string") visit(one);
  };
  for (const one of paragraph.children) if (typeof one !== "string") visit(one);
  return { said, boxes };
}

function isHidden(run: Xml, styleOf: StyleOf, hiddenStyle: boolean): boolean {
  const properties = child(run, "w:rPr");
  const vanish = child(properties, "w:vanish");
  if (vanish !== undefined) return isOn(vanish);
  return hiddenStyle || styleOf(child(properties, "w:rStyle")?.attributes["w:val"]).hidden;
}

/** A character of a symbol font has no letter; one of the private area is shown as a bullet. */
function symbol(code: string): string {
  const point = Number.parseInt(code, 16);
  if (!(point > 0x1f && point < 0xd800)) return point >= 0xf000 && point <= 0xf0ff ? "\u2022" : "";
  return String.fromCodePoint(point);
}
