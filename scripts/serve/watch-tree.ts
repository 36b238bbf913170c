// A folder and all below it, watched by the system.
import { existsSync, type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { join, sep } from "node:path";

/**
 * Calls `changed` with each path that an event names, and `failed` when it cannot go on. Throws when it cannot begin. On
 * Linux Node's own recursive watching loses sight of a file once another has been renamed over it, as editors do (measured
 * with Node 24.21), so there each folder has a watcher of its own. What an event names is looked at and nothing else: a
 * change costs the same in a large folder.
 */
export function watchTree(
  folder: string,
  changed: (path: string) => void,
  failed: (cause: Error) => void,
): () => void {
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

  function add(path: string): void {
    const watcher = watch(path, { recursive }, (event, name) => heard(path, event, name));
    watchers.set(path, watcher.on("error", fail));
    if (recursive) return;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      try {
        add(join(path, entry.name));
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
      }
    }
  }

  function drop(path: string): void {
    const below = `${path}${sep}`;
    for (const [known, watcher] of watchers) {
      if (known !== path && !known.startsWith(below)) continue;
      watcher.close();
      watchers.delete(known);
    }
  }

  function heard(at: string, event: string, name: string | null): void {
    if (ended) return;
    const path = name === null ? at : join(at, name);
    try {
      changed(path);
      if (recursive || event !== "rename") return;
      const isFolder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
      if (watchers.has(path) && path !== folder) drop(path);
      if (isFolder && !watchers.has(path)) add(path);
    } catch (cause) {
      const gone = (cause as NodeJS.ErrnoException).code === "ENOENT" && existsSync(folder);
      if (!gone) fail(cause as Error);
    }
  }

  try {
    add(folder);
  } catch (cause) {
    stop();
    throw cause;
  }
  return stop;
}
