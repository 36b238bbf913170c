// A folder becomes files: what is taken, what is passed over, and what is refused.

import { spawnSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read } from "../../scripts/read/read.ts";
import { temporaryFolder } from "../support/content.ts";

test("plain files are taken, by path", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "b/c"), { recursive: true });
  await writeFile(join(folder, "a.yaml"), "a");
  await writeFile(join(folder, "b/c/é.md"), "é");
  const { value, findings } = await read(folder);
  expect(findings).toEqual([]);
  expect([...value.keys()]).toEqual(["a.yaml", "b/c/é.md"]);
  expect(new TextDecoder().decode(value.get("b/c/é.md")?.bytes)).toBe("é");
});

test("what editors and systems leave behind is passed over", async () => {
  const folder = await temporaryFolder();
  const names = [".DS_Store", ".a.yaml.swp", "a.yaml~", "#a.yaml#", "a.yaml.bak", "a.tmp", "a.orig"];
  for (const name of names) await writeFile(join(folder, name), "");
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, ".git/config"), "");
  expect(await read(folder)).toEqual({ value: new Map(), findings: [] });
});

test("links, special files, twins, depth and size are refused, each at its path", async () => {
  const folder = await temporaryFolder();
  await symlink("/etc/passwd", join(folder, "file-link"));
  await symlink("/etc", join(folder, "folder-link"));
  await symlink(folder, join(folder, "loop"));
  await symlink("nowhere", join(folder, "dangling"));
  spawnSync("mkfifo", [join(folder, "pipe")]);
  await writeFile(join(folder, "Box.md"), "");
  await writeFile(join(folder, "box.md"), "");
  await writeFile(join(folder, "caf\u00e9"), "");
  await writeFile(join(folder, "cafe\u0301"), "");
  await mkdir(join(folder, "1/2/3/4/5/6/7/8/9"), { recursive: true });
  await writeFile(join(folder, "1/2/3/4/5/6/7/8/9/deep"), "");
  await writeFile(join(folder, "large"), "");
  await truncate(join(folder, "large"), 51 * 1024 * 1024);
  const { value, findings } = await read(folder);
  const told = findings.map(({ file, rule, message }) => `${file} ${rule}: ${message}`);
  expect(told.sort()).toEqual([
    "1/2/3/4/5/6/7/8/9 unreadable: lies deeper than 8 folders",
    "box.md unreadable: differs from Box.md only in case or in accents' encoding",
    "café unreadable: differs from cafe\u0301 only in case or in accents' encoding",
    "dangling unreadable: is not a plain file",
    "file-link unreadable: is not a plain file",
    "folder-link unreadable: is not a plain file",
    "large unreadable: has 51 MB",
    "loop unreadable: is not a plain file",
    "pipe unreadable: is not a plain file",
  ]);
  for (const path of ["file-link", "large", "pipe"]) expect(value.has(path)).toBe(false);
});

test("a folder that is not there throws", async () => {
  await expect(read(join(await temporaryFolder(), "nowhere"))).rejects.toThrow("ENOENT");
});
