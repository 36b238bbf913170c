// A session over a folder on disk, with a site in memory, so that what it holds can be compared with a clean build.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KeptSite } from "../../scripts/rebuild/kept-site.ts";
import type { WholeKit } from "../../scripts/rebuild/kit.ts";
import { openSession, type Session } from "../../scripts/rebuild/session.ts";
import type { Store } from "../../scripts/rebuild/store.ts";
import type { Files } from "./edits.ts";

export type Kept = {
  readonly session: Session;
  readonly site: KeptSite;
  /** Output path → text or bytes. */
  readonly output: Map<string, string | Uint8Array>;
};

export function openKept(
  folder: string,
  kit: WholeKit,
  pdf = false,
  store: Store | null = null,
  bare = false,
): Kept {
  const output = new Map<string, string | Uint8Array>();
  const paths = new Map<string, string>();
  const site: KeptSite = {
    paths,
    holds: (path, sha256) => paths.get(path) === sha256,
    async put(path, sha256, bytes) {
      if (paths.get(path) === sha256) return false;
      output.set(path, bytes());
      paths.set(path, sha256);
      return true;
    },
    async remove(path) {
      output.delete(path);
      paths.delete(path);
    },
    async clear() {},
  };
  const told = { builtAt: null, baseUrl: null, only: null, pdf, bare };
  return { session: openSession(folder, site, { told, kit, store }), site, output };
}

/** Makes a folder hold these files. Returns the paths that are other than before. */
export async function lay(folder: string, before: Files, after: Files): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  for (const path of before.keys()) {
    if (after.has(path)) continue;
    await rm(join(folder, path));
    changed.add(path);
  }
  for (const [path, text] of after) {
    if (before.get(path) === text) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, `${path}.tmp`), text);
    await rename(join(folder, `${path}.tmp`), join(folder, path));
    changed.add(path);
  }
  return changed;
}

/** Paths at which two outputs differ. */
export function differences(
  a: ReadonlyMap<string, string | Uint8Array>,
  b: ReadonlyMap<string, string | Uint8Array>,
): readonly string[] {
  const text = (value: string | Uint8Array | undefined) =>
    value === undefined ? null : Buffer.from(value as Uint8Array).toString("latin1");
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((path) => text(a.get(path)) !== text(b.get(path)))
    .sort();
}
