// Writes the tree of structure elements with its parent tree and its ids (ISO 32000-1, 14.7).

import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { attributesOf } from "./attributes.ts";
import type { LinkLeaf, TextLeaf } from "./leaves.ts";
import { describeLink, type LinkWords } from "./links.ts";
import { ROLE_MAP } from "./roles.ts";
import type { Node, Tree } from "./tree.ts";

export type StructureQuestion = {
  readonly tree: Tree;
  /** New number of each mark on its page. */
  readonly numbers: ReadonlyMap<TextLeaf, number>;
  readonly language: string;
  readonly words: LinkWords;
};

export function writeStructure(document: PDFDocument, question: StructureQuestion): void {
  const { context, catalog } = document;
  const { tree, numbers, language, words } = question;
  const pages = document.getPages();
  const rootRef = context.nextRef();
  const parents: PDFRef[][] = pages.map(() => []);
  const annotated: PDFRef[] = [];
  const ids: (readonly [string, PDFRef])[] = [];
  const cellIds = idsOfHeads(tree.root);
  let notes = 0;

  function write(node: Node, parent: PDFRef, spoken: string): PDFRef {
    const ref = context.nextRef();
    const dict = context.obj({ S: node.type ?? "Span", P: parent });
    if (node.lang !== spoken) dict.set(PDFName.of("Lang"), PDFString.of(node.lang));
    if (node.element?.alt && node.type === "Figure")
      dict.set(PDFName.of("Alt"), PDFHexString.fromText(node.element.alt));
    const id =
      node.type === "Note" ? noteId() : node.type === "TH" ? cellIds.get(node.element?.id ?? "") : undefined;
    if (id) {
      dict.set(PDFName.of("ID"), PDFString.of(id));
      ids.push([id, ref]);
    }
    const attributes = attributesOf(node, pages[node.element?.page ?? 0]?.getHeight() ?? 0, cellIds);
    if (attributes) dict.set(PDFName.of("A"), context.obj(attributes));
    const home = homeOf(node);
    if (home !== undefined) dict.set(PDFName.of("Pg"), pages[home]?.ref ?? rootRef);
    const kids = node.kids.map((kid) => {
      if (!("kind" in kid)) return write(kid, ref, node.lang);
      return kid.kind === "text" ? mark(kid, ref, home) : link(kid, ref, node);
    });
    if (kids.length) dict.set(PDFName.of("K"), kids.length === 1 && kids[0] ? kids[0] : context.obj(kids));
    context.assign(ref, dict);
    return ref;
  }

  function noteId(): string {
    notes += 1;
    return `note-${String(notes).padStart(5, "0")}`;
  }

  function mark(leaf: TextLeaf, ref: PDFRef, home: number | undefined): PDFObject {
    const number = numbers.get(leaf) ?? 0;
    const page = parents[leaf.page];
    if (page) page[number] = ref;
    if (leaf.page === home) return context.obj(number);
    return context.obj({ Type: "MCR", Pg: pages[leaf.page]?.ref ?? rootRef, MCID: number });
  }

  function link(leaf: LinkLeaf, ref: PDFRef, node: Node): PDFObject {
    const annotation = context.lookup(leaf.annotation, PDFDict);
    annotation.set(PDFName.of("StructParent"), context.obj(pages.length + annotated.length));
    annotation.set(PDFName.of("Contents"), PDFHexString.fromText(describeLink(node.element, words)));
    annotated.push(ref);
    return context.obj({ Type: "OBJR", Pg: pages[leaf.page]?.ref ?? rootRef, Obj: leaf.annotation });
  }

  const root = context.obj({ Type: "StructTreeRoot", K: write(tree.root, rootRef, language) });
  const nums = [...parents.map((refs) => context.register(context.obj(refs))), ...annotated].flatMap(
    (ref, key) => [key, ref],
  );
  root.set(PDFName.of("ParentTree"), context.register(context.obj({ Nums: nums as never })));
  root.set(PDFName.of("ParentTreeNextKey"), context.obj(pages.length + annotated.length));
  root.set(PDFName.of("RoleMap"), context.obj(ROLE_MAP));
  if (ids.length) root.set(PDFName.of("IDTree"), idTree(context, ids));
  context.assign(rootRef, root);
  catalog.set(PDFName.of("StructTreeRoot"), rootRef);
  for (const [index, page] of pages.entries()) page.node.set(PDFName.of("StructParents"), context.obj(index));
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

function idTree(context: PDFContext, ids: readonly (readonly [string, PDFRef])[]): PDFRef {
  const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
  const limits = [sorted[0]?.[0] ?? "", sorted.at(-1)?.[0] ?? ""].map((id) => PDFString.of(id));
  const names = sorted.flatMap(([id, ref]) => [PDFString.of(id), ref]);
  const leaf = context.register(context.obj({ Limits: limits, Names: names as never }));
  return context.register(context.obj({ Kids: [leaf] }));
}
