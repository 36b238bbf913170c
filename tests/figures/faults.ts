// What is wrong with a drawing: labels that leave the frame or meet, shapes outside it, numbers that are none.
import { boxOf, type Drawing, type Label, overlap } from "../../scripts/figures/drawing.ts";

export function labelsOf({ shapes }: Drawing): readonly Label[] {
  return shapes.filter((shape) => shape.kind === "label");
}

/** A sentence a fault. */
export function faultsOf(drawing: Drawing): readonly string[] {
  const { width, height, shapes } = drawing;
  const labels = labelsOf(drawing);
  const boxes = labels.map((label) => ({ label, box: boxOf(label) }));
  const faults: string[] = [];
  for (const [index, { label, box }] of boxes.entries()) {
    if (box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5 || box.bottom > height + 0.5)
      faults.push(`“${label.text}” leaves the frame`);
    for (const other of boxes.slice(index + 1))
      if (overlap(box, other.box, -0.5)) faults.push(`“${label.text}” meets “${other.label.text}”`);
  }
  for (const shape of shapes) {
    if (shape.kind === "disc" && (shape.x - shape.r < -0.5 || shape.x + shape.r > width + 0.5))
      faults.push(`a disc at ${shape.x}`);
    if (shape.kind === "path") {
      if (!/^M-?[\d.]/.test(shape.d) || /NaN|Infinity|undefined|e/.test(shape.d))
        faults.push(`a path ${shape.d.slice(0, 40)}`);
      if (/[h-z]/.test(shape.d)) continue;
      for (const [, x] of shape.d.matchAll(/[ML](-?[\d.]+),/g))
        if (Number(x) < -0.5 || Number(x) > width + 0.5)
          faults.push(`${shape.look} leaves the frame at ${x}`);
    }
  }
  return faults;
}
