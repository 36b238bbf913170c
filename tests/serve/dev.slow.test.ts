// npm run dev from end to end: serves, builds again on a save, keeps the last good site through a fault, and shows the fault.
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = "packs/harbour-of-suhayla/index.html";

let folder: string;
let dev: ChildProcess;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chancery-dev-"));
  await cp(join(root, "content"), folder, { recursive: true });
  dev = spawn(process.execPath, [join(root, "scripts/dev.ts"), "--content", folder, "--no-pdf"], {
    cwd: folder,
  });
  url = await new Promise<string>((done) => {
    let said = "";
    dev.stdout?.on("data", (chunk) => {
      said += chunk;
      const [line, rest] = said.split("\n");
      if (rest !== undefined && line !== undefined) done(line);
    });
  });
  await until(async () => (await text(page)).includes("سُهيلة") && (await isBuilt()));
});

afterAll(async () => {
  dev.kill("SIGTERM");
  await new Promise((done) => dev.once("close", done));
  await rm(folder, { recursive: true });
});

async function text(path: string): Promise<string> {
  return await (await fetch(url + path)).text();
}

/** Whether the server has word of a build that is over. */
async function isBuilt(): Promise<boolean> {
  const reader = (await fetch(`${url}.chancery/events`)).body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value = "" } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return value.startsWith("event: state");
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error("never came about");
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, path);
  await writeFile(file, change(await readFile(file, "utf8")));
}

/** The next thing that browsers are told. */
async function news(
  after: () => Promise<void>,
): Promise<{ findings: readonly string[]; failure: string | null }> {
  const response = await fetch(`${url}.chancery/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await after();
  let said = "";
  for (;;) {
    const { value = "", done } = (await reader?.read()) ?? { done: true };
    said += value;
    const built = /event: built\ndata: (.*)\n\n/.exec(said)?.[1];
    if (built !== undefined) {
      await reader?.cancel();
      return JSON.parse(built);
    }
    if (done) throw new Error("the server said no more");
  }
}

test("a save is on the page, a fault is told and leaves the page, its mending is on the page", async () => {
  const path = "packs/harbour-of-suhayla/pack.yaml";
  const good = await readFile(join(folder, path), "utf8");
  const told = await news(() =>
    edit(path, (yaml) => yaml.replace(/^subtitle: .*$/m, "subtitle: عنوان جديد")),
  );
  expect(told).toEqual({ findings: [], failure: null });
  expect(await text(page)).toContain("عنوان جديد");

  const fault = await news(() => edit(path, (yaml) => yaml.replace("subtitle:", "subtitel:")));
  expect(fault.findings.join()).toMatch(/pack\.yaml:\d+:\d+: error unknown-key: .*subtitel/);
  expect(await text(page)).toContain("عنوان جديد");

  const mended = await news(() => writeFile(join(folder, path), good));
  expect(mended).toEqual({ findings: [], failure: null });
  expect(await text(page)).not.toContain("عنوان جديد");
});

test("a deleted pack is gone from the site", async () => {
  await news(() => rm(join(folder, "packs/harbour-of-suhayla"), { recursive: true }));
  expect((await fetch(url + page)).status).toBe(404);
  expect(await text("index.html")).not.toContain("سُهيلة");
});
