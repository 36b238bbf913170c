// The last cut, block by block: what leads away from the article or repeats its record, where names did not tell.
import { type FlowBlock, weightOf } from "./flow.ts";
import { headsLinks, isColophon, isControl, leadsElsewhere } from "./phrases.ts";
import { isProse } from "./scope.ts";

/** `repeats`: whether a text says only what the record of the page says: its byline, its date. */
export function trim(
  blocks: readonly FlowBlock[],
  cards: ReadonlySet<FlowBlock>,
  repeats: (text: string, isLead: boolean) => boolean,
): readonly FlowBlock[] {
  const plain = blocks.filter((block) => block.weight > 0 && !isControl(block.text) && !leads(block));
  const left = withoutLinkRuns(withoutColophon(withoutRelated(plain)), cards);
  const first = left.findIndex(isProse);
  return left.filter(
    ({ text, kind }, at) => (kind === "heading" && at === 0) || kind === "row" || !repeats(text, at < first),
  );
}

function leads({ text, weight, linked, kind }: FlowBlock): boolean {
  return kind !== "heading" && leadsElsewhere(text) && linked > weight * 0.4;
}

function isLink({ weight, linked, kind }: FlowBlock): boolean {
  return kind !== "row" && linked > weight * (kind === "paragraph" ? 0.85 : 0.6);
}

/** Headings over links to other articles, with these links. */
function withoutRelated(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const kept: FlowBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) continue;
    if (!headsLinks(block.text) || weightOf(block.text) > 60) {
      kept.push(block);
      continue;
    }
    let end = at + 1;
    for (let next = blocks[end]; next !== undefined && isCard(next, blocks[end + 1]); next = blocks[end])
      end++;
    if (end === at + 1 && end < blocks.length) kept.push(block);
    at = end - 1;
  }
  return kept;
}

/** A link, or the short label or date of the link that follows. */
function isCard(block: FlowBlock, next: FlowBlock | undefined): boolean {
  if (isLink(block)) return true;
  return (
    next !== undefined &&
    isLink(next) &&
    block.weight < 120 &&
    !(isProse(block) && block.kind === "paragraph" && block.weight > 90)
  );
}

/** Runs of links before the first words of prose and after the last; what a heading or a colon announces stays. */
function withoutLinkRuns(blocks: readonly FlowBlock[], cards: ReadonlySet<FlowBlock>): readonly FlowBlock[] {
  const isText = (block: FlowBlock) => isProse(block) && !cards.has(block);
  const first = blocks.findIndex(isText);
  const last = blocks.findLastIndex(isText);
  if (first === -1) return blocks;
  const announced = (at: number) => {
    let before = at - 1;
    while (before >= 0 && isLink(blocks[before] as FlowBlock) && blocks[before]?.kind !== "heading") before--;
    const block = blocks[before];
    return (
      block !== undefined &&
      before > first &&
      (block.kind === "heading" ? !isLink(block) : /[:：]$/u.test(block.text))
    );
  };
  const leadsAway = (at: number): boolean => {
    const block = blocks[at];
    if (block === undefined) return true;
    if (cards.has(block)) return at < first || at > last;
    if (at === 0 && block.kind === "heading") return false;
    const next = blocks[at + 1];
    if (block.kind === "heading" && at > last)
      return next === undefined || (cards.has(next) && leadsAway(at + 1));
    if (!isLink(block)) return false;
    return at < first || (at > last && !announced(at));
  };
  return blocks.filter((_, at) => !leadsAway(at));
}

/** Copyright and the like at the very end. */
function withoutColophon(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const at = blocks.findIndex(({ text }, index) => index >= blocks.length - 4 && isColophon(text));
  return at <= 0 ? blocks : blocks.slice(0, at);
}
