// Releases: one link that always leads to a whole site, whatever fails, and back to any release that is kept.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type Disk, disk } from "../../scripts/publish/disk.ts";
import { pointAt, prune, release, releasesOf } from "../../scripts/publish/releases.ts";
import { readPublished } from "../../scripts/read/published.ts";
import { verifyPublished } from "../../scripts/verify/published.ts";
import { temporaryFolder } from "../support/content.ts";
import { failing } from "../support/faulty-disk.ts";
import { manifestFor } from "../support/manifest.ts";

const verb = new URL("../../scripts/publish.ts", import.meta.url).pathname;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A site whose pages and whose one asset are of the word. */
function siteOf(word: string) {
  const asset = `assets/site.${createHash("sha256").update(word).digest("hex").slice(0, 8)}.css`;
  const files = new Map([
    ["index.html", bytes(`${word} ${asset}`)],
    ["packs/a/index.html", bytes(`${word} ${asset}`)],
    [asset, bytes(word)],
  ]);
  const manifest = manifestFor(files);
  return { site: { manifest, files }, bytes: bytes(JSON.stringify(manifest)), asset };
}

const put = (word: string, target: string, port: Disk = disk) => {
  const { site, bytes } = siteOf(word);
  return release(site, bytes, target, port);
};

async function current(target: string) {
  const published = await readPublished(join(target, "current"));
  if (published === null) return null;
  expect(verifyPublished(published.manifest, published.files, published.kept)).toEqual([]);
  return new TextDecoder().decode(published.files.get("index.html")).split(" ")[0];
}

test("the link is relative, and leads from release to release and back", async () => {
  const target = join(await temporaryFolder(), "www");
  for (const word of ["a", "b", "c"]) {
    await put(word, target);
    expect(await current(target)).toBe(word);
  }
  expect(await readlink(join(target, "current"))).toMatch(/^releases\/000003-[0-9a-f]{12}$/);
  const { all } = await releasesOf(target);
  if (all[0]) await pointAt(all[0], target, disk);
  expect(await current(target)).toBe("a");
  await put("d", target);
  expect((await releasesOf(target)).current?.number).toBe(4);
});

test("assets stay for one release, listed, and no longer", async () => {
  const target = join(await temporaryFolder(), "www");
  for (const word of ["a", "b", "c"]) await put(word, target);
  const names = await readdir(join(target, "current/assets"));
  const assets = ["b", "c"].map((word) => siteOf(word).asset.slice("assets/".length));
  expect(names.sort()).toEqual(assets.sort());
});

test("the same site again is no release", async () => {
  const target = join(await temporaryFolder(), "www");
  await put("a", target);
  expect(await put("a", target)).toBeNull();
  expect((await releasesOf(target)).all).toHaveLength(1);
});

test("old releases go, the current one never", async () => {
  const target = join(await temporaryFolder(), "www");
  for (const word of ["a", "b", "c", "d"]) await put(word, target);
  const { all } = await releasesOf(target);
  if (all[0]) await pointAt(all[0], target, disk);
  await prune(target, 2, disk);
  expect((await releasesOf(target)).all.map(({ number }) => number)).toEqual([1, 3, 4]);
  expect(await current(target)).toBe("a");
});

test.each([
  ["EIO", false],
  ["ENOSPC", true],
])("the N-th operation fails with %s, and those after it: %s", async (code, forever) => {
  for (let at = 1; ; at++) {
    const target = join(await temporaryFolder(), "www");
    await put("old", target);
    const failed = await put("new", target, failing(at, code, forever)).then(
      () => false,
      () => true,
    );
    expect(failed ? ["old", "new"] : ["new"]).toContain(await current(target));
    await put("later", target);
    await prune(target, 5, disk);
    expect(await current(target)).toBe("later");
    expect((await readdir(join(target, "releases"))).every((name) => /^\d{6}-/.test(name))).toBe(true);
    if (!failed) break;
  }
});

test("a reader in a loop never misses a file, nor an asset of a page that it has", async () => {
  const target = join(await temporaryFolder(), "www");
  await put("0", target);
  let publishing = true;
  let reads = 0;
  const reader = (async () => {
    while (publishing) {
      const page = await readFile(join(target, "current/packs/a/index.html"), "utf8");
      const [word, asset = ""] = page.split(" ");
      expect(await readFile(join(target, "current", asset), "utf8")).toBe(word);
      reads++;
      await setImmediate();
    }
  })();
  for (let count = 1; count <= 25; count++) await put(String(count), target);
  publishing = false;
  await reader;
  expect(reads).toBeGreaterThan(25);
});

describe("the verb", () => {
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [verb, ...args], { encoding: "utf8" });
    return { status, stdout, stderr };
  };
  async function built(word: string): Promise<string> {
    const folder = join(await temporaryFolder(), "_site");
    const { site, bytes } = siteOf(word);
    for (const [path, content] of [...site.files, ["manifest.json", bytes] as const]) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return folder;
  }

  test("publishes, lists, and rolls back", async () => {
    const to = join(await temporaryFolder(), "www");
    for (const word of ["a", "b"]) expect(run("--to", to, "--from", await built(word)).status).toBe(0);
    expect(run("--to", to, "--from", await built("b")).stdout).toContain("nothing changed");
    expect(run("--to", to, "--rollback", "previous").stdout).toContain("release 1 is current again");
    expect(await current(to)).toBe("a");
    expect(JSON.parse(run("--to", to, "--list", "--format", "json").stdout)).toMatchObject({
      current: 1,
      releases: [{ number: 1 }, { number: 2 }],
    });
  });

  test.each([
    ["no folder to publish to", async () => [], "--to DIR says where"],
    ["no site", async (to: string) => ["--to", to, "--from", `${to}-no`], "run npm run build first"],
    [
      "a release that is not kept",
      async (to: string) => ["--to", to, "--from", await built("a"), "--rollback", "9"],
      "there is no such release; kept are none",
    ],
    [
      "a site inside the releases",
      async (to: string) => ["--to", to, "--from", join(to, "releases")],
      "may not hold one another",
    ],
    [
      "a folder of somebody else",
      async (to: string) => {
        await mkdir(join(to, "photos"), { recursive: true });
        return ["--to", to, "--from", await built("a")];
      },
      "holds `photos`, which publish did not make",
    ],
    [
      "a site that was changed by hand",
      async (to: string) => {
        const site = await built("a");
        await writeFile(join(site, "index.html"), "mine");
        return ["--to", to, "--from", site];
      },
      "index.html is not what was published",
    ],
    [
      "a folder where the link should be",
      async (to: string) => {
        await mkdir(join(to, "current"), { recursive: true });
        return ["--to", to, "--from", await built("a")];
      },
      "is no link",
    ],
  ])("%s is refused in words", async (_, args, words) => {
    const to = join(await temporaryFolder(), "www");
    const { status, stdout, stderr } = run(...(await args(to)));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("    at ");
  });

  test("a link that leads elsewhere is moved, what it led to is left alone", async () => {
    const folder = await temporaryFolder();
    const to = join(folder, "www");
    await mkdir(to);
    await writeFile(join(folder, "precious"), "");
    await symlink("../", join(to, "current"));
    expect(run("--to", to, "--from", await built("a")).status).toBe(0);
    expect(await current(to)).toBe("a");
    expect(await readdir(folder)).toContain("precious");
  });
});
