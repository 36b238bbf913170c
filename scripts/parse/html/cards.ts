// Cards that lead to other articles: a link with perhaps a picture's caption and a summary, several of one shape in a row.
import type { FlowBlock } from "./flow.ts";
import { classesOf, type Element } from "./tree.ts";

/** The blocks that stand in cards. */
export function cardsIn(blocks: readonly FlowBlock[]): ReadonlySet<FlowBlock> {
  const held = new Map<Element, FlowBlock[]>();
  for (const block of blocks) {
    for (const element of block.path) {
      const own = held.get(element) ?? [];
      if (own.length <= 8) held.set(element, [...own, block]);
    }
  }
  const cards = new Set<FlowBlock>();
  for (const [parent] of held) {
    const children = parent.children.filter(
      (child): child is Element => child.kind === "element" && held.has(child),
    );
    const alike = Map.groupBy(
      children,
      ({ tag, attributes }) => `${tag} ${attributes.get("class")?.split(/\s+/)[0] ?? ""}`,
    );
    for (const group of alike.values()) {
      const found = group.filter((child) => isCard(child, held.get(child) ?? []));
      if (found.length >= 2 && found.length >= group.length * 0.6)
        for (const child of found) for (const block of held.get(child) ?? []) cards.add(block);
    }
  }
  return cards;
}

/** Its title is a link by itself, and its summary is short. */
function isCard(element: Element, blocks: readonly FlowBlock[]): boolean {
  if (["p", "tr", "td", "table", "main"].includes(element.tag) || classesOf(element).includes("reference"))
    return false;
  const [first] = blocks;
  if (first === undefined || blocks.length > 8) return false;
  const weight = blocks.reduce((sum, block) => sum + block.weight, 0);
  const title = blocks.slice(0, 3).find((block) => block.linked > block.weight * 0.9 && block.weight >= 12);
  return title !== undefined && weight - title.weight < 450 && blocks.length > 1;
}
