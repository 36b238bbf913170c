// What differs between two wordings, word by word, in any script.
import { diffArrays } from "diff";
import type { DiffPart } from "../model/edition.ts";

const words = new Intl.Segmenter("und", { granularity: "word" });
/** Longer wordings are shown whole, one and then the other. */
const limit = 3000;

/** Parts in order: those that are not `added` join up to `was`, those that are not `removed` to `is`. */
export function wordDiff(was: string, is: string): readonly DiffPart[] {
  const [before, after] = [wordsOf(was), wordsOf(is)];
  if (before.length + after.length > limit) return replaced(was, is);
  const parts: DiffPart[] = [];
  let [removed, added] = ["", ""];
  const changes = diffArrays(before, after);
  const both = (index: number) => {
    const next = changes.slice(index + 1, index + 3);
    return (
      (removed !== "" || next.some((one) => one.removed)) && (added !== "" || next.some((one) => one.added))
    );
  };
  for (const [index, { value, added: isNew, removed: isOld }] of changes.entries()) {
    const text = value.join("");
    if (isOld) removed += text;
    else if (isNew) added += text;
    else if (text.trim() === "" && removed + added !== "" && index < changes.length - 1 && both(index)) {
      // Where words were replaced, a space between two of them belongs to both, so that the run is one change.
      removed += text;
      added += text;
    } else {
      parts.push(...replaced(removed, added), { kind: "same", text });
      [removed, added] = ["", ""];
    }
  }
  return [...parts, ...replaced(removed, added)];
}

/** `[-was-]{+is+}`, with the words that stay left out where they are many. */
export function plainDiff(parts: readonly DiffPart[]): string {
  return parts
    .map(({ kind, text }) => {
      if (kind === "added") return `{+${text}+}`;
      if (kind === "removed") return `[-${text}-]`;
      const characters = [...text];
      if (characters.length <= 30) return text;
      return `${characters.slice(0, 12).join("")}…${characters.slice(-12).join("")}`;
    })
    .join("");
}

function replaced(was: string, is: string): readonly DiffPart[] {
  const parts: readonly DiffPart[] = [
    { kind: "removed", text: was },
    { kind: "added", text: is },
  ];
  return parts.filter(({ text }) => text !== "");
}

/** Words, signs and white space. A number is one word, so that half of it is never shown as the same. */
function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}
