// A process that publishes and kills itself at the N-th operation on the disk: before it, or half way through a write.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../../scripts/publish/lock.ts";
import { publish, repair } from "../../scripts/publish/publish.ts";
import { release } from "../../scripts/publish/releases.ts";
import { readPublished } from "../../scripts/read/published.ts";
import { faultyDisk } from "../support/faulty-disk.ts";

const [what, from = "", to = "", at] = process.argv.slice(2);
const dyingDisk = faultyDisk(
  (number) => number === Number(at),
  () => process.kill(process.pid, "SIGKILL"),
);

const site = await readPublished(from);
const manifest = new Uint8Array(await readFile(join(from, "manifest.json")));
if (site !== null) {
  await withLock(to, async () => {
    if (what === "release") return void (await release(site, manifest, to, dyingDisk));
    await repair(to, dyingDisk);
    await publish(new Map([...site.files, ["manifest.json", manifest]]), to, dyingDisk);
  });
}
