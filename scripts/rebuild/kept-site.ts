// The site as dev keeps it on disk: each changed file replaced as a whole by itself, and what no page makes any more taken away.
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

export type KeptSite = {
  /** Writes a file unless these very bytes, by their hash, are what it wrote last. Returns whether it wrote. */
  put(path: string, sha256: string, bytes: () => Uint8Array | string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** Removes every file that was not put. */
  clear(): Promise<void>;
  readonly paths: ReadonlyMap<string, string>;
};

export function keptSite(folder: string): KeptSite {
  const written = new Map<string, string>();
  let turn = 0;

  async function prune(path: string): Promise<void> {
    for (let at = dirname(path); at !== "."; at = dirname(at)) {
      try {
        await rmdir(join(folder, at));
      } catch (cause) {
        if (["ENOTEMPTY", "EEXIST", "ENOENT"].includes((cause as NodeJS.ErrnoException).code ?? "")) return;
        throw cause;
      }
    }
  }

  return {
    paths: written,
    async put(path, sha256, bytes) {
      if (written.get(path) === sha256) return false;
      const full = join(folder, path);
      const part = join(dirname(full), `.${process.pid}-${turn++}.part`);
      try {
        await writeFile(part, bytes());
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
        await mkdir(dirname(full), { recursive: true });
        await writeFile(part, bytes());
      }
      // What is only half of the way there has to be put again.
      written.delete(path);
      await rename(part, full).catch(async (cause: NodeJS.ErrnoException) => {
        if (cause.code !== "EISDIR" && cause.code !== "ENOTEMPTY") throw cause;
        await rm(full, { recursive: true, force: true });
        await rename(part, full);
      });
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
