// The headline of a page: the one that the page shows and states.
import { type FlowBlock, weightOf } from "./flow.ts";
import { classesOf } from "./tree.ts";

/** The block that is the headline; null when none is. `stated`: titles that the page states. `sure`: it must agree with one. */
export function headlineOf(
  blocks: readonly FlowBlock[],
  stated: readonly string[],
  { sure }: { readonly sure: boolean },
): FlowBlock | null {
  const titles = stated.map(plain).filter((title) => title !== "");
  const agrees = ({ text }: FlowBlock) => {
    const own = plain(text);
    return (
      weightOf(text) >= 6 &&
      titles.some(
        (title) => title === own || title.startsWith(own) || (own.startsWith(title) && title.length > 20),
      )
    );
  };
  const top = blocks.filter(({ kind, level }) => kind === "heading" && level === 1);
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const named = blocks.filter(({ path }) =>
    path
      .slice(-2)
      .some((element) => classesOf(element).some((name) => /^(?:.*[-_])?(?:headline|title)$/i.test(name))),
  );
  const stating = blocks.find(({ path }) =>
    path.some(({ attributes }) => attributes.get("itemprop") === "headline"),
  );
  const fits = (one: FlowBlock) =>
    one.weight <= 600 && one.kind !== "list-item" && !(one.linked > one.weight * 0.9 && one.level !== 1);
  return (
    top.find(agrees) ??
    headings.find(agrees) ??
    named.filter(fits).find(agrees) ??
    blocks.filter(fits).find((one) => titles.includes(plain(one.text))) ??
    (sure ? undefined : (stating ?? (top.length === 1 ? top[0] : undefined))) ??
    null
  );
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
