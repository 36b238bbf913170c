// One build at a time on one output: a lock file beside it that names its holder, taken over when the holder is gone.
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Another process is writing to the same output. */
export class LockedError extends Error {}

/** Runs `work` with the output locked. Throws LockedError when a living process holds it. */
export async function withLock<T>(output: string, work: () => Promise<T>): Promise<T> {
  const path = join(dirname(output), `.${basename(output)}.lock`);
  const own = `${path}.${process.pid}`;
  await mkdir(dirname(output), { recursive: true });
  await writeFile(own, String(process.pid));
  try {
    await take(own, path);
    try {
      await sweep(path);
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** Removes what processes that were killed left beside the lock. */
async function sweep(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const [, pid] = /^\.(\d+)(?:\.dead)?$/.exec(name.slice(basename(path).length)) ?? [];
    if (!name.startsWith(basename(path)) || pid === undefined) continue;
    if (Number(pid) !== process.pid && !isAlive(Number(pid)))
      await rm(join(dirname(path), name), { force: true });
  }
}

/** Linking fails when the lock is there, and is never half done. */
async function take(own: string, path: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await link(own, path);
      return;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
    const holder = await holderOf(path);
    if (holder !== null && isAlive(holder)) {
      throw new LockedError(`process ${holder} is writing to the same folder; wait for it, or name another`);
    }
    await clear(path, `${own}.dead`, holder);
  }
  throw new LockedError("another process keeps taking the lock of the output; try again");
}

/** Takes a dead holder's lock away, and puts back one that another process took in the meantime. */
async function clear(path: string, aside: string, dead: number | null): Promise<void> {
  try {
    await rename(path, aside);
    if ((await holderOf(aside)) !== dead) await link(aside, path);
  } catch (cause) {
    if (!["ENOENT", "EEXIST"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
  } finally {
    await rm(aside, { force: true });
  }
}

async function holderOf(path: string): Promise<number | null> {
  try {
    return Number(await readFile(path, "utf8")) || null;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
