// Limits of the machine: dev says in a sentence what is wrong, keeps the last good page, and goes on by itself.
import { execFileSync, spawnSync } from "node:child_process";
import { cp, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builderOf, isGood, lay, page, shows, soon, start, state, text, title } from "../support/dev.ts";

test("a disk that takes no more is named, leaves nothing half written, and is written to when it takes more", async () => {
  const dev = await start(await lay("full"));
  await isGood(dev);
  const limit = (bytes: string) =>
    execFileSync("prlimit", [`--pid=${builderOf(dev)}`, `--fsize=${bytes}:unlimited`]);
  limit("2000");
  await title(dev, "Kept from the disk");
  await expect.poll(async () => (await state(dev)).failure, soon).toMatch(/EFBIG|disk/);
  const failure = (await state(dev)).failure ?? "";
  expect(failure.split("\n")).toHaveLength(1);
  expect(await text(dev, page)).toMatch(/^200 (?![\s\S]*Kept from the disk)/);
  const left = (await readdir(dev.output, { recursive: true })).filter((path) => path.endsWith(".part"));
  expect(left).toEqual([]);
  limit("unlimited");
  await shows(dev, page, "Kept from the disk");
  await shows(dev, "index.html", "Kept from the disk");
  await isGood(dev);
});

test.each([64, 256])("with %d open files dev builds", async (files) => {
  const dev = await start(await lay(`files-${files}`), `ulimit -n ${files}; exec`);
  await isGood(dev);
  await title(dev, `With ${files} files`);
  await shows(dev, page, `With ${files} files`);
});

const ownLimits = spawnSync("unshare", ["-U", "-r", "true"]).status === 0;

test.runIf(ownLimits)(
  "a system that watches no more folders is named with what to do, and changes are seen all the same",
  async () => {
    const content = await lay("watches");
    // A user namespace has limits of its own.
    const dev = await start(
      content,
      'exec unshare -U -r sh -c \'echo 5 > /proc/sys/user/max_inotify_watches; exec "$0" "$@"\'',
    );
    await expect
      .poll(() => dev.said(), soon)
      .toMatch(/fs\.inotify\.max_user_watches=\d+.*looked at every second/);
    await shows(dev, page, /^200 /);
    await title(dev, "Seen by looking");
    await shows(dev, page, "Seen by looking");
    await rename(join(content, "packs/pack-00002"), join(content, "packs/renamed"));
    await shows(dev, "packs/renamed/index.html", /^200 /);
    await shows(dev, "packs/pack-00002/index.html", /^404 /);
  },
);

test("a builder that is killed is named, and the next save starts another", async () => {
  const dev = await start(await lay("killed"));
  await isGood(dev);
  process.kill(builderOf(dev), "SIGKILL");
  await expect.poll(async () => (await state(dev)).failure, soon).toMatch(/SIGKILL.*save any file/);
  expect(await text(dev, page)).toMatch(/^200 /);
  await title(dev, "By another builder");
  await shows(dev, page, "By another builder");
  await isGood(dev);
});

test("two tools on one content folder, and a copy of it", async () => {
  const content = await lay("shared");
  await cp(content, `${content}-copy`, { recursive: true });
  const [one, two] = [await start(content), await start(`${content}-copy`)];
  await isGood(one);
  await isGood(two);
  await title(one, "Of the first");
  await shows(one, page, "Of the first");
  expect(await text(two, page)).not.toContain("Of the first");
});
