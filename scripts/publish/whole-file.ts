// One file of the content, written whole or not at all: beside its place first, then renamed into it.
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";

/** The folder must be there. Names that start with a dot are passed over by readers, should the machine die in between. */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  disk: Pick<Disk, "write" | "rename" | "remove" | "sync">,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.new`);
  try {
    await disk.write(beside, bytes);
    await disk.rename(beside, path);
  } catch (cause) {
    await disk.remove(beside);
    throw cause;
  }
  await disk.sync(dirname(path));
}
