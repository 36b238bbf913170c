// What a text leans on, apart from its words: the references that it cites and the addresses that it links to.
import { markdownIt } from "../markdown/instance.ts";
import { citedIds } from "../markdown/words.ts";
import type { Citations, Reference } from "../model/edition.ts";

/** Between what one record cites. */
export const citesSeparator = " | ";

/** References by number, as a citation keeps them when they are numbered anew: the address, or the title. */
export type Cited = ReadonlyMap<number, string>;

export function citedBy(references: readonly Reference[]): Cited {
  return new Map(references.map(({ number, title, url }) => [number, url ?? title]));
}

/** In order, each once. */
export function citesOf(markdown: string | null, citations: Citations, cited: Cited): string {
  if (markdown === null) return "";
  const references = citedIds(markdown).flatMap((id) =>
    Object.hasOwn(citations, id) ? (cited.get(citations[id] ?? 0) ?? []) : [],
  );
  return [...new Set([...references, ...addressesIn(markdown)])].join(citesSeparator);
}

function addressesIn(markdown: string): readonly string[] {
  return markdownIt
    .parse(markdown, {})
    .flatMap((token) => token.children ?? [])
    .flatMap((token) => (token.type === "link_open" ? `${token.attrGet("href") ?? ""}` : []));
}
