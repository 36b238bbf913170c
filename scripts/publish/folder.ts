// Files as a new folder that the disk holds before anybody is told of it.
import { join } from "node:path";
import type { Disk } from "./disk.ts";

/** Paths of files that another folder holds already. */
export type Standing = { readonly folder: string; readonly paths: Iterable<string> };

/**
 * Writes all files into `folder`, which is not there yet, and waits until the disk holds them and the folders they lie in.
 * What stands elsewhere is not written again. What was written is removed when anything fails.
 */
export async function writeFolder(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  disk: Disk,
  standing: Standing = { folder, paths: [] },
): Promise<void> {
  try {
    const paths = [...files.keys(), ...standing.paths];
    const folders = new Set([folder, ...paths.flatMap(foldersOf).map((path) => join(folder, path))]);
    for (const path of folders) await disk.folder(path);
    await each([...standing.paths], (path) => disk.again(join(standing.folder, path), join(folder, path)));
    await each([...files], ([path, bytes]) => disk.write(join(folder, path), bytes));
    await each([...folders], (path) => disk.sync(path));
  } catch (cause) {
    await disk.remove(folder).catch((second: unknown) => {
      throw new AggregateError([cause, second], (cause as Error).message, { cause });
    });
    throw cause;
  }
}

/** A disk takes many files at once in the time of a few: most of it is spent waiting. */
const atOnce = 16;

/** Does the work for each item, several at a time. Throws the first failure when all that had begun has ended. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const failures: unknown[] = [];
  async function worker(): Promise<void> {
    for (let item = items[next++]; item !== undefined && failures.length === 0; item = items[next++]) {
      try {
        await work(item);
      } catch (cause) {
        failures.push(cause);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}

/** Every folder that a path lies in, the outermost first. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
