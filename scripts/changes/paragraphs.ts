// What became of a source's numbered paragraphs from one edition to the next: new, reworded or withdrawn.
import type { Change } from "../model/changes.ts";
import type { StoredParagraph } from "../schema/stored-edition.ts";

type Paragraphs = readonly Pick<StoredParagraph, "number" | "hash" | "withdrawn">[];

/** In the order of the later text. Only their numbers are told: their words are the source's. */
export function paragraphChanges(
  before: Paragraphs,
  after: Paragraphs,
  source: { readonly publisher: string; readonly id: (number: string) => string },
): readonly Change[] {
  const earlier = new Map(before.map((paragraph) => [paragraph.number, paragraph]));
  return after.flatMap(({ number, hash, withdrawn }) => {
    const was = earlier.get(number);
    const stood = was !== undefined && was.withdrawn === null;
    const stands = withdrawn === null;
    const what =
      stood === stands ? (stood && was.hash !== hash ? "changed" : null) : stood ? "removed" : "added";
    if (what === null) return [];
    const change = { kind: "paragraph", what, id: source.id(number), label: number } as const;
    return [{ ...change, source: source.publisher, language: null, fields: [] }];
  });
}
