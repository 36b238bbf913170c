// Folders watched for changes of any kind: bursts become one call, and where the system cannot watch, looking does.
import { existsSync } from "node:fs";
import { sep } from "node:path";
import { sameFolder } from "./heartbeat.ts";
import { poll } from "./poll.ts";
import { watchTree } from "./watch-tree.ts";

/** How long a burst of saves must be quiet before it counts as over. Milliseconds. */
const usualQuiet = 20;
/** How long a burst may go on before its first part is told. Milliseconds. */
const longest = 400;
/** Of more events than these in a burst the system may have dropped some: the whole folder counts as changed. */
const usualMost = 2000;
/** How often a folder that is looked at is tried to be watched again. Milliseconds. */
const usualAgain = 30_000;

/** Paths that may have changed; a folder stands for all below it. */
export type Changed = (paths: ReadonlySet<string>) => void;

export type WatchLimits = { readonly quiet?: number; readonly most?: number; readonly again?: number };

/** Calls `changed` after each burst of changes; `notice` says when it has to fall back to looking. Returns what stops it. */
export function watchFolders(
  folders: readonly string[],
  changed: Changed,
  notice: (text: string) => void,
  { quiet = usualQuiet, most = usualMost, again = usualAgain }: WatchLimits = {},
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  let paths = new Set<string>();
  const kept = folders.map((folder) => ({
    folder,
    events: 0,
    ...keepWatching(folder, (path) => soon(folder, path), notice, again),
  }));

  function soon(folder: string, path: string): void {
    paths.add(path);
    const own = kept.find((one) => one.folder === folder);
    if (own !== undefined) own.events += 1;
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(quiet, first + longest - now)));
  }

  function tell(): void {
    for (const one of kept) {
      if (one.events > most) {
        for (const path of paths) if (path.startsWith(`${one.folder}${sep}`)) paths.delete(path);
        paths.add(one.folder);
        one.anew();
      }
      one.events = 0;
    }
    const told = paths;
    paths = new Set();
    timer = undefined;
    changed(told);
  }

  for (const { begin } of kept) begin();
  return () => {
    clearTimeout(timer);
    for (const { stop } of kept) stop();
  };
}

type Kept = {
  begin(): void;
  /** Watches every folder below once more, those too whose making was not told. */
  anew(): void;
  stop(): void;
};

function keepWatching(
  folder: string,
  soon: (path: string) => void,
  notice: (text: string) => void,
  again: number,
): Kept {
  let stop = () => {};
  let looking = false;

  function watched(): boolean {
    try {
      const next = watchTree(folder, soon, failed);
      stop();
      stop = next;
      looking = false;
      return true;
    } catch (cause) {
      failed(cause as NodeJS.ErrnoException);
      return false;
    }
  }

  function failed(cause: NodeJS.ErrnoException): void {
    // Whether it is there is for the heartbeat to tell.
    if (looking || !existsSync(folder)) return;
    looking = true;
    notice(`${reasons[cause.code ?? ""] ?? cause.message}; until then ${folder} is looked at every second`);
    stop();
    const look = poll(folder, soon);
    const timer = setInterval(() => {
      if (watched()) notice(`${folder} is watched again`);
    }, again);
    stop = () => {
      look();
      clearInterval(timer);
    };
  }

  const beat = sameFolder(folder, (there) => {
    soon(folder);
    if (there) watched();
    else {
      stop();
      looking = false;
      notice(`${folder} is gone; what was built stays, and goes on when it is back`);
    }
  });
  return {
    begin() {
      if (!existsSync(folder)) notice(`there is no folder ${folder}; it is built as soon as it is there`);
      else watched();
    },
    anew: () => void watched(),
    stop() {
      beat();
      stop();
    },
  };
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC:
    "the system watches no more folders (ENOSPC): let it with `sudo sysctl fs.inotify.max_user_watches=524288`",
  EMFILE:
    "too many files are open or too many programs watch folders (EMFILE): close some, or raise `ulimit -n` and fs.inotify.max_user_instances",
};
