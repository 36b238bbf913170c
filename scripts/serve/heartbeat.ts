// Whether a folder is still the one that it was: watchers hold on to a folder that has been moved away, and see nothing of its successor.
import { statSync } from "node:fs";

const interval = 250;

/** Calls `changed` when another folder, or none, stands at the path since it was last looked at. Returns what stops it. */
export function sameFolder(path: string, changed: (there: boolean) => void): () => void {
  let last = identity(path);
  const timer = setInterval(() => {
    const now = identity(path);
    if (now === last) return;
    changed(now !== null);
    // What was called may have made it anew.
    last = identity(path);
  }, interval);
  return () => clearInterval(timer);
}

/**
 * Null when nothing is there, or nothing that can be looked at. A link stands for what it leads to. The number of a folder
 * that was removed is soon given to another, so the time of its making counts too.
 */
function identity(path: string): string | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false, bigint: true });
    return found === undefined ? null : `${found.dev} ${found.ino} ${found.birthtimeNs}`;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    return null;
  }
}
