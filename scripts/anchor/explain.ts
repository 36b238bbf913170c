// Why an annotation has no place in its source, in words, with the text that comes nearest.
import { type Finding, finding, type Place } from "../model/finding.ts";
import type { Match, Range } from "../model/selector.ts";
import { plainDiff, wordDiff } from "./word-diff.ts";

/** `place`: that of the annotation's words. `where`: the place of a range of the source in its own file. */
export function explain(
  found: Exclude<Match, { kind: "anchored" }>,
  { id, exact }: { readonly id: string; readonly exact: string },
  place: Place,
  where: (range: Range) => Place,
): Finding {
  const spot = (range: Range) => spotOf(where(range));
  if (found.kind === "ambiguous") {
    const spots = found.candidates.slice(0, 5).map(spot).join(", ");
    return finding(
      "error",
      "ambiguous",
      place,
      `${id}: the words stand in the source ${found.candidates.length} times: ${spots}`,
      "add `prefix` or `suffix`, the words just before or after",
    );
  }
  if (found.kind === "out-of-context") {
    return finding(
      "error",
      "out-of-context",
      place,
      `${id}: the words stand at ${spot(found.range)}, but what \`prefix\` or \`suffix\` names is not beside them`,
      "correct `prefix` or `suffix`, or delete them",
    );
  }
  const message = `${id}: “${short(exact)}” is not in the source word for word`;
  if (found.nearest === null)
    return finding(
      "error",
      "orphan",
      place,
      message,
      "nothing in the source comes near; copy the words from the source",
    );
  const { text } = found.nearest;
  const difference = plainDiff(wordDiff(exact.slice(0, diffLimit), inOneLine(text.slice(0, diffLimit))));
  const hint = `the nearest text is at ${spot(found.nearest)}: “${short(text)}” (${difference})`;
  return finding("error", "orphan", place, message, hint);
}

/** `file:line:column`. */
export function spotOf({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Longer texts are compared by how they begin. */
const diffLimit = 2000;

export function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** As much of a text as a message has room for. */
export function short(text: string): string {
  const characters = [...inOneLine(text)];
  return characters.length > 160 ? `${characters.slice(0, 160).join("")}…` : characters.join("");
}
