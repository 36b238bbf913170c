// A published folder against its manifest: every file is there, is what it was, and nothing else is.
import { createHash } from "node:crypto";
import { type Finding, finding } from "../model/finding.ts";
import type { Manifest } from "../model/manifest.ts";

/** `files`: everything in the folder but the manifest, by path. `kept`: what is there beside the manifest's files. */
export function verifyPublished(
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  kept: Manifest["files"] = [],
): readonly Finding[] {
  const all = [...manifest.files, ...kept];
  const listed = new Set(all.map(({ path }) => path));
  const fault = (rule: string, file: string, message: string, hint: string) =>
    finding("error", rule, { file, line: 1, column: 1 }, message, hint);
  return [
    ...all.flatMap(({ path, sha256 }) => {
      const bytes = files.get(path);
      if (bytes === undefined)
        return [fault("file-missing", path, "is missing", "publish the whole folder again")];
      const found = createHash("sha256").update(bytes).digest("hex");
      if (found === sha256) return [];
      return [
        fault(
          "file-changed",
          path,
          `is not what was published: its SHA-256 is ${found}`,
          "restore it, or build again",
        ),
      ];
    }),
    ...[...files.keys()]
      .filter((path) => !listed.has(path))
      .map((path) => fault("file-added", path, "is not in the manifest", "take it away, or build again")),
  ];
}
