// `npm run dev` as a desk runs it, with ears on what it tells browsers and with the inspector's eyes on its two processes.
import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { devFolder } from "../../serve/folders.ts";

const tool = fileURLToPath(new URL("../../../", import.meta.url));
const compileCache = "scripts/command/compile-cache.mjs";

export type RunningDev = {
  readonly url: string;
  /** Does something, and waits until as many builds as `count` have been told since. */
  after(change: () => Promise<void>, count?: number): Promise<void>;
  /** How many builds it has told of. */
  readonly builds: number;
  /** MB: the heap of each process after its garbage has been collected, and what is resident. */
  memory(): Promise<DevMemory>;
  close(): Promise<void>;
};

export type DevMemory = { readonly preview: Held; readonly builder: Held };
export type Held = { readonly pid: number; readonly heap: number; readonly resident: number };

export type DevOptions = {
  readonly content: string;
  /** Where it keeps what it makes from run to run. */
  readonly store: string;
  readonly pdf: boolean;
  /** Folder of the tool that runs; this one unless told. */
  readonly root?: string;
};

/** Resolves when the first build has been told. */
export async function runDev({ content, store, pdf, root = tool }: DevOptions): Promise<RunningDev> {
  const args = ["--import", join(root, compileCache), join(root, "scripts/dev.ts"), "--content", content];
  const dev = spawn(process.execPath, [...args, ...(pdf ? [] : ["--no-pdf"])], {
    cwd: root,
    env: { ...process.env, CHANCERY_CACHE: store, NODE_OPTIONS: "--inspect=127.0.0.1:0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const inspected: string[] = [];
  dev.stderr.setEncoding("utf8").on("data", (text: string) => {
    for (const [, address = ""] of text.matchAll(/^Debugger listening on (ws:\S+)/gm))
      inspected.push(address);
  });
  const url = await new Promise<string>((done, fail) => {
    dev.stdout.once("data", (chunk) => done(String(chunk).trim()));
    dev.once("exit", (status) => fail(new Error(`dev ended with ${status}`)));
  });
  let builds = 0;
  let heard = () => {};
  const ended = listen(`${url}.chancery/events`, (event) => {
    if (event !== "built" && event !== "state") return;
    builds += 1;
    heard();
  });
  const until = (count: number) =>
    new Promise<void>((done) => {
      heard = () => builds >= count && done();
      heard();
    });
  await until(1);
  return {
    url,
    get builds() {
      return builds;
    },
    async after(change, count = 1) {
      const before = builds;
      await change();
      await until(before + count);
    },
    async memory() {
      const held = await Promise.all(inspected.slice(-2).map(heapOf));
      const [preview, builder] = held.sort((a) => (a.pid === dev.pid ? -1 : 1));
      if (preview === undefined || builder === undefined) throw new Error("dev has two processes");
      return { preview, builder };
    },
    async close() {
      await ending(dev);
      await ended;
      await rm(devFolder(content, root), { recursive: true, force: true });
    },
  };
}

function ending(dev: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (dev.exitCode !== null || dev.signalCode !== null) return done();
    dev.once("close", () => done());
    dev.kill("SIGTERM");
  });
}

/** Tells the name of each event until the server ends. */
async function listen(url: string, hear: (event: string) => void): Promise<void> {
  const body = (await fetch(url)).body;
  if (body === null) return;
  let rest = "";
  try {
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const lines = `${rest}${text}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("event: ")) hear(line.slice("event: ".length));
    }
  } catch (cause) {
    // The server has closed the connection.
    if (!(cause instanceof TypeError)) throw cause;
  }
}

/** Asks a process through its inspector (https://chromedevtools.github.io/devtools-protocol/v8/). */
async function heapOf(address: string): Promise<Held> {
  const socket = new WebSocket(address);
  await new Promise((done, fail) => {
    socket.onopen = done;
    socket.onerror = () => fail(new Error(`no inspector at ${address}`));
  });
  let turn = 0;
  const ask = (method: string, params: object = {}) =>
    new Promise<{ result?: { value?: string } }>((done) => {
      const id = ++turn;
      socket.addEventListener("message", ({ data }) => {
        const answer = JSON.parse(String(data));
        if (answer.id === id) done(answer.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  for (let round = 0; round < 3; round++) await ask("HeapProfiler.collectGarbage");
  const expression = "JSON.stringify([process.pid, process.memoryUsage()])";
  const { result } = await ask("Runtime.evaluate", { expression });
  socket.close();
  const [pid, { heapUsed, rss }] = JSON.parse(result?.value ?? "") as [number, NodeJS.MemoryUsage];
  return { pid, heap: megabytes(heapUsed), resident: Math.round(rss / 1e6) };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}
