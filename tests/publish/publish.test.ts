// Publishing under faults: whatever operation fails, readers have the old folder or the new one, and the next run mends it.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rename, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../scripts/command/options.ts";
import { type Disk, disk } from "../../scripts/publish/disk.ts";
import { LockedError, withLock } from "../../scripts/publish/lock.ts";
import { checkOutput } from "../../scripts/publish/output.ts";
import { publish, repair } from "../../scripts/publish/publish.ts";
import { temporaryFolder } from "../support/content.ts";
import { failing } from "../support/faulty-disk.ts";
import { manifestFor } from "../support/manifest.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const site = (word: string) =>
  new Map(
    ["index.html", "packs/a/index.html", "packs/a/source/index.html", `only-${word}.txt`].map((path) => [
      path,
      bytes(`${word} ${path}`),
    ]),
  );

/** Path → text of every file of a folder; null when it is not there. */
async function contents(folder: string): Promise<Readonly<Record<string, string>> | null> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (names === null) return null;
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files
    .sort()
    .map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, new TextDecoder().decode(content)]));

describe.each([
  ["over an earlier site", true, []],
  ["over an earlier site that holds some files already", true, ["packs/b/index.html", "same.txt"]],
  ["for the first time", false, []],
] as const)("%s", (_, before, standing) => {
  test.each([
    ["EIO", false],
    ["ENOSPC", true],
  ])("the N-th operation fails with %s, and those after it: %s", async (code, forever) => {
    const same = standing.map((path) => [path, bytes(`both ${path}`)] as const);
    const old = new Map([...site("old"), ...same]);
    const fresh = new Map([...site("new"), ...same]);
    for (let at = 1; ; at++) {
      const output = join(await temporaryFolder(), "site");
      if (before) await publish(old, output, disk);
      const broken = failing(at, code, forever);
      const failed = await publish(site("new"), output, broken, standing).then(
        () => false,
        (cause: NodeJS.ErrnoException) => cause.message.includes(code),
      );
      const seen = await contents(output);
      const whole = [texts(fresh), before ? texts(old) : null];
      // With a disk that is gone for good nothing can be put back before the next start.
      if (!forever) expect(whole).toContainEqual(seen);
      else expect([...whole, null]).toContainEqual(seen);
      await repair(output, disk);
      expect(whole, `operation ${at}, after repair`).toContainEqual(await contents(output));
      await publish(fresh, output, disk);
      expect(await contents(output)).toEqual(texts(fresh));
      expect(await readdir(join(output, ".."))).toEqual(["site"]);
      if (!failed) {
        expect(broken.count()).toBeLessThan(at);
        expect(at).toBeGreaterThan(10);
        return;
      }
    }
  });
});

test("what a killed run left is mended at the next start", async () => {
  const output = join(await temporaryFolder(), "site");
  await publish(site("old"), output, disk);
  await rename(output, join(output, "../.site.previous"));
  await publish(site("new"), join(output, "../.site.staging"), disk);
  await repair(output, disk);
  expect(await contents(output)).toEqual(texts(site("old")));
  expect(await readdir(join(output, ".."))).toEqual(["site"]);
});

test("everything is synced before the swap, and the folder after it", async () => {
  const output = join(await temporaryFolder(), "site");
  const log: string[] = [];
  const logged: Disk = {
    ...disk,
    async write(path, content) {
      log.push(`write ${path}`);
      await disk.write(path, content);
    },
    async rename(from, to) {
      log.push(`rename ${to}`);
      await disk.rename(from, to);
    },
    async sync(path) {
      log.push(`sync ${path}`);
      await disk.sync(path);
    },
  };
  await publish(site("new"), output, logged);
  const staging = join(output, "../.site.staging");
  const swap = log.indexOf(`rename ${output}`);
  for (const folder of ["", "/packs", "/packs/a", "/packs/a/source"]) {
    const synced = log.indexOf(`sync ${staging}${folder}`);
    expect(synced, folder).toBeGreaterThan(log.findLastIndex((line) => line.startsWith("write")));
    expect(synced).toBeLessThan(swap);
  }
  expect(log.slice(swap + 1)).toEqual([`sync ${join(output, "..")}`]);
});

test("modes are 644 and 755 under any umask", async () => {
  const folder = await temporaryFolder();
  const code = `
    process.umask(0o077);
    const { publish } = await import(${JSON.stringify(new URL("../../scripts/publish/publish.ts", import.meta.url).href)});
    const { disk } = await import(${JSON.stringify(new URL("../../scripts/publish/disk.ts", import.meta.url).href)});
    await publish(new Map([["a/b/c.html", new Uint8Array()]]), ${JSON.stringify(join(folder, "site"))}, disk);`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const modes = ["site", "site/a", "site/a/b", "site/a/b/c.html"].map(async (path) =>
    ((await stat(join(folder, path))).mode & 0o777).toString(8),
  );
  expect(await Promise.all(modes)).toEqual(["755", "755", "755", "644"]);
});

describe("the lock", () => {
  test("is held while work is done and gone after it, however it ends", async () => {
    const output = join(await temporaryFolder(), "deep/site");
    await withLock(output, async () => {
      expect(await readdir(join(output, ".."))).toContain(".site.lock");
    });
    await expect(withLock(output, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await readdir(join(output, ".."))).toEqual([]);
  });

  test("of a living process is respected, and names it", async () => {
    const output = join(await temporaryFolder(), "site");
    await writeFile(join(output, "../.site.lock"), String(process.ppid));
    await expect(withLock(output, async () => {})).rejects.toThrow(LockedError);
    await expect(withLock(output, async () => {})).rejects.toThrow(String(process.ppid));
    expect(await readdir(join(output, ".."))).toEqual([".site.lock"]);
  });

  test.each([
    ["of a dead process", String(spawnSync("true").pid)],
    ["that is empty", ""],
    ["that is nonsense", "?"],
  ])("%s is taken over", async (_, text) => {
    const output = join(await temporaryFolder(), "site");
    await writeFile(join(output, "../.site.lock"), text);
    expect(await withLock(output, async () => "done")).toBe("done");
    expect(await readdir(join(output, ".."))).toEqual([]);
  });
});

describe("the output folder", () => {
  test("may be absent, empty, or one that Chancery made", async () => {
    const folder = await temporaryFolder();
    await checkOutput(join(folder, "absent"), join(folder, "content"));
    await mkdir(join(folder, "empty"));
    await checkOutput(join(folder, "empty"), join(folder, "content"));
    await mkdir(join(folder, "ours"));
    await writeFile(join(folder, "ours/manifest.json"), JSON.stringify(manifestFor(new Map())));
    await checkOutput(join(folder, "ours"), join(folder, "content"));
  });

  test("is refused when it is anything else", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "foreign/manifest.json"), { recursive: true });
    await mkdir(join(folder, "other"));
    await writeFile(join(folder, "other/manifest.json"), '{"generator":"hugo"}');
    await mkdir(join(folder, "broken"));
    await writeFile(join(folder, "broken/manifest.json"), "{");
    await writeFile(join(folder, "file"), "");
    const content = join(folder, "content");
    await mkdir(content);
    await symlink(folder, join(folder, "link"));
    for (const output of ["foreign", "other", "broken", "file", "link", ".", "content", "content/packs"]) {
      await expect(checkOutput(join(folder, output), content), output).rejects.toThrow(UsageError);
    }
    await expect(checkOutput(process.cwd(), content)).rejects.toThrow(UsageError);
    await expect(checkOutput("/", content)).rejects.toThrow(UsageError);
  });
});
