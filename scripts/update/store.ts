// A new revision and new wordings on the disk: the bytes first, then the records that name them, each file whole or not at all.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../command/command.ts";
import type { ContentFile } from "../model/content.ts";
import type { Disk } from "../publish/disk.ts";
import { writeWhole } from "../publish/whole-file.ts";
import { isSame } from "./naming.ts";

/** `before`: the bytes that the file had when it was read; null for one that was not there. */
export type Change = ContentFile & { readonly before: Uint8Array | null };

/**
 * Writes changes in their order. A crash between two leaves a captured file that no record names, which the next run
 * takes up, and never a record without its file. Throws EnvironmentError when somebody changed a file meanwhile.
 */
export async function store(folder: string, changes: readonly Change[], disk: Disk): Promise<void> {
  for (const { path, bytes, before } of changes) {
    const full = join(folder, path);
    const now = await readFile(full).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "ENOENT") throw cause;
      return null;
    });
    const same = now === null || before === null ? now === before : isSame(now, before);
    if (!same)
      throw new EnvironmentError(`${path} changed meanwhile; nothing more was written: run this again`);
    await writeWhole(full, bytes, disk);
  }
}
