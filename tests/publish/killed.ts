// A process that publishes and kills itself at the N-th operation on the disk: before it, or half way through a write.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Disk, disk } from "../../scripts/publish/disk.ts";
import { withLock } from "../../scripts/publish/lock.ts";
import { publish, repair } from "../../scripts/publish/publish.ts";
import { release } from "../../scripts/publish/releases.ts";
import { readPublished } from "../../scripts/read/published.ts";

const [what, from = "", to = "", at] = process.argv.slice(2);
let count = 0;

function dying<Args extends readonly [string, ...unknown[]]>(
  operation: (...args: Args) => Promise<void>,
  half?: (...args: Args) => Promise<void>,
) {
  return async (...args: Args) => {
    if (++count === Number(at)) {
      await half?.(...args);
      process.kill(process.pid, "SIGKILL");
    }
    await operation(...args);
  };
}

const dyingDisk: Disk = {
  folder: dying(disk.folder),
  write: dying(disk.write, (path, bytes) => disk.write(path, bytes.subarray(0, bytes.length >> 1))),
  rename: dying(disk.rename),
  link: dying(disk.link),
  remove: dying(disk.remove),
  sync: dying(disk.sync),
};

const site = await readPublished(from);
const manifest = new Uint8Array(await readFile(join(from, "manifest.json")));
if (site !== null) {
  await withLock(to, async () => {
    if (what === "release") return void (await release(site, manifest, to, dyingDisk));
    await repair(to, dyingDisk);
    await publish(new Map([...site.files, ["manifest.json", manifest]]), to, dyingDisk);
  });
}
