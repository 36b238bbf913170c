// Folders that are made once and kept: they appear whole or not at all, whoever else makes them at the same time.

import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EnvironmentError } from "../command/command.ts";

const ROOT = fileURLToPath(new URL("../../.chancery", import.meta.url));
const ABANDONED = 60 * 60 * 1000;

export type CachedFolder = {
  readonly path: string;
  /** Removes a folder that could not be kept for the next run; does nothing to a kept one. */
  discard(): Promise<void>;
};

/**
 * The folder `name` of the project's cache, filled by `fill` if it is not there yet. Where the project's own
 * folder cannot be written, a private temporary one that `discard` removes.
 */
export async function cachedFolder(
  name: string,
  fill: (folder: string) => Promise<void>,
  root = ROOT,
): Promise<CachedFolder> {
  const path = join(root, name);
  if (await isFolder(path)) return { path, discard: async () => {} };
  const staging = await stage(root, name);
  try {
    await fill(staging.path);
    if (!staging.kept) return { path: staging.path, discard: () => remove(staging.path) };
    await rename(staging.path, path);
    return { path, discard: async () => {} };
  } catch (cause) {
    await remove(staging.path);
    if (await isFolder(path)) return { path, discard: async () => {} };
    throw new EnvironmentError(`The browser could not be unpacked into ${path}`, { cause });
  }
}

async function stage(root: string, name: string): Promise<{ path: string; kept: boolean }> {
  try {
    await mkdir(root, { recursive: true });
    await removeAbandoned(root, ".part-");
    return { path: await mkdtemp(join(root, `${name}.part-`)), kept: true };
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    return { path: await mkdtemp(join(tmpdir(), `chancery-${name}-`)), kept: false };
  }
}

/** Removes what a process that was killed an hour ago or more left in `root` under a name that holds `mark`. */
export async function removeAbandoned(root: string, mark: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.includes(mark)) continue;
    const path = join(root, name);
    const found = await stat(path).catch(() => undefined);
    const own = found?.uid === (process.getuid?.() ?? found?.uid);
    if (found && own && Date.now() - found.mtimeMs > ABANDONED) await remove(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function isRefusal(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  return code === "EACCES" || code === "EROFS" || code === "EPERM";
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 5 });
}
