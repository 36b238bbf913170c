// A published folder as files and its manifest.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import type { Manifest } from "../model/manifest.ts";

const listShape = z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() }));
const keptShape = z.object({ files: listShape });
const manifestShape = z.object({
  generator: z.literal("chancery"),
  version: z.string(),
  engines: z.record(z.string(), z.string()),
  files: listShape,
});

export type Published = {
  readonly manifest: Manifest;
  /** What a release keeps beside its own files, for pages of the release before. */
  readonly kept: Manifest["files"];
  /** All but the lists themselves. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Null when the folder has no manifest of ours. Throws when it cannot be read. */
export async function readPublished(folder: string): Promise<Published | null> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll("\\", "/"), new Uint8Array(await readFile(path)));
  }
  const manifest = narrowed(files.get("manifest.json"), manifestShape);
  const kept = narrowed(files.get("kept.json"), keptShape);
  files.delete("manifest.json");
  if (manifest === null) return null;
  if (kept !== null) files.delete("kept.json");
  return { manifest, kept: kept?.files ?? [], files };
}

function narrowed<T>(bytes: Uint8Array | undefined, shape: z.ZodType<T>): T | null {
  if (bytes === undefined) return null;
  try {
    return shape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
