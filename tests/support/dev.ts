// `npm run dev` in a process of its own, as tests ask it: what it serves, what it says, and the process that builds.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { siteContent } from "../../scripts/bench/site/content.ts";
import { devFolder } from "../../scripts/serve/folders.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The pack that tests edit, and its page. */
export const pack = "packs/pack-00001/pack.yaml";
export const page = "packs/pack-00001/index.html";
/** How long something may take to come about. */
export const soon = { timeout: 30_000, interval: 50 };

/** A folder of this run. */
export let parent: string;
let running: Dev[] = [];

export type Dev = {
  readonly process: ChildProcess;
  readonly url: string;
  readonly content: string;
  readonly output: string;
  said(): string;
};

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "chancery-limits-"));
});

afterEach(async ({ task }) => {
  // What dev said helps who looks for the cause.
  if (task.result?.state === "fail") for (const dev of running) process.stderr.write(dev.said());
  for (const dev of running) {
    dev.process.kill("SIGTERM");
    if (dev.process.exitCode === null) await new Promise((done) => dev.process.once("close", done));
    await rm(join(dev.output, ".."), { recursive: true, force: true });
  }
  running = [];
});

afterAll(() => rm(parent, { recursive: true, force: true }));

export async function lay(name: string, packs = 3): Promise<string> {
  const content = join(parent, name);
  for (const [path, text] of siteContent(packs)) {
    await mkdir(join(content, path, ".."), { recursive: true });
    await writeFile(join(content, path), text);
  }
  return content;
}

/** `before`: words of a shell before the command, such as a limit. */
export async function start(content: string, before = "exec"): Promise<Dev> {
  const command = `${before} "${process.execPath}" "${root}scripts/dev.ts" --content "${content}" --no-pdf`;
  const dev = spawn("sh", ["-c", command], { cwd: parent });
  let said = "";
  dev.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  const url = await new Promise<string>((done, fail) => {
    dev.stdout.once("data", (chunk) => done(String(chunk).trim()));
    dev.once("exit", (status) => fail(new Error(`${status}: ${said}`)));
  });
  const one = {
    process: dev,
    url,
    content,
    output: join(devFolder(content, root), "site"),
    said: () => said,
  };
  running.push(one);
  return one;
}

export async function text({ url }: Dev, path: string): Promise<string> {
  const answer = await fetch(url + path);
  return `${answer.status} ${await answer.text()}`;
}

export async function shows(dev: Dev, path: string, words: string | RegExp): Promise<void> {
  await expect.poll(() => text(dev, path), soon).toMatch(words);
}

export async function title(dev: Dev, words: string): Promise<void> {
  const file = join(dev.content, pack);
  await writeFile(file, (await readFile(file, "utf8")).replace(/^title: .*/m, `title: ${words}`));
}

/** What a browser that comes now is told. */
export async function state({ url }: Dev): Promise<{ findings: readonly string[]; failure: string | null }> {
  const reader = (await fetch(`${url}.chancery/events`)).body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  const { value = "" } = (await reader?.read()) ?? {};
  await reader?.cancel();
  const data = /^event: state\ndata: (.*)\n/.exec(value)?.[1];
  return data === undefined ? { findings: [], failure: "nothing yet" } : JSON.parse(data);
}

export const good = { findings: [], failure: null };
export const isGood = (dev: Dev) => expect.poll(() => state(dev), soon).toEqual(good);

/** The process that builds. */
export function builderOf({ process: dev }: Dev): number {
  const [pid = ""] = execFileSync("pgrep", ["-P", String(dev.pid)], { encoding: "utf8" })
    .trim()
    .split("\n");
  return Number(pid);
}
