// What verify says of pages, all asked at once.
import type { Finding } from "../../scripts/model/finding.ts";
import { linksOf, pageFacts, type Target, verifyLinks, verifyPage } from "../../scripts/verify/pages.ts";

/** `files`: paths of everything that will be published. `pages`: path → HTML of the pages to check. */
export function verifyPages(
  pages: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): readonly Finding[] {
  const facts = new Map([...pages].map(([path, html]) => [path, pageFacts(html)]));
  const ids = new Map([...facts].map(([path, own]) => [path, new Set(own.ids)]));
  const at = (path: string): Target => (files.has(path) ? (ids.get(path) ?? true) : null);
  return [...facts].flatMap(([path, own]) => [
    ...verifyPage(path, own),
    ...verifyLinks(path, linksOf(path, own), at),
  ]);
}
