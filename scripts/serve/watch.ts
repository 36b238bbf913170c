// Folders watched for changes of any kind: bursts become one call, and where the system cannot watch, looking does.
import { type FSWatcher, readdirSync, watch } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** How long a burst of saves must be quiet before it counts as over. Milliseconds. */
const quiet = 60;
const pollInterval = 1000;

/** Calls `changed` after each burst of changes; `notice` says when it has to fall back to looking. Returns what stops it. */
export function watchFolders(
  folders: readonly string[],
  changed: () => void,
  notice: (text: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  };
  const stops = folders.map((folder) => {
    let stop: () => void = () => {};
    const fallBack = (cause: Error) => {
      notice(`cannot watch ${folder} (${cause.message}); looking at it every second instead`);
      stop();
      stop = poll(folder, soon);
    };
    stop = watchTree(folder, soon, fallBack);
    return () => stop();
  });
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/**
 * Watches a folder and all below it. On Linux Node's own recursive watching loses sight of a file once another has been
 * renamed over it, as editors do (measured with Node 24.21), so there each folder has a watcher of its own.
 */
function watchTree(folder: string, changed: () => void, failed: (cause: Error) => void): () => void {
  const recursive = process.platform !== "linux";
  const watchers = new Map<string, FSWatcher>();
  let ended = false;
  const stop = () => {
    ended = true;
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  const fail = (cause: Error) => {
    if (ended) return;
    stop();
    failed(cause);
  };
  const look = () => {
    if (ended) return;
    try {
      const folders = recursive ? [folder] : [folder, ...foldersIn(folder)];
      for (const path of [...watchers.keys()].filter((known) => !folders.includes(known))) {
        watchers.get(path)?.close();
        watchers.delete(path);
      }
      for (const path of folders) {
        if (watchers.has(path)) continue;
        const watcher = watch(path, { recursive }, onChange);
        watchers.set(path, watcher.on("error", fail));
      }
    } catch (cause) {
      fail(cause as Error);
    }
  };
  function onChange(): void {
    changed();
    if (!recursive) look();
  }
  queueMicrotask(look);
  return stop;
}

/** Every folder below one. */
function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

function poll(folder: string, changed: () => void): () => void {
  let last: string | null = null;
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    const now = await fingerprint(folder);
    if (last !== null && now !== last) changed();
    last = now;
    busy = false;
  };
  const timer = setInterval(look, pollInterval);
  void look();
  return () => clearInterval(timer);
}

/** Names, lengths and times of a folder's files. What vanishes while it is looked at is not there. */
async function fingerprint(folder: string): Promise<string> {
  try {
    const names = (await readdir(folder, { recursive: true })).sort();
    const lines = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs } = await lstat(join(folder, name));
        return `${name} ${size} ${mtimeMs}`;
      }),
    );
    return lines.join("\n");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw cause;
  }
}
