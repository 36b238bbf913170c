// What stands around a passage: enough words on either side to find the place again by eye.
import type { Range } from "../model/selector.ts";

/** Code points on either side, cut at the edge of a word where the script has spaces. */
const reach = 90;

/** Within the text's lines; `…` where words are left out. */
export function surroundings(text: string, { start, end }: Range): { before: string; after: string } {
  const left = [...text.slice(Math.max(0, start - reach * 4), start)];
  const right = [...text.slice(end, end + reach * 4)];
  return {
    before: oneLine(
      left.length > reach
        ? `…${left
            .slice(-reach)
            .join("")
            .replace(/^\S{0,20}\s/, "")}`
        : left.join(""),
    ),
    after: oneLine(
      right.length > reach
        ? `${right
            .slice(0, reach)
            .join("")
            .replace(/\s\S{0,20}$/, "")}…`
        : right.join(""),
    ),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
