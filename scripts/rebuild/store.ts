// What was made before, on disk: found by what it was made from, believed only when its own hash holds, and never missed when it is gone.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Store = {
  /** What was kept under a key; null when there is nothing, or nothing that can be believed. */
  read(kind: string, key: string): Uint8Array | null;
  /** Keeps bytes under a key. What cannot be kept is made again next time. */
  write(kind: string, key: string, payload: Uint8Array): void;
  /** Forgets what was not used for longest, until no more than `limit` bytes are kept. */
  prune(limit?: number): Promise<void>;
};

const usual = fileURLToPath(new URL("../../.chancery/cache", import.meta.url));
const usualLimit = 1024 ** 3;
const headLength = 65;

/** Several processes may use one folder: entries appear whole, and two of a key are the same. */
export function openStore(folder: string = process.env.CHANCERY_CACHE ?? usual): Store {
  let writable = true;
  let turn = 0;
  /** When entries were used last is all that a clock is asked for. */
  const opened = new Date();
  const place = (kind: string, key: string) => join(folder, kind, key.slice(0, 2), key);

  function use(path: string): void {
    try {
      utimesSync(path, opened, opened);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
      writable = false;
    }
  }

  return {
    read(kind, key) {
      const path = place(kind, key);
      try {
        const bytes = readFileSync(path);
        const payload = bytes.subarray(headLength);
        if (
          bytes.length >= headLength &&
          bytes.toString("latin1", 0, headLength) === headOf(kind, key, payload)
        ) {
          if (writable) use(path);
          return payload;
        }
        rmSync(path, { force: true });
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
      }
      return null;
    },
    write(kind, key, payload) {
      if (!writable) return;
      const path = place(kind, key);
      const part = `${path}.${process.pid}-${turn++}.part`;
      try {
        mkdirSync(join(path, ".."), { recursive: true });
        writeFileSync(part, Buffer.concat([Buffer.from(headOf(kind, key, payload), "latin1"), payload]));
        renameSync(part, path);
      } catch (cause) {
        // A disk that takes nothing costs time and not the build.
        if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
        writable = false;
      }
    },
    async prune(limit = usualLimit) {
      const kept: { path: string; bytes: number; used: number }[] = [];
      try {
        for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile()) continue;
          const path = join(entry.parentPath, entry.name);
          const { size, mtimeMs } = statSync(path);
          kept.push({ path, bytes: size, used: path.endsWith(".part") ? 0 : mtimeMs });
        }
        let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
        for (const { path, bytes } of kept.sort((a, b) => a.used - b.used)) {
          if (total <= limit) break;
          await rm(path, { force: true });
          total -= bytes;
        }
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
      }
    },
  };
}

/** The hash that stands before a payload, over the payload and the name that it is kept under. */
function headOf(kind: string, key: string, payload: Uint8Array): string {
  return `${createHash("sha256").update(`${kind}\0${key}\0`).update(payload).digest("hex")}\n`;
}
