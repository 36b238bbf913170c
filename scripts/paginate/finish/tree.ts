// The structure of the document as it was written, not as it was printed: one node an element, whatever its pages.

import type { PrintedDocument, PrintedElement } from "../in-page/printed.ts";
import type { Leaf, TextLeaf } from "./leaves.ts";
import { isPhrase, structureType } from "./roles.ts";
import { tidied } from "./tidy.ts";

export type Node = {
  /** Structure type; null for an element that has none, gone once the tree is made. */
  type: string | null;
  readonly element: PrintedElement | null;
  /** The language of what stands in it. */
  readonly lang: string;
  readonly phrase: boolean;
  kids: (Node | Leaf)[];
};

export type Tree = { readonly root: Node; readonly artifacts: ReadonlySet<TextLeaf> };

/** `silent`: leaves that say and show nothing. They and what is only repeated are artifacts. */
export function buildTree(
  leaves: readonly Leaf[],
  printed: PrintedDocument,
  silent: (leaf: TextLeaf) => boolean,
): Tree {
  const { elements, language } = printed;
  const root = node("Document", null, language);
  const places = new Map<string, { readonly outer: Node; readonly inner: Node }>();
  const parents = new Map<Node, Node>();
  const artifacts = new Set<TextLeaf>();
  const cells = cellsByRow(elements);

  function node(type: string | null, element: PrintedElement | null, lang: string, phrase = false): Node {
    return { type, element, lang, phrase, kids: [] };
  }

  function put(child: Node, parent: Node, at = parent.kids.length): void {
    parent.kids.splice(at, 0, child);
    parents.set(child, parent);
  }

  /** Chromium leaves out elements of no meaning: their own text is their parent's, and may stand between their children. */
  function isOpen(node: Node): boolean {
    return node.type !== null || parents.get(node)?.kids.at(-1) === node;
  }

  /** Where what stands in an element goes. */
  function inside(index: number): Node {
    return place(index).inner;
  }

  function place(index: number): { readonly outer: Node; readonly inner: Node } {
    const element = elements[index];
    if (!element) return { outer: root, inner: root };
    const key = keyOf(element, index);
    const known = places.get(key);
    if (known && isOpen(known.outer) && !cells.has(index)) return known;
    const parent = element.parent === null ? root : inside(element.parent);
    const latest = places.get(key);
    const made = latest && isOpen(latest.outer) ? latest : make(element, parent);
    places.set(key, made);
    const row = cells.get(index) ?? [];
    cells.delete(index);
    for (const cell of row) place(cell);
    return made;
  }

  function make(element: PrintedElement, parent: Node): { readonly outer: Node; readonly inner: Node } {
    const lang = element.lang ?? parent.lang;
    const foreign = element.lang !== null && lang !== parent.lang;
    const phrase = isPhrase(element);
    const contents = element.tag !== "nav" && within(element, (one) => one.contents);
    const type = structureType(element, contents) ?? (foreign ? (phrase ? "Span" : "Div") : null);
    if (type === "Note") return both(besideCall(element, lang));
    if (type === null && phrase) return both(parent);
    const made = node(type, element, lang, phrase);
    if (type === "LI") {
      const body = node("LBody", null, lang);
      put(body, made);
      put(made, parent);
      return { outer: made, inner: body };
    }
    if (type === "Link" && element.href?.startsWith("#")) {
      const reference = node("Reference", null, lang);
      put(reference, parent);
      put(made, reference);
      return { outer: reference, inner: made };
    }
    if (element.tag === "dt" || element.tag === "dd") return description(made, element, parent);
    put(made, parent);
    return both(made);
  }

  /** A note is read where it is called, whatever page its text stands on. */
  function besideCall(element: PrintedElement, lang: string): Node {
    const made = node("Note", element, lang);
    const call = places.get(`call ${element.note}`)?.outer;
    const parent = (call && parents.get(call)) ?? root;
    put(made, parent, call ? parent.kids.indexOf(call) + 1 : parent.kids.length);
    return made;
  }

  /** A term and what follows it are one item; more than one description of a term go on in one body. */
  function description(made: Node, element: PrintedElement, parent: Node): { outer: Node; inner: Node } {
    const last = parent.kids.findLast((kid): kid is Node => "type" in kid && kid.type === "LI");
    const body = last?.kids.find((kid): kid is Node => "type" in kid && kid.type === "LBody");
    if (element.tag === "dd" && body) return both(body);
    const item = element.tag === "dd" && last ? last : node("LI", null, made.lang);
    if (item !== last) put(item, parent);
    put(made, item);
    return both(made);
  }

  function within(element: PrintedElement, test: (one: PrintedElement) => boolean): boolean {
    for (let one: PrintedElement | undefined = element; one; ) {
      if (test(one)) return true;
      one = one.parent === null ? undefined : elements[one.parent];
    }
    return false;
  }

  /** The label of a list item or a note stands before the rest of it. */
  function label(index: number): Node {
    const { outer, inner } = place(index);
    const holder = outer.type === "LI" ? outer : inner;
    const first = holder.kids[0];
    if (first && "type" in first && first.type === "Lbl") return first;
    const made = node("Lbl", null, holder.lang);
    put(made, holder, 0);
    return made;
  }

  for (const leaf of leaves) {
    const element = leaf.element === undefined ? undefined : elements[leaf.element];
    if (leaf.element === undefined || !element) {
      if (leaf.kind === "text") artifacts.add(leaf);
      continue;
    }
    const inNote = element.parent !== null && elements[element.parent]?.note != null;
    const marker = leaf.kind === "text" && (leaf.label || (element.number && inNote));
    const decorative = within(element, ({ alt }) => alt === "");
    if (leaf.kind === "text") {
      const figure = within(element, ({ box }) => box !== null);
      const repeated = element.repeated || (marker && element.continued);
      if (repeated || decorative || (silent(leaf) && !figure)) {
        artifacts.add(leaf);
        continue;
      }
    }
    const number = element.number && inNote ? (element.parent ?? leaf.element) : leaf.element;
    (marker ? label(number) : inside(leaf.element)).kids.push(leaf);
  }
  root.kids = tidied(root);
  return { root, artifacts };
}

/** Cells stand in their row even when they are empty, or the columns of a table would move. */
function cellsByRow(elements: readonly PrintedElement[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  elements.forEach(({ tag, parent }, index) => {
    if (parent === null || (tag !== "td" && tag !== "th")) return;
    found.set(parent, [...(found.get(parent) ?? []), index]);
  });
  return found;
}

function both(node: Node): { readonly outer: Node; readonly inner: Node } {
  return { outer: node, inner: node };
}

/** Fragments of one element share its ref; a call has the ref of its note. */
function keyOf({ note, call, ref }: PrintedElement, index: number): string {
  if (note !== null) return `note ${note}`;
  if (call !== null) return `call ${call}`;
  return ref === null ? `at ${index}` : `ref ${ref}`;
}
