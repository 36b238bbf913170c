// The manifest of a site: every file with its length and hash, and the versions of what made them.
import { createHash } from "node:crypto";
import type { Manifest } from "../model/manifest.ts";

export const manifestName = "manifest.json";

export function manifestOf(
  files: ReadonlyMap<string, Uint8Array>,
  version: string,
  engines: Manifest["engines"],
): Manifest {
  const paths = [...files.keys()].filter((path) => path !== manifestName).sort();
  return {
    generator: "chancery",
    version,
    engines,
    files: paths.map((path) => {
      const bytes = files.get(path) ?? new Uint8Array();
      return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    }),
  };
}
