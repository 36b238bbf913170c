// Transformation matrices (ISO 32000-1, 8.3.3).

import type { Operations } from "./operations.ts";

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does `first`, then `then`. */
export function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The operands of `cm` or `Tm`. */
export function matrixOf(operations: Operations): Matrix {
  const at = (index: number) => operations.number(index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
