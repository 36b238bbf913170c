// Events too many to be numbered: a dot each, one over another where they fall together.

import type { Point, Shape } from "./drawing.ts";
import type { Era } from "./era.ts";

const radius = 2.6;
const step = 2 * radius + 0.8;
/** Stacks that would be higher are pressed together. */
const highest = 160;

/** `xs` are the places of the events on the line, `draw` makes the sign of an era. The lowest dots stand over `height`. */
export function dots(
  xs: readonly number[],
  eras: readonly Era[],
  draw: (place: Point, era: Era, radius: number) => Shape,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const stacks = new Map<number, number>();
  const places = xs.map((x) => {
    const column = Math.round(x / step);
    const level = stacks.get(column) ?? 0;
    stacks.set(column, level + 1);
    return { x: column * step, level };
  });
  const rise = Math.min(step, highest / Math.max(...stacks.values()));
  const height = Math.max(...stacks.values()) * rise + step;
  const shapes = places.map(({ x, level }, index) =>
    draw({ x, y: height - level * rise - radius }, eras[index] ?? "before", radius),
  );
  return { shapes, height };
}
