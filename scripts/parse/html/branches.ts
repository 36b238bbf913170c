// What stands beside the core of an article within its scope: kept when it reads like the article, left when it is furniture.
import { type FlowBlock, isContainer } from "./flow.ts";
import type { Element } from "./tree.ts";

type Mass = { readonly all: number; readonly linked: number; readonly text: number };

/** `isText`: prose and what counts with it. The core is the smallest element with half of it; order is kept. */
export function articleBranches(
  blocks: readonly FlowBlock[],
  scope: Element,
  isText: (block: FlowBlock) => boolean,
): readonly FlowBlock[] {
  const masses = new Map<Element, Mass>();
  for (const block of blocks) {
    for (const element of block.path) {
      const { all, linked, text } = masses.get(element) ?? { all: 0, linked: 0, text: 0 };
      masses.set(element, {
        ...{ all: all + block.weight, linked: linked + block.linked },
        text: text + (isText(block) ? block.weight : 0),
      });
    }
  }
  const core = coreOf(scope, masses);
  const chain = new Set(blocks.find(({ path }) => path.includes(core))?.path ?? []);
  const kept = blocks.map((block) => block.path.includes(core) || staysBeside(block, chain, masses));
  return blocks.filter((block, at) => kept[at] || (block.kind === "heading" && announces(blocks, kept, at)));
}

function coreOf(scope: Element, masses: ReadonlyMap<Element, Mass>): Element {
  const text = (element: Element) => masses.get(element)?.text ?? 0;
  const half = text(scope) / 2;
  let core = scope;
  for (;;) {
    const inner: Element | undefined = core.children.find(
      (child): child is Element =>
        child.kind === "element" &&
        isContainer(child) &&
        text(child) > half &&
        !/^(?:p|li|tr|ul|ol|blockquote|pre)$/.test(child.tag),
    );
    if (inner === undefined) return core;
    core = inner;
  }
}

/** `chain`: the elements around the core. The block's own branch is the outermost element of it that is not among them. */
function staysBeside(
  block: FlowBlock,
  chain: ReadonlySet<Element>,
  masses: ReadonlyMap<Element, Mass>,
): boolean {
  const branch = block.path.find((element) => !chain.has(element));
  const mass = branch === undefined ? undefined : masses.get(branch);
  if (mass === undefined) return block.weight >= 25 && block.linked < block.weight * 0.5;
  if (branch === block.path.at(-1) && branch?.tag === "p") return block.linked < block.weight * 0.5;
  return mass.linked <= mass.all * 0.3 && mass.text >= mass.all * 0.4;
}

function announces(blocks: readonly FlowBlock[], kept: readonly boolean[], at: number): boolean {
  const heading = blocks[at];
  const next = blocks[at + 1];
  return (
    heading !== undefined &&
    heading.linked < heading.weight * 0.5 &&
    next !== undefined &&
    kept[at + 1] === true &&
    next.kind !== "heading"
  );
}
