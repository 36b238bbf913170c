// The manifest of a site: every file with its length and hash, and the versions of what made them.
import { createHash } from "node:crypto";
import type { Manifest } from "../model/manifest.ts";

export const manifestName = "manifest.json";

export function manifestOf(
  files: ReadonlyMap<string, Uint8Array>,
  version: string,
  engines: Manifest["engines"],
): Manifest {
  const facts = [...files].map(
    ([path, bytes]) =>
      [path, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }] as const,
  );
  return manifestWith(new Map(facts), version, engines);
}

/** The same where lengths and hashes are known. */
export function manifestWith(
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
