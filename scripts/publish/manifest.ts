// The manifest of a site: every file with its length and hash, and the versions of what made them.
import type { Manifest } from "../model/manifest.ts";

export const manifestName = "manifest.json";

/** `files`: path → length and hash. */
export function manifestOf(
  files: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
  version: string,
  engines: Manifest["engines"],
): Manifest {
  const named = [...files].filter(([path]) => path !== manifestName).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    generator: "chancery",
    version,
    engines,
    files: named.map(([path, { bytes, sha256 }]) => ({ path, bytes, sha256 })),
  };
}
