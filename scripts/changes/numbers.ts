// Numbers of a source's paragraphs that stay what they are: new ones come between, withdrawn ones are never given again.
import type { StoredParagraph } from "../schema/stored-edition.ts";
import { alignParagraphs } from "./alignment.ts";
import { hashOf, sketchOf } from "./fingerprint.ts";

export type Numbered = {
  /** One a paragraph, in order: `12`, or `12a` for the first that came between 12 and 13. */
  readonly numbers: readonly string[];
  /** Positions of paragraphs that are new, and of those that were reworded. */
  readonly added: ReadonlySet<number>;
  readonly reworded: ReadonlySet<number>;
  /** `before`: position of the paragraph before which it stood; that after the last when it stood at the end. */
  readonly withdrawn: readonly { readonly paragraph: StoredParagraph; readonly before: number }[];
};

/** `edition`: the one that is numbered. `stored`: the paragraphs of the edition before it; none when it is the first. */
export function numberParagraphs(
  texts: readonly string[],
  stored: readonly StoredParagraph[] | null,
  edition: number,
): Numbered {
  if (stored === null) {
    const numbers = texts.map((_, index) => `${index + 1}`);
    return { numbers, added: new Set(), reworded: new Set(), withdrawn: [] };
  }
  const { of, inPlace, reworded } = alignParagraphs(texts, stored);
  const used = new Set(stored.map(({ number }) => number));
  const lastInPlace = Math.max(-1, ...inPlace);
  let highest = Math.max(0, ...stored.map(({ number }) => Number.parseInt(number, 10)));
  let base = "0";
  const added = new Set<number>();
  const numbers = texts.map((_, at) => {
    const index = of[at] ?? null;
    if (index !== null) {
      const { number = "" } = stored[index] ?? {};
      if (inPlace.has(at)) base = `${Number.parseInt(number, 10)}`;
      return number;
    }
    added.add(at);
    const number = at > lastInPlace ? `${++highest}` : between(base, used);
    used.add(number);
    return number;
  });
  const positions = new Map(of.flatMap((index, at) => (index === null ? [] : [[index, at] as const])));
  const withdrawn = stored.flatMap((paragraph, index) => {
    if (positions.has(index)) return [];
    const stands = (other: number | null, at: number) => other !== null && inPlace.has(at);
    let before = of.findLastIndex((other, at) => stands(other, at) && (other ?? 0) < index) + 1;
    while (
      before < of.length &&
      !stands(of[before] ?? null, before) &&
      precedes(numbers[before], paragraph.number)
    )
      before++;
    return [{ paragraph: { ...paragraph, withdrawn: paragraph.withdrawn ?? edition }, before }];
  });
  return { numbers, added, reworded, withdrawn };
}

/** The paragraphs as the edition is stored: those of its text, and the withdrawn ones in their places. */
export function storedParagraphs(
  texts: readonly string[],
  { numbers, withdrawn }: Numbered,
): readonly StoredParagraph[] {
  const goneBefore = (at: number) =>
    withdrawn.flatMap(({ paragraph, before }) => (before === at ? [paragraph] : []));
  return [
    ...texts.flatMap((text, at) => [
      ...goneBefore(at),
      { number: numbers[at] ?? "", hash: hashOf(text), sketch: sketchOf(text), withdrawn: null },
    ]),
    ...goneBefore(texts.length),
  ];
}

/** Whether a number comes before another: 9, 12, 12a, 12b, 13. */
function precedes(one = "", other = ""): boolean {
  const parts = (number: string) => [Number.parseInt(number, 10), number.replace(/^\d+/, "")] as const;
  const [[left, letters], [right, others]] = [parts(one), parts(other)];
  return left !== right
    ? left < right
    : letters.length !== others.length
      ? letters.length < others.length
      : letters < others;
}

/** The first free of 12a, 12b … 12z, 12aa … */
function between(base: string, used: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    let letters = "";
    for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
    }
    if (!used.has(base + letters)) return base + letters;
  }
}
