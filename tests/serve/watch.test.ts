// Watching folders: a burst of saves is one call, and nothing is called after stopping.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { watchFolders } from "../../scripts/serve/watch.ts";
import { temporaryFolder } from "../support/content.ts";

test("bursts of any kind of change become one call each", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "deep/er"), { recursive: true });
  let calls = 0;
  const stop = watchFolders(
    [folder],
    () => calls++,
    (notice) => expect(notice).toBe(""),
    { quiet: 60 },
  );
  const file = join(folder, "deep/er/a.yaml");
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["many saves", () => Promise.all(Array.from({ length: 50 }, () => writeFile(file, "a")))],
    [
      "a temporary file renamed",
      async () => [await writeFile(`${file}~`, "b"), await rename(`${file}~`, file)],
    ],
    ["saved after that", () => writeFile(file, "c")],
    [
      "renamed over once more",
      async () => [await writeFile(`${file}~`, "d"), await rename(`${file}~`, file)],
    ],
    ["removed and made again", async () => [await rm(file), await writeFile(file, "e")]],
    ["saved after that, too", () => writeFile(file, "f")],
    [
      "a new folder",
      async () => [await mkdir(join(folder, "new")), await writeFile(join(folder, "new/a"), "")],
    ],
    ["saved in the new folder", () => writeFile(join(folder, "new/a"), "g")],
    ["the folder renamed", () => rename(join(folder, "new"), join(folder, "old"))],
    ["saved in the renamed folder", () => writeFile(join(folder, "old/a"), "h")],
  ];
  await wait(20);
  for (const [name, change] of changes) {
    calls = 0;
    await change();
    await expect.poll(() => calls, { timeout: 3000, message: name }).toBeGreaterThan(0);
    await wait(150);
    expect(calls, name).toBe(1);
  }
  stop();
  calls = 0;
  await writeFile(file, "d");
  await wait(150);
  expect(calls).toBe(0);
});

test("a folder that cannot be watched is looked at instead, with a notice", async () => {
  const folder = join(await temporaryFolder(), "later");
  let calls = 0;
  const notices: string[] = [];
  const stop = watchFolders(
    [folder],
    () => calls++,
    (notice) => notices.push(notice),
  );
  await wait(50);
  expect(notices).toEqual([expect.stringContaining(folder)]);
  await mkdir(folder);
  await writeFile(join(folder, "a"), "a");
  await expect.poll(() => calls, { timeout: 4000 }).toBeGreaterThan(0);
  stop();
});
