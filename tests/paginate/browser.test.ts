// Where the browser comes from, and what is said when there is none or when it does not start.

import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBrowser, startBrowser } from "../../scripts/paginate/browser.ts";
import { usualPlaces } from "../../scripts/paginate/browser-installed.ts";
import { cachedFolder } from "../../scripts/paginate/cache.ts";
import { openPaginator } from "../../scripts/paginate/paginate.ts";
import { readTar } from "../../scripts/paginate/tar.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chancery-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a browser that the user names", () => {
  test("is named in the error when it is missing", async () => {
    const env = { CHANCERY_BROWSER: join(folder, "missing") };
    await expect(openPaginator({ env })).rejects.toThrow(
      /CHANCERY_BROWSER names .*missing, which is not a program/,
    );
  });

  test("is named in the error when it ends at once", { timeout: 20_000 }, async () => {
    const stub = join(folder, "stub");
    await writeFile(stub, "#!/bin/sh\nexit 1\n");
    await chmod(stub, 0o755);
    await expect(openPaginator({ env: { CHANCERY_BROWSER: stub } })).rejects.toThrow(
      /CHANCERY_BROWSER names .*stub, which does not start/,
    );
  });
});

test("closing ends the browser and removes its profile", { timeout: 60_000 }, async () => {
  const handle = await startBrowser(await findBrowser({}));
  const child = handle.child;
  const profile = child.spawnargs.find((one) => one.startsWith("--user-data-dir="))?.split("=")[1] ?? "";
  expect(handle.product).toMatch(/Chrome\/\d+/);
  expect(existsSync(profile)).toBe(true);
  await handle.close();
  expect(() => process.kill(child.pid ?? 0, 0)).toThrow();
  expect(existsSync(profile)).toBe(false);
});

describe("usual places", () => {
  test.each([
    ["linux", { PATH: "/opt/bin:relative" }, "/opt/bin/chromium"],
    ["darwin", { HOME: "/Users/ann" }, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    ["win32", { PROGRAMFILES: "C:\\P" }, "C:\\P\\Google\\Chrome\\Application\\chrome.exe"],
  ])("%s", (platform, env, first) => {
    expect(usualPlaces(platform, env)[0]).toBe(first);
  });
});

describe("cached folders", () => {
  const fill = (content: string) => async (path: string) => writeFile(join(path, "file"), content);

  test("are made once, whole, by whoever comes first", async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, (_none, n) => cachedFolder("it", fill(String(n)), folder)),
    );
    expect(new Set(made.map(({ path }) => path))).toEqual(new Set([join(folder, "it")]));
    expect(await readdir(folder)).toEqual(["it"]);
  });

  test("leave nothing behind when filling fails", async () => {
    const broken = cachedFolder("it", () => Promise.reject(new Error("disk full")), folder);
    await expect(broken).rejects.toThrow(/could not be unpacked/);
    expect(await readdir(folder)).toEqual([]);
  });

  test("what stands where the cache should be is an error with a cause", async () => {
    await mkdir(join(folder, "taken"));
    await writeFile(join(folder, "taken", "cache"), "");
    await expect(cachedFolder("it", fill(""), join(folder, "taken", "cache"))).rejects.toThrow(
      /EEXIST|ENOTDIR/,
    );
  });
});

test("an archive that leads outside is refused", () => {
  const header = Buffer.alloc(1024);
  header.write("../../evil", 0);
  header.write("00000000000\0", 124);
  header.write("0", 156);
  expect(() => readTar(header)).toThrow(/leads outside/);
});
