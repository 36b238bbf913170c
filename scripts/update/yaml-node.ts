// Where the nodes of a hand-written YAML file begin and end in its text, as an edit of that text needs to know it.
import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";

export function nodeAt(root: Node | null, path: readonly (string | number)[]): Node | null {
  return path.reduce<Node | null>((node, step) => {
    if (isMap(node)) return (pairOf(node, String(step))?.value as Node | null | undefined) ?? null;
    return isSeq(node) ? ((node.items[Number(step)] as Node | undefined) ?? null) : null;
  }, root);
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** Where a node's own text ends, without what stands after it on its line. */
export function end(node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1) as Node | Pair | undefined;
    if (last !== undefined && "key" in last) {
      const value = last.value as Node | null;
      return value?.range && value.range[1] > value.range[0] ? end(value) : end(last.key as Node);
    }
    if (last !== undefined) return end(last as Node);
  }
  return node.range?.[1] ?? 0;
}

/** Just after the line feed of the line on which `at` stands, or the end of the text. */
export function endOfLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === "\n") return at;
  const found = text.indexOf("\n", at);
  return found === -1 ? text.length : found + 1;
}

/** As many spaces as stand before a character on its line, all else counted as one. */
export function indentOf(text: string, at: number): string {
  return " ".repeat(at - (text.lastIndexOf("\n", at - 1) + 1));
}

export function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
