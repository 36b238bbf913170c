// Where the article is in the page: the smallest element that holds its prose, by semantics first, then by density.

import { clutterVerdict } from "./clutter.ts";
import { type FlowBlock, isContainer } from "./flow.ts";
import { classesOf, type Element, elementsOf } from "./tree.ts";

export type Mass = {
  /** Weight of all text, of text in links, and of what reads as prose. */
  readonly all: number;
  readonly linked: number;
  readonly prose: number;
};

const sentenceEnd = /[.!?…。！？।؟۔։።]["'”’»）)\]\d]*$/u;

/** Sentences rather than labels and links. */
export function isProse({ kind, text, weight, linked }: FlowBlock): boolean {
  if (kind === "heading" || linked > weight * 0.5) return false;
  return weight >= 80 || (weight >= 25 && sentenceEnd.test(text));
}

/** `cards` lead to other articles: their summaries are no prose of this one. */
export function massesOf(
  blocks: readonly FlowBlock[],
  cards: ReadonlySet<FlowBlock> = new Set(),
): ReadonlyMap<Element, Mass> {
  const masses = new Map<Element, Mass>();
  for (const block of blocks) {
    const prose = isProse(block) && !cards.has(block) ? block.weight - block.linked : 0;
    for (const element of block.path) {
      const mass = masses.get(element) ?? { all: 0, linked: 0, prose: 0 };
      masses.set(element, {
        all: mass.all + block.weight,
        linked: mass.linked + block.linked,
        prose: mass.prose + prose,
      });
    }
  }
  return masses;
}

/** The blocks that stand in nothing that is clutter. */
export function withoutClutter(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const masses = massesOf(blocks);
  const total = blocks[0]?.path[0] === undefined ? 0 : (masses.get(blocks[0].path[0])?.prose ?? 0);
  const holdsHeadline = new Set(
    blocks.filter(({ kind, level }) => kind === "heading" && level === 1).flatMap(({ path }) => path),
  );
  const verdicts = new Map<Element, boolean>();
  const isClutter = (element: Element) => {
    let verdict = verdicts.get(element);
    if (verdict === undefined) {
      const named = clutterVerdict(element);
      const prose = masses.get(element)?.prose ?? 0;
      const large = prose > total * (holdsHeadline.has(element) ? 0.3 : 0.6);
      verdict = named === "sure" || (named === "likely" && !large) || isTeaser(element, masses.get(element));
      verdicts.set(element, verdict);
    }
    return verdict;
  };
  return blocks.filter(({ path }) => !path.some(isClutter));
}

/** A card that leads to another article: an `article` whose heading is a link, and little else. */
function isTeaser(element: Element, mass: Mass | undefined): boolean {
  if (element.tag !== "article" || mass === undefined) return false;
  return mass.linked > 0 && mass.prose < 400 && mass.linked > mass.all * 0.25;
}

const bodyNames = new Set(
  [
    "entry-content post-content article-content article-body articlebody article__body article__content story-body",
    "story-content storycontent post-body post__content story__content body-copy article-text article__text articletext",
    "field--name-body field-name-body mw-parser-output news-text news__text newstext text-content content-article",
    "article_body article_text article_content articleContent article-detail news-content news-detail post-text td-post-content",
  ].flatMap((line) => line.split(" ")),
);

function isSemantic(element: Element): boolean {
  const { tag, attributes } = element;
  if (tag === "main" || tag === "article") return true;
  if (/articleBody|articleText/i.test(attributes.get("itemprop") ?? "")) return true;
  if (["main", "article"].includes(attributes.get("role") ?? "")) return true;
  return [...classesOf(element), attributes.get("id") ?? ""].some((name) =>
    bodyNames.has(name.toLowerCase()),
  );
}

/** `blocks`: those of the whole page without clutter, `root` its outermost element. */
export function scopeOf(root: Element, blocks: readonly FlowBlock[], cards: ReadonlySet<FlowBlock>): Element {
  const masses = massesOf(blocks, cards);
  const prose = (element: Element) => masses.get(element)?.prose ?? 0;
  let scope = root;
  for (;;) {
    const inner = semanticWithin(scope, prose) ?? denserChild(scope, masses);
    if (inner === null) return scope;
    scope = inner;
  }
}

/** The outermost named container that holds most of the prose, alone of its name. */
function semanticWithin(scope: Element, prose: (element: Element) => number): Element | null {
  const named = [...elementsOf(scope)].filter(
    (element) => element !== scope && isContainer(element) && isSemantic(element) && prose(element) > 0,
  );
  let end = 0;
  const outer = named.filter((element) => {
    if (element.start < end) return false;
    end = element.end;
    return true;
  });
  const best = outer.toSorted((a, b) => prose(b) - prose(a))[0];
  if (best === undefined || prose(best) < prose(scope) * 0.6) return null;
  const second = outer
    .filter((element) => element !== best)
    .reduce((most, element) => Math.max(most, prose(element)), 0);
  return best.tag !== "main" && second > prose(best) * 0.15 && isAlike(outer, best) ? null : best;
}

function isAlike(all: readonly Element[], best: Element): boolean {
  const shape = (element: Element) =>
    `${element.tag} ${classesOf(element).join(" ")} ${element.attributes.get("itemprop") ?? ""}`;
  return all.some((element) => element !== best && shape(element) === shape(best));
}

/** The child that holds nearly all the prose; null when what lies beside it may belong to the article. */
function denserChild(scope: Element, masses: ReadonlyMap<Element, Mass>): Element | null {
  const children = scope.children.filter(
    (child): child is Element => child.kind === "element" && isContainer(child) && masses.has(child),
  );
  const prose = (element: Element) => masses.get(element)?.prose ?? 0;
  const best = children.toSorted((a, b) => prose(b) - prose(a))[0];
  const whole = prose(scope);
  if (
    best === undefined ||
    whole === 0 ||
    (/^(?:p|li|tr|td|ul|ol|table|tbody|blockquote|dl|dd|pre|figure|h\d)$/.test(best.tag) &&
      !["td", "tr", "tbody", "table"].includes(best.tag))
  )
    return null;
  if (prose(best) >= whole * 0.98) return best;
  if (prose(best) < whole * 0.8) return null;
  const rest = children.filter((child) => child !== best && prose(child) > 0);
  return rest.every((child) => isForeign(child, masses.get(child))) ? best : null;
}

function isForeign(element: Element, mass: Mass | undefined): boolean {
  if (mass === undefined) return true;
  return mass.linked > mass.all * 0.35 || ["footer", "aside", "header"].includes(element.tag);
}
