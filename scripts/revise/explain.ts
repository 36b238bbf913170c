// What an author is told of a passage that an edit of the source has changed or taken away.
import { short, spotOf } from "../anchor/explain.ts";
import { plainDiff } from "../anchor/word-diff.ts";
import { type Finding, finding, type Place } from "../model/finding.ts";
import type { Range } from "../model/selector.ts";
import type { Fallen } from "../model/standing.ts";

/** `place`: that of the annotation's words. `where`: places in the newest revision, whose file's path is `path`. */
export function explainFallen(
  fallen: Fallen,
  id: string,
  slug: string,
  place: Place,
  where: (range: Range) => Place,
  path: string,
): Finding {
  const { verdict, text, before, after, revision, proposed, lookAlike } = fallen;
  const newest = path.split("/").at(-1) ?? "";
  const accept = `npm run update -- ${slug} --accept ${id}`;
  if (verdict === "changed" && proposed !== null) {
    return finding(
      "warning",
      "anchor-changed",
      place,
      `${id}: “${short(text)}” stood in ${revision.file} and was changed in ${newest}, at ${spotOf(where(proposed.range))}: ${short(plainDiff(proposed.difference))}`,
      `if the note holds of “${short(proposed.text)}” too, take these words with \`${accept}\`; else rewrite or delete it`,
    );
  }
  const elsewhere =
    lookAlike === null
      ? ""
      : `; the same words at ${spotOf(where(lookAlike))} are another passage's: if they are meant, take them with \`${accept}\``;
  if (verdict === "ambiguous") {
    return finding(
      "warning",
      "anchor-ambiguous",
      place,
      `${id}: “${short(text)}” stood in ${revision.file}, and which words of ${newest} are its own now cannot be told`,
      `choose them by \`exact\` with \`prefix\` or \`suffix\`, or delete the note${elsewhere}`,
    );
  }
  return finding(
    "warning",
    "anchor-lost",
    place,
    `${id}: “${short(text)}” stood in ${revision.file} and is no longer in ${newest}`,
    `it stood ${around(before, after)}; choose other words or delete the note${elsewhere}`,
  );
}

/** Between what a passage stood. */
export function around(before: string, after: string): string {
  if (before === "" && after === "") return "alone";
  if (before === "") return `at the start, before “${after}”`;
  return after === "" ? `at the end, after “${before}”` : `between “${before}” and “${after}”`;
}
