// Files as a new folder that the disk holds before anybody is told of it.
import { join } from "node:path";
import type { Disk } from "./disk.ts";

/**
 * Writes all files into `folder`, which is not there yet, and waits until the disk holds them and the folders they lie in.
 * What was written is removed again when anything fails.
 */
export async function writeFolder(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  disk: Disk,
): Promise<void> {
  try {
    const folders = new Set([
      folder,
      ...[...files.keys()].flatMap(foldersOf).map((path) => join(folder, path)),
    ]);
    for (const path of folders) await disk.folder(path);
    for (const [path, bytes] of files) await disk.write(join(folder, path), bytes);
    for (const path of folders) await disk.sync(path);
  } catch (cause) {
    await disk.remove(folder).catch((second: unknown) => {
      throw new AggregateError([cause, second], (cause as Error).message, { cause });
    });
    throw cause;
  }
}

/** Every folder that a path lies in, the outermost first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
