// The site as dev keeps it on disk: each changed file replaced as a whole by itself, and what no page makes any more taken away.

// Many small files are written at once without waiting: handing each to a thread costs more than writing it.
import { hash } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

export type KeptSite = {
  /** Whether these very bytes, by their hash, stand at a path: what it did not write itself it reads. */
  holds(path: string, sha256: string): boolean;
  /** Writes a file unless it holds it. Returns whether it wrote. */
  put(path: string, sha256: string, bytes: () => Uint8Array | string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** Removes every file that was not put. */
  clear(): Promise<void>;
  readonly paths: ReadonlyMap<string, string>;
};

export function keptSite(folder: string): KeptSite {
  const written = new Map<string, string>();
  /** Folders that are there, and of these the ones that were not. */
  const made = new Set<string>();
  const fresh = new Set<string>();
  let turn = 0;

  /** Makes a folder below the site's own, its parents first: asking for them all at once looks each up again. */
  function make(path: string): void {
    if (made.has(path)) return;
    if (path.length <= folder.length) mkdirSync(path, { recursive: true });
    else {
      make(dirname(path));
      try {
        mkdirSync(path);
        fresh.add(path);
      } catch (cause) {
        const { code } = cause as NodeJS.ErrnoException;
        if (code === "ENOENT") mkdirSync(path, { recursive: true });
        else if (code !== "EEXIST") throw cause;
      }
    }
    made.add(path);
  }

  async function prune(path: string): Promise<void> {
    for (let at = dirname(path); at !== "."; at = dirname(at)) {
      try {
        made.delete(join(folder, at));
        fresh.delete(join(folder, at));
        await rmdir(join(folder, at));
      } catch (cause) {
        if (["ENOTEMPTY", "EEXIST", "ENOENT"].includes((cause as NodeJS.ErrnoException).code ?? "")) return;
        throw cause;
      }
    }
  }

  function holds(path: string, sha256: string): boolean {
    const known = written.get(path);
    // In a folder that was made here nothing stands but what was written here.
    if (known !== undefined || fresh.has(dirname(join(folder, path)))) return known === sha256;
    if (hashOf(join(folder, path)) !== sha256) return false;
    written.set(path, sha256);
    return true;
  }

  return {
    paths: written,
    holds,
    async put(path, sha256, bytes) {
      if (holds(path, sha256)) return false;
      const full = join(folder, path);
      const parent = dirname(full);
      const part = join(parent, `.${process.pid}-${turn++}.part`);
      make(parent);
      try {
        writeFileSync(part, bytes());
      } catch (cause) {
        // On a full disk half of it would take what room there is.
        rmSync(part, { force: true });
        if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
        // Somebody else took the folder away.
        mkdirSync(parent, { recursive: true });
        writeFileSync(part, bytes());
      }
      // What is only half of the way there has to be put again.
      written.delete(path);
      try {
        renameSync(part, full);
      } catch (cause) {
        const { code } = cause as NodeJS.ErrnoException;
        if (code !== "EISDIR" && code !== "ENOTEMPTY") throw cause;
        await rm(full, { recursive: true, force: true });
        renameSync(part, full);
      }
      written.set(path, sha256);
      return true;
    },
    async remove(path) {
      await rm(join(folder, path), { force: true });
      written.delete(path);
      await prune(path);
    },
    async clear() {
      await mkdir(folder, { recursive: true });
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
        if (entry.isDirectory() || written.has(path)) continue;
        await rm(join(folder, path), { force: true });
        await prune(path);
      }
    },
  };
}

/** The SHA-256 of a plain file; null when there is none. */
export function hashOf(path: string): string | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? hash("sha256", readFileSync(path)) : null;
  } catch (cause) {
    // What cannot be read is written anew.
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return null;
  }
}
