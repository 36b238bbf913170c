// What happens to folders and files while dev runs: the last good page stays, and what comes back is built.
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  unlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { isGood, lay, pack, page, parent, shows, soon, start, state, text, title } from "../support/dev.ts";

describe("the content folder", () => {
  test("is not there at first", async () => {
    const content = join(parent, "later");
    const dev = await start(content);
    await expect
      .poll(() => state(dev), soon)
      .toEqual({
        findings: [],
        failure: `there is no content folder ${content}; it is built as soon as it is there`,
      });
    expect(dev.said()).not.toContain(" at ");
    await lay("later-made");
    await rename(join(parent, "later-made"), content);
    await shows(dev, page, /^200 /);
    await isGood(dev);
    await title(dev, "Seen after all");
    await shows(dev, page, "Seen after all");
  });

  test("goes and is replaced by another, at once and after a while", async () => {
    const dev = await start(await lay("replaced"));
    await shows(dev, page, /^200 /);
    for (const pause of [0, 700]) {
      const other = await lay(`other-${pause}`);
      await writeFile(
        join(other, pack),
        (await readFile(join(other, pack), "utf8")).replace(/^title: .*/m, `title: Of the other ${pause}`),
      );
      await rename(dev.content, `${dev.content}-${pause}`);
      if (pause > 0) {
        await expect
          .poll(async () => (await state(dev)).failure, soon)
          .toMatch(/^there is no content folder/);
        expect(await text(dev, page)).toMatch(/^200 /);
      }
      await rename(other, dev.content);
      await shows(dev, page, `Of the other ${pause}`);
      await isGood(dev);
      await title(dev, `Edited ${pause}`);
      await shows(dev, page, `Edited ${pause}`);
    }
  });

  test("is a link that comes to lead elsewhere", async () => {
    const [one, two] = [await lay("linked-one"), await lay("linked-two", 4)];
    const link = join(parent, "link");
    await symlink(one, link);
    const dev = await start(link);
    await shows(dev, page, /^200 /);
    await title(dev, "Through the link");
    await shows(dev, page, "Through the link");
    await symlink(two, `${link}-next`);
    await rename(`${link}-next`, link);
    await shows(dev, "packs/pack-00003/index.html", /^200 /);
    await title(dev, "Through the other");
    await shows(dev, page, "Through the other");
  });

  test("may not be written, and nobody tries to", async () => {
    const content = await lay("read-only");
    await chmod(join(content, "packs"), 0o555);
    await chmod(content, 0o555);
    const before = (await readdir(content, { recursive: true })).sort();
    const dev = await start(content);
    await shows(dev, page, /^200 /);
    await isGood(dev);
    expect((await readdir(content, { recursive: true })).sort()).toEqual(before);
    await chmod(content, 0o755);
    await chmod(join(content, "packs"), 0o755);
  });
});

describe("files", () => {
  test("become folders and files again, change their case, and have older times than before", async () => {
    const dev = await start(await lay("shapes"));
    await shows(dev, page, /^200 /);
    const file = join(dev.content, pack);
    const bytes = await readFile(file);
    await unlink(file);
    await mkdir(file);
    await expect.poll(async () => (await state(dev)).findings.join(), soon).toMatch(/error/);
    expect(await text(dev, page)).toMatch(/^200 /);
    await rm(file, { recursive: true });
    await writeFile(file, bytes);
    await isGood(dev);

    await rename(file, join(dev.content, "packs/pack-00001/Pack.yaml"));
    await expect.poll(async () => (await state(dev)).findings.join(), soon).toMatch(/error/);
    await rename(join(dev.content, "packs/pack-00001/Pack.yaml"), file);
    await isGood(dev);

    await title(dev, "From the past");
    await utimes(file, 0, 0);
    await shows(dev, page, "From the past");
    await title(dev, "Out of the past");
    await utimes(file, 0, 0);
    await shows(dev, page, "Out of the past");
  });

  test("change by the thousand, as when another branch is checked out", async () => {
    const dev = await start(await lay("branches", 3));
    await shows(dev, page, /^200 /);
    const other = siteContent(900);
    await rm(join(dev.content, "boxes"), { recursive: true });
    for (const [path, words] of other) {
      await mkdir(join(dev.content, path, ".."), { recursive: true });
      await writeFile(join(dev.content, path), words);
    }
    await expect.poll(() => text(dev, "packs/pack-00899/index.html"), { timeout: 120_000 }).toMatch(/^200 /);
    await isGood(dev);
    await writeFile(
      join(dev.content, "packs/pack-00777/pack.yaml"),
      (other.get("packs/pack-00777/pack.yaml") ?? "").replace(/^title: .*/m, "title: After the storm"),
    );
    await shows(dev, "packs/pack-00777/index.html", "After the storm");
    for (const path of await readdir(join(dev.content, "packs")))
      if (path > "pack-00002") await rm(join(dev.content, "packs", path), { recursive: true });
    for (const [path, words] of siteContent(3)) await writeFile(join(dev.content, path), words);
    await shows(dev, "packs/pack-00899/index.html", /^404 /);
    await shows(dev, page, /^200 /);
  });
});

test("an output folder that is taken away is written again", async () => {
  const dev = await start(await lay("output"));
  await shows(dev, page, /^200 /);
  await isGood(dev);
  await rm(dev.output, { recursive: true, maxRetries: 9 });
  await shows(dev, page, /^200 /);
  await shows(dev, "index.html", /^200 /);
  await title(dev, "Written again");
  await shows(dev, page, "Written again");
});
