// A paragraph known again without its words: a hash of all of them, and a sketch of which they are.
import { createHash } from "node:crypto";
import { normalise } from "../anchor/normalise.ts";
import { wordsOf } from "./words.ts";

/** Words of a sketch: those with the smallest hashes, so that two sketches sample the same words. */
const sampled = 32;
const digits = 6;

/** Of the text after normalisation. */
export function hashOf(text: string): string {
  return hash(normalise(text).text.trim()).slice(0, 16);
}

/** Broder's bottom-k sketch of the set of words: https://doi.org/10.1109/SEQUEN.1997.666900 */
export function sketchOf(text: string): string {
  const hashes = new Set([...new Set(wordsOf(text))].map((word) => hash(word).slice(0, digits)));
  return [...hashes].sort().slice(0, sampled).join("");
}

/** Share of words that two texts have in common, of those of both, as their sketches tell it: 0 to 1. */
export function likeness(one: string, other: string): number {
  const [left, right] = [split(one), split(other)];
  const union = [...new Set([...left, ...right])].sort().slice(0, sampled);
  if (union.length === 0) return 0;
  return union.filter((hash) => left.has(hash) && right.has(hash)).length / union.length;
}

function split(sketch: string): ReadonlySet<string> {
  return new Set(sketch.match(new RegExp(`.{${digits}}`, "g")) ?? []);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
