// The last stage: files become a folder that is whole from its first moment, in place of the one before.
import { basename, dirname, join } from "node:path";
import { type Disk, exists } from "./disk.ts";
import { writeFolder } from "./folder.ts";

/** The names beside the output that publishing uses. They start with a dot, so that no server lists them. */
function beside(output: string) {
  const at = (what: string) => join(dirname(output), `.${basename(output)}.${what}`);
  return { staging: at("staging"), previous: at("previous") };
}

/**
 * Ends what an interrupted run began: the folder before is put back when none stands in its place, and what is left over
 * is removed. Call it with the output locked.
 */
export async function repair(output: string, disk: Disk): Promise<void> {
  const { staging, previous } = beside(output);
  if (await exists(previous)) {
    if (await exists(output)) await disk.remove(previous);
    else await disk.rename(previous, output);
  }
  await disk.remove(staging);
}

/**
 * Writes all files into a folder beside the output, waits until the disk holds them, and swaps it in by renaming. A
 * failure before the swap leaves the output as it was; one within it is mended by `repair`. `standing`: paths of files that
 * the output holds already as they are to be.
 */
export async function publish(
  files: ReadonlyMap<string, Uint8Array>,
  output: string,
  disk: Disk,
  standing: Iterable<string> = [],
): Promise<void> {
  const { staging, previous } = beside(output);
  await writeFolder(files, staging, disk, { folder: output, paths: standing });
  const replaces = await exists(output);
  if (replaces) await disk.rename(output, previous);
  try {
    await disk.rename(staging, output);
  } catch (cause) {
    if (replaces) await disk.rename(previous, output);
    throw cause;
  }
  await disk.sync(dirname(output));
  await disk.remove(previous);
}
