// A page to the blocks of its article: what is shown, without clutter, in the scope of its prose, from its headline on.
import { articleBranches } from "./branches.ts";
import { cardsIn } from "./cards.ts";
import { type FlowBlock, flow } from "./flow.ts";
import { headlineOf } from "./headline.ts";
import { hiddenIn } from "./hidden.ts";
import { isProse, scopeOf, withoutClutter } from "./scope.ts";
import type { Page } from "./tree.ts";
import { trim } from "./trim.ts";

export type Told = {
  /** Titles that the page states. */
  readonly titles: readonly string[];
  /** Whether a text says only what the record of the page says; `isLead`: it stands above the first prose. */
  readonly repeats: (text: string, isLead: boolean) => boolean;
};

/** `headline` is among the blocks when the page shows one. */
export type Extract = { readonly blocks: readonly FlowBlock[]; readonly headline: FlowBlock | null };

export function extract(page: Page, told: Told): Extract {
  const shown = flow(page.root, hiddenIn(page.root));
  const named = withoutClutter(shown);
  const blocks = named.length > 0 ? named : shown;
  const [first] = blocks;
  const root = first?.path[0];
  if (root === undefined) return { blocks: [], headline: null };
  const cards = cardsIn(blocks);
  const scope = scopeOf(root, blocks, cards);
  const isText = (block: FlowBlock) => !cards.has(block) && (isProse(block) || isListed(block));
  const within = blocks.filter(({ path }) => path.includes(scope));
  const inside = articleBranches(within, scope, isText);
  const headline =
    headlineOf(shown, told.titles, { sure: true }) ?? headlineOf(blocks, told.titles, { sure: false });
  const led = headline === null ? inside : [...before(blocks, inside, headline), ...after(inside, headline)];
  return { blocks: trim(led, cards, told.repeats), headline };
}

/** Rows, list items and captions that are no links. */
function isListed({ kind, path, weight, linked }: FlowBlock): boolean {
  if (linked > weight * 0.3) return false;
  return (
    ["row", "preformatted", "quote"].includes(kind) ||
    (kind === "list-item" && weight > 20) ||
    path.some(({ tag }) => tag === "figcaption")
  );
}

/** The headline, made one where it is none, and the summary that may stand between it and the body. */
function before(
  blocks: readonly FlowBlock[],
  inside: readonly FlowBlock[],
  headline: FlowBlock,
): readonly FlowBlock[] {
  const title: FlowBlock = { ...headline, kind: "heading", level: headline.level ?? 1 };
  const from = blocks.indexOf(headline);
  const to = inside[0] === undefined ? -1 : blocks.indexOf(inside[0]);
  const between = from === -1 || to <= from ? [] : blocks.slice(from + 1, to);
  return [title, ...between.filter((block) => isProse(block) && block.linked < block.weight * 0.2)];
}

/** What follows the headline within the body, and prose that stands above it. */
function after(inside: readonly FlowBlock[], headline: FlowBlock): readonly FlowBlock[] {
  const place = headline.parts[0]?.start ?? 0;
  return inside.filter((block) => {
    if (block === headline) return false;
    return (block.parts[0]?.start ?? 0) > place || (isProse(block) && block.linked < block.weight * 0.2);
  });
}
