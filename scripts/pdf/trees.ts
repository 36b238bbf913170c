// Trees of names and of numbers (ISO 32000-1, 7.9.6 and 7.9.7), as the lists that they stand for.

import { asDict, type Dict, itemsIn, listIn, PdfError, PdfString, resolved, type Value } from "./objects.ts";

/** Deeper than anyone needs, so that a tree that holds itself ends. */
const DEEPEST = 32;
const MOST = 2_000_000;

/** Pairs in the order of the tree, values as they stand. */
function pairsIn(root: Dict | undefined, list: "Names" | "Nums"): readonly (readonly [Value, Value])[] {
  const pairs: (readonly [Value, Value])[] = [];
  const visit = (node: Dict | undefined, depth: number): void => {
    if (depth > DEEPEST || pairs.length > MOST) throw new PdfError("a tree of the file holds itself");
    const items = itemsIn(node, list);
    for (let at = 0; at + 1 < items.length; at += 2)
      pairs.push([resolved(items[at] ?? null), items[at + 1] ?? null]);
    for (const kid of listIn(node, "Kids")) visit(asDict(kid), depth + 1);
  };
  visit(root, 0);
  return pairs;
}

/** Names as their bytes, one character each. */
export function namesIn(root: Dict | undefined): readonly (readonly [string, Value])[] {
  return pairsIn(root, "Names").flatMap(([key, value]) =>
    key instanceof PdfString ? [[key.raw, value] as const] : [],
  );
}

/** The last of equal keys; arrays looked up, all else as it stands. */
export function numbersIn(root: Dict | undefined): ReadonlyMap<number, Value> {
  const found = new Map<number, Value>();
  for (const [key, value] of pairsIn(root, "Nums")) {
    const own = resolved(value);
    if (typeof key === "number") found.set(key, Array.isArray(own) ? own : value);
  }
  return found;
}
