// Reads a ustar archive held in memory: all that the npm browser's libraries and fonts need of the format.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";

const BLOCK = 512;

export type TarFile = { readonly path: string; readonly bytes: Uint8Array };

/** The regular files of an archive; folders and links are left out. Throws when a path leads outside. */
export function readTar(archive: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = [];
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const type = text(header, 156, 1);
    if (!Number.isSafeInteger(size)) throw new Error("The archive is damaged: an entry has no size");
    if (type === "0" || type === "") {
      const prefix = text(header, 345, 155);
      const path = normalize(prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100));
      if (path.startsWith("..") || path.startsWith(sep))
        throw new Error(`The archive leads outside: ${path}`);
      files.push({ path, bytes: archive.subarray(at + BLOCK, at + BLOCK + size) });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

export async function writeTar(files: readonly TarFile[], folder: string): Promise<void> {
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes, { mode: 0o644 });
  }
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end)).trim();
}
