// The manifest of files that a test made up, as a build has it.
import { createHash } from "node:crypto";
import type { Manifest } from "../../scripts/model/manifest.ts";
import { manifestOf } from "../../scripts/publish/manifest.ts";

export function manifestFor(files: ReadonlyMap<string, Uint8Array>): Manifest {
  const facts = [...files].map(
    ([path, bytes]) =>
      [path, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }] as const,
  );
  return manifestOf(new Map(facts), "1", {});
}
