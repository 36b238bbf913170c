// A pack in its second edition, on an article that was changed after it was captured: each page that says so is as good as any other.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disk } from "../../scripts/publish/disk.ts";
import { read } from "../../scripts/read/read.ts";
import { update } from "../../scripts/update/update.ts";
import { casesFolder, stockText } from "../support/content.ts";
import { type BuiltSite, buildSite } from "./built-site.ts";
import { faultless, seen } from "./looks.ts";

const pages = [
  "packs/visit/index.html",
  "packs/visit/changes/index.html",
  "packs/visit/source/index.html",
] as const;
const article = stockText("packs/visit/sources/tass/2023-10-19.txt")
  .replace("We discussed", "We never discussed")
  .replace(/^He said that AUKUS.*$/m, "A paragraph that was not there before.");

let parent: string;
let site: BuiltSite;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "chancery-changed-"));
  const folder = join(parent, "content");
  await cp(join(casesFolder, "stock"), folder, { recursive: true });
  const pack = "packs/visit";
  await mkdir(join(folder, pack, "editions"));
  await cp(join(casesFolder, "check/edition-stored", pack, "editions"), join(folder, pack, "editions"), {
    recursive: true,
  });
  const yaml = await readFile(join(folder, pack, "pack.yaml"), "utf8");
  await writeFile(
    join(folder, pack, "pack.yaml"),
    yaml
      .replace("title: A visit", "title: A visit\nedition: 2")
      .replace("visit is likely", "visit is hardly likely"),
  );
  const wish = {
    slug: "visit",
    source: undefined,
    captured: "2023-10-21",
    accept: [],
    day: "2023-10-22",
    write: true,
  };
  const bytes = new TextEncoder().encode(article);
  const given = { folder: "/", name: "article.txt", bytes, charset: null };
  await update(folder, await read(folder), { ...wish, article: given }, disk);
  site = await buildSite(folder);
});
afterAll(async () => {
  await site.remove();
  await rm(parent, { recursive: true });
});

test("the pages say what they are for", async () => {
  const [briefing, changes, source] = await Promise.all(
    pages.map((path) => readFile(join(site.folder, path), "utf8")),
  );
  expect(briefing).toContain('id="orphans"');
  expect(briefing).toContain("changes/index.html");
  expect(changes).toContain("<ins>hardly");
  expect(source).toContain("withdrawn in edition 2");
});

test.for(pages)("%s is silent, fits 320 px, and has no fault that axe knows", async (path) => {
  expect(await seen(site, path)).toEqual(faultless);
});

test.for(pages)("%s is valid HTML", async (path) => {
  const validator = new HtmlValidate(new StaticConfigLoader([], { extends: ["html-validate:standard"] }));
  const { results } = validator.validateStringSync(await readFile(join(site.folder, path), "utf8"));
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});
