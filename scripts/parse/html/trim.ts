// The last cut, block by block: what leads away from the article or repeats its record, where names did not tell.
import { type FlowBlock, weightOf } from "./flow.ts";
import { headsLinks, isColophon, isControl, leadsElsewhere } from "./phrases.ts";
import { isProse } from "./scope.ts";

/** `repeats`: whether a text says only what the record of the page says: its byline, its date. */
export function trim(blocks: readonly FlowBlock[], repeats: (text: string) => boolean): readonly FlowBlock[] {
  const plain = blocks.filter((block) => !isControl(block.text) && !leads(block));
  return withoutColophon(withoutLinkRuns(withoutRelated(plain))).filter(
    ({ text, kind, level }) => (kind === "heading" && level === 1) || !repeats(text),
  );
}

function leads({ text, weight, linked, kind }: FlowBlock): boolean {
  return kind !== "heading" && leadsElsewhere(text) && linked > weight * 0.4;
}

function isLink({ weight, linked, kind }: FlowBlock): boolean {
  return kind !== "row" && linked > weight * 0.6;
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
function withoutLinkRuns(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const first = blocks.findIndex(isProse);
  const last = blocks.findLastIndex(isProse);
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
  return blocks.filter((block, at) => {
    if (!isLink(block) || (block.kind === "heading" && block.level === 1)) return true;
    if (at < first) return false;
    return at < last || announced(at);
  });
}

/** Copyright and the like at the very end. */
function withoutColophon(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const at = blocks.findIndex(({ text }, index) => index >= blocks.length - 4 && isColophon(text));
  return at <= 0 ? blocks : blocks.slice(0, at);
}
