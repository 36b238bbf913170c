// Folders watched for changes of any kind: bursts become one call, and where the system cannot watch, looking does.
import { existsSync, type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join, sep } from "node:path";

/** How long a burst of saves must be quiet before it counts as over. Milliseconds. */
const usualQuiet = 20;
/** How long a burst may go on before its first part is told. Milliseconds. */
const longest = 400;
const pollInterval = 1000;

/** Paths that may have changed; a folder stands for all below it. */
export type Changed = (paths: ReadonlySet<string>) => void;

/** Calls `changed` after each burst of changes; `notice` says when it has to fall back to looking. Returns what stops it. */
export function watchFolders(
  folders: readonly string[],
  changed: Changed,
  notice: (text: string) => void,
  quiet = usualQuiet,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  let paths = new Set<string>();
  const tell = () => {
    const told = paths;
    paths = new Set();
    timer = undefined;
    changed(told);
  };
  const soon = (path: string) => {
    paths.add(path);
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(quiet, first + longest - now)));
  };
  const stops = folders.map((folder) => {
    let stop: () => void = () => {};
    const begin = () => {
      stop = watchTree(folder, soon, fallBack);
    };
    const fallBack = (cause: Error) => {
      notice(`cannot watch ${folder} (${cause.message}); looking at it every second instead`);
      stop();
      const back = () => {
        stop();
        begin();
        soon(folder);
      };
      if (!existsSync(folder)) soon(folder);
      stop = existsSync(folder) ? poll(folder, soon) : waitFor(folder, back);
    };
    begin();
    return () => stop();
  });
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/**
 * Watches a folder and all below it. On Linux Node's own recursive watching loses sight of a file once another has been
 * renamed over it, as editors do (measured with Node 24.21), so there each folder has a watcher of its own. What an event
 * names is looked at and nothing else: a change costs the same in a large folder.
 */
function watchTree(
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
      if (event === "rename" && !existsSync(folder)) throw new Error("it is not there");
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

  queueMicrotask(() => {
    if (ended) return;
    try {
      add(folder);
    } catch (cause) {
      fail(cause as Error);
    }
  });
  return stop;
}

function waitFor(folder: string, back: () => void): () => void {
  const timer = setInterval(() => existsSync(folder) && back(), pollInterval / 4);
  return () => clearInterval(timer);
}

function poll(folder: string, changed: (path: string) => void): () => void {
  let last: string | null = null;
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    const now = await fingerprint(folder).catch((cause: Error) => cause.message);
    if (last !== null && now !== last) changed(folder);
    last = now;
    busy = false;
  };
  const timer = setInterval(look, pollInterval);
  void look();
  return () => clearInterval(timer);
}

/** Names, lengths and times of a folder's files. What vanishes while it is looked at is not there. */
async function fingerprint(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const lines: string[] = [];
  for (const name of names) {
    const found = await lstat(join(folder, name)).catch((cause: NodeJS.ErrnoException) => cause.code);
    lines.push(typeof found === "object" ? `${name} ${found.size} ${found.mtimeMs}` : `${name} ${found}`);
  }
  return lines.join("\n");
}
