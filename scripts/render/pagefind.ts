// Records to a search index, through Pagefind's own program: a static set of files that its script reads piece by piece.
import { EnvironmentError } from "../command/command.ts";
import { inOneOrder } from "./pagefind-order.ts";
import type { SearchRecord } from "./search-records.ts";

/** Languages whose stems Pagefind knows, of those whose words stand apart. */
const stemmed = new Set(
  "ar ca da de el en es eu fi fr ga hi hu hy id it lt ne nl no pl pt ro ru sr sv ta tr yi".split(" "),
);

/** Files that the search page asks for; those of Pagefind's own pages are left out. */
const wanted =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.[a-z]+\.pagefind|pagefind\.[^/]+\.pf_meta|(?:index|fragment|filter)\/.+)$/;

export type SearchIndex = {
  /** File name → bytes, in the order of names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of Pagefind. */
  readonly version: string;
};

/**
 * One index for all languages, so that one search finds them all; its stems are those of the site's language, and words of
 * others are found as they stand or by how they begin.
 */
export async function searchIndex(records: readonly SearchRecord[], language: string): Promise<SearchIndex> {
  const { close, createIndex } = await import("pagefind").catch((cause: unknown) => {
    throw new EnvironmentError("the package pagefind is not installed; run npm ci", { cause });
  });
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const forceLanguage = stemmed.has(primary) ? primary : "unknown";
  try {
    const { index, errors } = await createIndex({ forceLanguage, keepIndexUrl: true });
    if (index === undefined) throw new Error(errors.join("; "));
    for (const { url, html } of records) {
      const added = await index.addHTMLFile({ url, content: html });
      if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join("; ")}`);
    }
    const { files } = await index.getFiles();
    await index.deleteIndex();
    const entry = files.find(({ path }) => path === "pagefind-entry.json")?.content ?? new Uint8Array();
    const { version } = JSON.parse(new TextDecoder().decode(entry)) as { version: string };
    const kept = files
      .filter(({ path }) => wanted.test(path))
      .filter(({ path }) => forceLanguage === "unknown" || path !== "wasm.unknown.pagefind")
      .map(({ path, content }) => [path, content] as const);
    return { files: inOneOrder(new Map(kept)), version };
  } catch (cause) {
    throw new EnvironmentError(`the search index could not be made: ${(cause as Error).message}`, { cause });
  } finally {
    await close();
  }
}
