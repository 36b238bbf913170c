// What a figure is before it is written: shapes in a frame, as plain data, so that labels can be measured and tested.
import { textWidth } from "./text-width.ts";

/** Units of a frame; the frame is as wide as its column, whatever that is. */
export type Point = { readonly x: number; readonly y: number };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** `look` is a class of assets/figures.css. */
export type Shape =
  | { readonly kind: "path"; readonly look: string; readonly d: string }
  | {
      readonly kind: "disc";
      readonly look: string;
      readonly x: number;
      readonly y: number;
      readonly r: number;
    }
  | Label;

/** A line of text. `anchor` is the side of the text that stands at `x`, whatever its direction; `y` is its base line. */
export type Label = {
  readonly kind: "label";
  readonly look: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "left" | "middle" | "right";
  readonly text: string;
};

export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

/** Width of every frame: what a phone of 320 pixels shows with type of 11 pixels. */
export const frameWidth = 336;
/** Size of type for which labels are placed; a style sheet may set them smaller, never larger. */
export const typeSize = 12;
export const lineHeight = 15;

/** The room that a label takes at most. */
export function boxOf({ x, y, anchor, text }: Omit<Label, "kind" | "look">): Box {
  const width = textWidth(text) * typeSize;
  const left = anchor === "left" ? x : anchor === "right" ? x - width : x - width / 2;
  return { left, top: y - typeSize * 0.85, right: left + width, bottom: y + typeSize * 0.3 };
}

/** Whether two boxes come closer than `gap`. */
export function overlap(one: Box, other: Box, gap = 0): boolean {
  return (
    one.left < other.right + gap &&
    other.left < one.right + gap &&
    one.top < other.bottom + gap &&
    other.top < one.bottom + gap
  );
}

/** The same drawing as seen from the other side, for text that runs from right to left. */
export function mirrored(drawing: Drawing): Drawing {
  const { width } = drawing;
  const sides = { left: "right", middle: "middle", right: "left" } as const;
  return {
    ...drawing,
    shapes: drawing.shapes.map((shape): Shape => {
      if (shape.kind === "path") return { ...shape, d: mirroredPath(shape.d, width) };
      if (shape.kind === "disc") return { ...shape, x: width - shape.x };
      return { ...shape, x: width - shape.x, anchor: sides[shape.anchor] };
    }),
  };
}

/** A line through points; closed when it comes back to its start. */
export function line(...points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${short(x)},${short(y)}`).join("");
}

/** A rectangle as a closed path. */
export function rectangle({ left, top, right, bottom }: Box): string {
  const corners = [left, right, right, left].map((x, index) => ({ x, y: index < 2 ? top : bottom }));
  return `${line(...corners)}Z`;
}

/** A coordinate to a tenth of a unit. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

function mirroredPath(d: string, width: number): string {
  return d.replace(
    /([ML])(-?[\d.]+)/g,
    (_, command: string, x: string) => command + short(width - Number(x)),
  );
}
