// A published folder as files and its manifest.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import type { Manifest } from "../model/manifest.ts";

const manifestShape = z.object({
  generator: z.literal("chancery"),
  version: z.string(),
  engines: z.record(z.string(), z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

export type Published = { readonly manifest: Manifest; readonly files: ReadonlyMap<string, Uint8Array> };

/** Null when the folder has no manifest of ours. Throws when it cannot be read. */
export async function readPublished(folder: string): Promise<Published | null> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll("\\", "/"), new Uint8Array(await readFile(path)));
  }
  const manifest = manifestOf(files.get("manifest.json"));
  files.delete("manifest.json");
  return manifest === null ? null : { manifest, files };
}

function manifestOf(bytes: Uint8Array | undefined): Manifest | null {
  if (bytes === undefined) return null;
  try {
    return manifestShape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
