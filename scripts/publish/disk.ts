// The one port through which anything is written: few operations, so that a test can make any of them fail.
import { chmod, copyFile, link, mkdir, open, readdir, rename, rm, symlink } from "node:fs/promises";

export type Disk = {
  /** Creates a folder whose parent is there, mode 755. */
  folder(path: string): Promise<void>;
  /** Writes a file, mode 644, and waits until it is on the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file of the disk a second name, or where that cannot be a copy that the disk holds; mode 644. */
  again(from: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Creates a symbolic link to a folder at `path`. */
  link(target: string, path: string): Promise<void>;
  /** Removes a file or a whole folder; nothing happens when it is not there. */
  remove(path: string): Promise<void>;
  /** Waits until a file, or a folder's own entries, are on the disk. */
  sync(path: string): Promise<void>;
};

export const disk: Disk = {
  async folder(path) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o755);
  },
  async write(path, bytes) {
    const handle = await open(path, "w", 0o644);
    try {
      await handle.writeFile(bytes);
      await handle.chmod(0o644);
      await handle.sync();
    } catch (cause) {
      // Errors of an open file do not say which file it is.
      throw Object.assign(cause as NodeJS.ErrnoException, { path });
    } finally {
      await handle.close();
    }
  },
  async again(from, path) {
    try {
      await link(from, path);
      await chmod(path, 0o644);
    } catch (cause) {
      if (
        !["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "ENOSYS"].includes(
          (cause as NodeJS.ErrnoException).code ?? "",
        )
      )
        throw cause;
      await copyFile(from, path);
      await chmod(path, 0o644);
      await disk.sync(path);
    }
  },
  rename,
  link: (target, path) => symlink(target, path, "dir"),
  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
  async sync(path) {
    if (process.platform === "win32") return;
    const handle = await open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** Whether a path names anything. */
export async function exists(path: string): Promise<boolean> {
  try {
    await readdir(path);
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return false;
    if (code === "ENOTDIR") return true;
    throw cause;
  }
}
