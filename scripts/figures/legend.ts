// The key under a figure: a sign and its words, one beside another as long as the frame is wide.
import { boxOf, frameWidth, type Label, lineHeight, type Point, type Shape } from "./drawing.ts";

export type Key = { readonly sign: (place: Point) => readonly Shape[]; readonly words: string };

const signWidth = 16;
const gap = 14;

/** `base` is the base line of the first line; `bottom` where the key ends. */
export function legend(
  keys: readonly Key[],
  base: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const shapes: Shape[] = [];
  let x = 0;
  let y = base;
  for (const { sign, words } of keys) {
    const at = (left: number, line: number): Label => ({
      kind: "label",
      look: "key",
      x: left + signWidth,
      y: line,
      anchor: "left",
      text: words,
    });
    if (x > 0 && boxOf(at(x, y)).right > frameWidth) {
      x = 0;
      y += lineHeight;
    }
    shapes.push(...sign({ x: x + 6, y: y - 4 }), at(x, y));
    x = boxOf(at(x, y)).right + gap;
  }
  return { shapes, bottom: y + 5 };
}
