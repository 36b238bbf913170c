// Folders watched for changes of any kind: bursts become one call, and where the system cannot watch, looking does.
import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
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
    try {
      const watcher: FSWatcher = watch(folder, { recursive: true }, soon);
      watcher.on("error", fallBack);
      stop = () => watcher.close();
    } catch (cause) {
      fallBack(cause as Error);
    }
    return () => stop();
  });
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
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
        const { size, mtimeMs } = await stat(join(folder, name));
        return `${name} ${size} ${mtimeMs}`;
      }),
    );
    return lines.join("\n");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw cause;
  }
}
