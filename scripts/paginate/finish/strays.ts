// Gives a tag to text that Chromium leaves without one: a single character at the head of a page's body or notes.

import { type PageContent, type Stretch, textOf } from "./content.ts";
import { bare } from "./drawn-text.ts";
import type { Pages } from "./facts.ts";
import type { Leaf, TextLeaf } from "./leaves.ts";

export type Adopted = { readonly leaves: readonly Leaf[]; readonly contents: readonly PageContent[] };

/** So many texts from the head of a page may be missing. */
const HEAD = 3;

/** What is found in no place of the document stays as it is, for the checks to find. `heights` in points. */
export function adoptStrays(
  leaves: readonly Leaf[],
  contents: readonly PageContent[],
  pages: Pages,
  heights: readonly number[],
): Adopted {
  const all = [...leaves];
  const adopted = contents.map((content, page) => {
    const area = pages.areas[page];
    const isInside = ({ kind, lines }: Stretch) => {
      const down = (heights[page] ?? 0) - (lines[0]?.y ?? 0);
      return kind === "text" && area !== undefined && down > area.top && down < area.bottom;
    };
    if (!content.stretches.some(isInside)) return content;
    const heads = headsOf(page, content.stretches, all, pages);
    let mark = Math.max(-1, ...content.stretches.map((one) => one.mark));
    const stretches = content.stretches.map((one) => {
      const text = isInside(one) ? bareOf(one) : "";
      const at = text ? heads.findIndex((head) => head.text === text) : -1;
      const [head] = at < 0 ? [] : heads.splice(at, 1);
      if (!head) return one;
      mark += 1;
      const leaf: TextLeaf = { kind: "text", element: head.element, label: false, page, mark };
      const next = all.findIndex((other) => other.page === page && (other.element ?? -1) >= head.element);
      all.splice(next < 0 ? all.length : next, 0, leaf);
      return { ...one, kind: "mark" as const, mark };
    });
    return { ...content, stretches };
  });
  return { leaves: all, contents: adopted };
}

/** The first texts of a page that no mark has. */
function headsOf(
  page: number,
  stretches: readonly Stretch[],
  leaves: readonly Leaf[],
  { document }: Pages,
): { readonly element: number; readonly text: string }[] {
  const marks = new Set(
    leaves.flatMap((leaf) => (leaf.kind === "text" && leaf.page === page ? [leaf.mark] : [])),
  );
  const tagged = stretches.filter((one) => marks.has(one.mark)).map(bareOf);
  return [document.body[page], document.notes[page]].flatMap((texts) => {
    const pieces = (texts ?? []).map(({ element, text }) => ({ element, text: bare(text) }));
    return pieces
      .filter(({ text }) => text)
      .slice(0, HEAD)
      .filter(
        ({ text }) =>
          count(
            pieces.map((one) => one.text),
            text,
          ) > count(tagged, text),
      );
  });
}

function bareOf({ lines }: Stretch): string {
  return bare(lines.map(textOf).join(""));
}

function count(list: readonly string[], wanted: string): number {
  return list.filter((one) => one === wanted).length;
}
