// A second build over what was published: what stands as it is to be is neither read from the cache nor written, anything else is.
import { appendFile, cp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { produce } from "../../scripts/produce.ts";
import { disk } from "../../scripts/publish/disk.ts";
import { publish } from "../../scripts/publish/publish.ts";
import { temporaryFolder } from "../support/content.ts";
import { lay } from "./kept.ts";

const wanted = { only: null, pdf: false, baseUrl: null, builtAt: null, jobs: 1 };

async function contents(folder: string): Promise<ReadonlyMap<string, string>> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = all
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = paths
    .sort()
    .map(async (path) => [path.slice(folder.length + 1), await readFile(path, "latin1")] as const);
  return new Map(await Promise.all(texts));
}

test("only what was spoilt is written again", async () => {
  const content = await temporaryFolder();
  const output = join(await temporaryFolder(), "site");
  await lay(content, new Map(), siteContent(4));
  const build = async () => {
    const { files, standing } = await produce(content, wanted, () => {}, output);
    if (files === null) throw new Error("the content has errors");
    await publish(files, output, disk, standing);
    return [...files.keys()].sort();
  };
  const first = await build();
  const whole = await contents(output);
  expect(first).toEqual([...whole.keys()]);
  expect(await build()).toEqual([]);
  expect(await contents(output)).toEqual(whole);

  const spoilt = ["feed.xml", "index.html", "packs/pack-00001/index.html", "robots.txt"];
  await rm(join(output, "feed.xml"));
  await appendFile(join(output, "index.html"), " ");
  await writeFile(join(output, "packs/pack-00001/index.html"), "");
  const elsewhere = join(await temporaryFolder(), "robots.txt");
  await cp(join(output, "robots.txt"), elsewhere);
  await rm(join(output, "robots.txt"));
  await symlink(elsewhere, join(output, "robots.txt"));
  await writeFile(join(output, "stray.txt"), "stray");
  expect(await build()).toEqual(spoilt);
  expect(await contents(output)).toEqual(whole);
  for (const path of spoilt) expect((await stat(join(output, path))).nlink, path).toBe(1);
});
