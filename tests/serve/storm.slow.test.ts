// Storms of saves: a thousand in two seconds, every way in which editors save, and folders that come and go; the last state wins.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pack = "packs/pack-00001/pack.yaml";
const page = "packs/pack-00001/index.html";

let parent: string;
let folder: string;
let dev: ChildProcess;
let url: string;
let said = "";

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "chancery-storm-"));
  folder = join(parent, "content");
  for (const [path, text] of siteContent(4)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  dev = spawn(process.execPath, [join(root, "scripts/dev.ts"), "--content", folder, "--no-pdf"], {
    cwd: parent,
  });
  dev.stderr?.setEncoding("utf8").on("data", (text) => (said += text));
  url = await new Promise<string>((done) => {
    let out = "";
    dev.stdout?.on("data", (chunk) => {
      out += chunk;
      if (out.includes("\n")) done(out.split("\n")[0] ?? "");
    });
  });
}, 120_000);

afterAll(async () => {
  dev.kill("SIGTERM");
  await new Promise((done) => dev.once("close", done));
  await rm(parent, { recursive: true });
});

async function text(path: string): Promise<string> {
  return await (await fetch(url + path)).text();
}

/** Waits until a page holds the words, or is gone. */
async function shows(path: string, words: string | null): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await fetch(url + path);
        const body = await answer.text();
        return words === null ? answer.status === 404 : answer.status === 200 && body.includes(words);
      },
      { timeout: 60_000, interval: 50, message: `${path}: ${words}` },
    )
    .toBe(true);
}

async function titled(title: string): Promise<string> {
  return (await readFile(join(folder, pack), "utf8")).replace(/^title: .*/m, `title: ${title}`);
}

test("a thousand saves in two seconds: the last is on the page, and few builds were made", async () => {
  await shows(page, "<h1");
  const whole = await titled("Storm");
  const before = said.split("built ").length;
  for (let save = 1; save <= 1000; save++) {
    await writeFile(join(folder, pack), whole.replace("Storm", `Storm ${save} of 1000`));
    if (save % 10 === 0) await new Promise((done) => setTimeout(done, 15));
  }
  await shows(page, "Storm 1000 of 1000");
  await shows("index.html", "Storm 1000 of 1000");
  expect(said.split("built ").length - before).toBeLessThan(200);
});

const ways: readonly (readonly [string, (path: string, bytes: string) => Promise<void>])[] = [
  [
    "a temporary file renamed over it",
    async (path, bytes) => {
      await writeFile(`${path}.tmp`, bytes);
      await rename(`${path}.tmp`, path);
    },
  ],
  [
    "emptied, and written after a while",
    async (path, bytes) => {
      await writeFile(path, "");
      await new Promise((done) => setTimeout(done, 25));
      await writeFile(path, bytes);
    },
  ],
  [
    "written in two halves",
    async (path, bytes) => {
      await writeFile(path, bytes.slice(0, bytes.length / 2));
      await new Promise((done) => setTimeout(done, 25));
      await writeFile(path, bytes);
    },
  ],
  [
    "deleted and made again",
    async (path, bytes) => {
      await unlink(path);
      await writeFile(path, bytes);
    },
  ],
  [
    "with a swap file and a backup beside it",
    async (path, bytes) => {
      await writeFile(`${path}.swp`, "swap");
      await writeFile(`${path}~`, bytes);
      await writeFile(path, bytes);
      await unlink(`${path}.swp`);
      await unlink(`${path}~`);
    },
  ],
];

test.each(ways)("saved: %s", async (name, save) => {
  for (let turn = 0; turn < 5; turn++) {
    const title = `Saved ${name.length} ${turn}`;
    await save(join(folder, pack), await titled(title));
    await shows(page, title);
  }
});

test("a broken file leaves the last good page, and is mended", async () => {
  const good = await titled("Good");
  await writeFile(join(folder, pack), good);
  await shows(page, "Good");
  for (let turn = 0; turn < 10; turn++) {
    await writeFile(join(folder, pack), `${good}nonsense: [${turn}\n`);
    await new Promise((done) => setTimeout(done, 40));
    expect(await text(page)).toMatch(/Good|Mended/);
    await writeFile(join(folder, pack), good.replace("Good", `Mended ${turn}`));
  }
  await shows(page, "Mended 9");
});

test("packs that appear, move and vanish", async () => {
  const copy = join(folder, "packs/copied");
  await mkdir(join(copy, "sources/wire"), { recursive: true });
  for (const path of [
    "pack.yaml",
    "annotations.yaml",
    "sources/wire/source.yaml",
    "sources/wire/article.txt",
  ])
    await writeFile(join(copy, path), await readFile(join(folder, "packs/pack-00002", path)));
  await shows("packs/copied/index.html", "<h1");
  await rename(copy, join(folder, "packs/moved"));
  await shows("packs/moved/index.html", "<h1");
  await shows("packs/copied/index.html", null);
  await rm(join(folder, "packs/moved"), { recursive: true });
  await shows("packs/moved/index.html", null);
});

test("the content folder renamed and back again", async () => {
  await rename(folder, `${folder}-away`);
  await new Promise((done) => setTimeout(done, 800));
  expect(await text(page)).toContain("Mended");
  await rename(`${folder}-away`, folder);
  await new Promise((done) => setTimeout(done, 800));
  await writeFile(join(folder, pack), await titled("Back again"));
  await shows(page, "Back again");
});

test("nothing half written is left, and memory stays what it was", async () => {
  const chosen = await children();
  for (let turn = 0; turn < 60; turn++) {
    await writeFile(join(folder, pack), await titled(`Round ${turn}`));
    await new Promise((done) => setTimeout(done, 30));
  }
  await shows(page, "Round 59");
  const first = await residentOf(chosen);
  for (let turn = 60; turn < 240; turn++) {
    await writeFile(join(folder, pack), await titled(`Round ${turn}`));
    await new Promise((done) => setTimeout(done, 30));
  }
  await shows(page, "Round 239");
  expect(await residentOf(chosen)).toBeLessThan(first * 1.3 + 50);
});

/** Processes that dev has started. */
async function children(): Promise<readonly string[]> {
  return (await readFile(`/proc/${dev.pid}/task/${dev.pid}/children`, "utf8")).trim().split(" ");
}

async function residentOf(pids: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    }),
  );
  expect(await readdir(folder)).toContain("packs");
  return sizes.reduce((sum, size) => sum + size, 0);
}
