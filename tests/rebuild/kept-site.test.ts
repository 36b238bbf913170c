// The site on disk: what stands already, by its bytes, is left alone; anything else is written.

import { createHash } from "node:crypto";
import { mkdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSite } from "../../scripts/rebuild/kept-site.ts";
import { temporaryFolder } from "../support/content.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const stands: readonly (readonly [string, (path: string) => Promise<void>, boolean])[] = [
  ["the same bytes", (path) => writeFile(path, "page"), false],
  ["other bytes of the same length", (path) => writeFile(path, "pane"), true],
  ["half of the bytes", (path) => writeFile(path, "pa"), true],
  ["nothing", async () => {}, true],
  ["a folder", async (path) => void (await mkdir(join(path, "deep"), { recursive: true })), true],
  [
    "a link to the same bytes",
    async (path) => {
      await writeFile(`${path}.other`, "page");
      await symlink(`${path}.other`, path);
    },
    true,
  ],
];

test.each(stands)("where %s stand before", async (_, lay, writes) => {
  const folder = await temporaryFolder();
  const path = join(folder, "a/index.html");
  await mkdir(join(folder, "a"));
  await lay(path);
  if (!writes) await utimes(path, 1, 1);
  const site = keptSite(folder);
  expect(site.holds("a/index.html", sha256("page"))).toBe(!writes);
  let asked = 0;
  const put = () =>
    site.put("a/index.html", sha256("page"), () => {
      asked += 1;
      return "page";
    });
  expect(await put()).toBe(writes);
  expect(asked, "bytes are asked for only when they are written").toBe(writes ? 1 : 0);
  expect(await readFile(path, "utf8")).toBe("page");
  expect((await stat(path)).mtimeMs === 1000).toBe(!writes);
  expect(await put()).toBe(false);
  expect(site.holds("a/index.html", sha256("pane"))).toBe(false);
  await site.clear();
  expect(await readFile(path, "utf8")).toBe("page");
});
