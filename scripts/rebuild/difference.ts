// What publishing would change: the files that were built against the manifest of those that stand.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { manifestName } from "../publish/manifest.ts";

export type Difference = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

/** Pages alone: PDFs, the search index and the manifest follow them. */
export async function differenceFrom(
  output: string,
  hashes: ReadonlyMap<string, string>,
): Promise<Difference> {
  const before = new Map((await manifestFiles(output)).map(({ path, sha256 }) => [path, sha256]));
  const paths = [...hashes.keys()].sort();
  return {
    added: paths.filter((path) => !before.has(path)),
    changed: paths.filter((path) => before.has(path) && before.get(path) !== hashes.get(path)),
    removed: [...before.keys()].filter(
      (path) => !hashes.has(path) && !/\.pdf$|^search\/pagefind\//.test(path),
    ),
  };
}

async function manifestFiles(
  output: string,
): Promise<readonly { readonly path: string; readonly sha256: string }[]> {
  try {
    return JSON.parse(await readFile(join(output, manifestName), "utf8")).files;
  } catch (cause) {
    if (cause instanceof SyntaxError || (cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}
