// Short signs for speakers, so that whose words are marked does not hang on colour: DP for Dmitry Peskov.
import type { Edition } from "../../scripts/model/edition.ts";

/** Id of a person or organisation → sign, unique in the edition. */
export type Sigla = ReadonlyMap<string, string>;

/** Initials; doubled ones get a number after them. */
export function siglaOf(edition: Edition): Sigla {
  const names = new Map([...edition.organisations, ...edition.people].map(({ id, name }) => [id, name]));
  const sigla = new Map<string, string>();
  const taken = new Set<string>();
  for (const { body } of edition.annotations) {
    if (body.kind !== "quotation" || sigla.has(body.speaker)) continue;
    const initials = initialsOf(names.get(body.speaker) ?? body.speaker);
    let sign = initials === "" ? String(sigla.size + 1) : initials;
    for (let number = 2; taken.has(sign); number += 1) sign = `${initials}${number}`;
    taken.add(sign);
    sigla.set(body.speaker, sign);
  }
  return sigla;
}

const inks = ["a", "b", "c", "d", "e", "f"] as const;

/** The class of a speaker's ink: six in turn. The sign tells those apart who share one. */
export function inkOf(sigla: Sigla, speaker: string): string {
  const index = [...sigla.keys()].indexOf(speaker);
  return `ink-${inks[Math.max(0, index) % inks.length]}`;
}

/** Capitals where the script has them; else the first letters, with dots so that they do not join. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).slice(0, 4);
  const capitals = words.flatMap((word) => /^\p{Lu}/u.exec(word) ?? []).slice(0, 3);
  if (capitals.length > 0) return capitals.join("");
  return words
    .flatMap((word) => /^\p{L}/u.exec(word) ?? [])
    .slice(0, 2)
    .join(".");
}
