// A folder looked at every second: what the system does not tell, the stamps of files do.
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

const interval = 1000;

/** Calls `changed` with each path that came, went or has another stamp than at the last look. Returns what stops it. */
export function poll(folder: string, changed: (path: string) => void): () => void {
  let last: ReadonlyMap<string, string> | null = null;
  let busy = false;
  let stopped = false;

  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      const now = await stamps(folder);
      if (stopped) return;
      if (last !== null) for (const path of differing(last, now)) changed(join(folder, path));
      last = now;
    } catch (cause) {
      // A folder that cannot be read now is read at the next look.
      if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(look, interval);
  void look();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Path → what changes whenever a file does, be its clock right or wrong. What vanishes while it is looked at is not there. */
async function stamps(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of await readdir(folder, { recursive: true })) {
    const one = await lstat(join(folder, name)).catch((cause: NodeJS.ErrnoException) => cause.code ?? "");
    if (typeof one === "string") found.set(name, one);
    else if (!one.isDirectory()) found.set(name, `${one.size} ${one.mtimeMs} ${one.ctimeMs} ${one.ino}`);
  }
  return found;
}

function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return [...gone, ...[...after.keys()].filter((path) => before.get(path) !== after.get(path))];
}
