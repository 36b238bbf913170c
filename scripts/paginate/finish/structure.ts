// Writes the tree of structure elements with its parent tree and its ids (ISO 32000-1, 14.7).

import { type Dict, dictOf, PdfString, type Ref, refTo, type Value } from "../../pdf/objects.ts";
import type { Page } from "../../pdf/pages.ts";
import { textString } from "../../pdf/strings.ts";
import type { PrintedDocument } from "../in-page/printed.ts";
import { attributesOf } from "./attributes.ts";
import type { LinkLeaf, TextLeaf } from "./leaves.ts";
import { describeLink, destinationOf, type LinkWords } from "./links.ts";
import { ROLE_MAP } from "./roles.ts";
import type { Node, Tree } from "./tree.ts";

export type StructureQuestion = {
  readonly tree: Tree;
  /** New number of each mark on its page. */
  readonly numbers: ReadonlyMap<TextLeaf, number>;
  readonly language: string;
  readonly words: LinkWords;
  /** By id: what links lead to. */
  readonly targets: PrintedDocument["targets"];
};

export function writeStructure(
  catalog: Dict,
  pages: readonly Page[],
  { tree, numbers, language, words, targets }: StructureQuestion,
): void {
  const root = dictOf({ Type: "StructTreeRoot" });
  const rootRef = refTo(root);
  const parents: Ref[][] = pages.map(() => []);
  const annotated: Ref[] = [];
  const ids: (readonly [string, Ref])[] = [];
  const cellIds = idsOfHeads(tree.root);
  let notes = 0;

  function write(node: Node, parent: Ref, spoken: string): Ref {
    const dict = dictOf({ S: node.type ?? "Span", P: parent });
    const ref = refTo(dict);
    if (node.lang !== spoken) dict.set("Lang", new PdfString(node.lang));
    if (node.element?.alt && node.type === "Figure") dict.set("Alt", textString(node.element.alt));
    const id =
      node.type === "Note" ? noteId() : node.type === "TH" ? cellIds.get(node.element?.id ?? "") : undefined;
    if (id) {
      dict.set("ID", new PdfString(id));
      ids.push([id, ref]);
    }
    const attributes = attributesOf(node, pages[node.element?.page ?? 0]?.height ?? 0, cellIds);
    if (attributes) dict.set("A", attributes);
    const home = homeOf(node);
    if (home !== undefined) dict.set("Pg", pages[home]?.ref ?? rootRef);
    const kids = node.kids.map((kid): Value => {
      if (!("kind" in kid)) return write(kid, ref, node.lang);
      return kid.kind === "text" ? mark(kid, ref, home) : link(kid, ref, node);
    });
    if (kids.length) dict.set("K", kids.length === 1 && kids[0] !== undefined ? kids[0] : kids);
    return ref;
  }

  function noteId(): string {
    notes += 1;
    return `note-${String(notes).padStart(5, "0")}`;
  }

  function mark(leaf: TextLeaf, ref: Ref, home: number | undefined): Value {
    const number = numbers.get(leaf) ?? 0;
    const page = parents[leaf.page];
    if (page) page[number] = ref;
    if (leaf.page === home) return number;
    return dictOf({ Type: "MCR", Pg: pages[leaf.page]?.ref ?? rootRef, MCID: number });
  }

  function link({ annotation, page }: LinkLeaf, ref: Ref, node: Node): Value {
    if (!(annotation.value instanceof Map)) throw new Error("A link of the PDF is no annotation");
    annotation.value.set("StructParent", pages.length + annotated.length);
    annotation.value.set("Contents", textString(describeLink(node.element, words)));
    const destination = destinationOf(node.element, targets, pages);
    if (destination) {
      annotation.value.delete("A");
      annotation.value.set("Dest", destination);
    }
    annotated.push(ref);
    return dictOf({ Type: "OBJR", Pg: pages[page]?.ref ?? rootRef, Obj: annotation });
  }

  root.set("K", write(tree.root, rootRef, language));
  const nums = [...parents.map((refs) => refTo(refs)), ...annotated].flatMap((ref, key) => [key, ref]);
  root.set("ParentTree", refTo(dictOf({ Nums: nums })));
  root.set("ParentTreeNextKey", pages.length + annotated.length);
  root.set("RoleMap", dictOf(ROLE_MAP));
  if (ids.length) root.set("IDTree", idTree(ids));
  catalog.set("StructTreeRoot", rootRef);
  for (const [index, { dict }] of pages.entries()) dict.set("StructParents", index);
}

/** The page on which most things of a node begin: that of its first mark. */
function homeOf(node: Node): number | undefined {
  for (const kid of node.kids) if ("kind" in kid && kid.kind === "text") return kid.page;
  return undefined;
}

/** Ids of head cells that other cells name, by their id in the document. */
function idsOfHeads(root: Node): ReadonlyMap<string, string> {
  const named = new Set<string>();
  const visit = (node: Node): void => {
    for (const id of node.element?.headers?.split(/\s+/) ?? []) named.add(id);
    for (const kid of node.kids) if (!("kind" in kid)) visit(kid);
  };
  visit(root);
  return new Map([...named].sort().map((id, index) => [id, `head-${String(index + 1).padStart(5, "0")}`]));
}

function idTree(ids: readonly (readonly [string, Ref])[]): Ref {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  const limits = [sorted[0]?.[0] ?? "", sorted.at(-1)?.[0] ?? ""].map((id) => new PdfString(id));
  const names = sorted.flatMap(([id, ref]) => [new PdfString(id), ref]);
  return refTo(dictOf({ Kids: [refTo(dictOf({ Limits: limits, Names: names }))] }));
}
