// Starts a browser's program and speaks with it over two pipes, which end with whichever of the two processes ends first.

import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { Browser, ConnectionTransport } from "puppeteer-core";
// Without what finds, downloads and starts browsers, the driver loads in less than half the time.
import { connect } from "puppeteer-core/internal/puppeteer-core-browser.js";

/** Characters of what the program says that are kept, for its last words. */
const KEPT = 4096;
/** Where the program listens and answers (`--remote-debugging-pipe`). */
const [LISTENS, ANSWERS] = [3, 4];

export type BrowserProcess = {
  readonly browser: Browser;
  readonly child: ChildProcess;
  /** Ends it with all its processes. */
  kill(): void;
};

/** Rejects, with nothing left running, when the program ends or does not answer within `limit` milliseconds. */
export async function startProcess(
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limit: number,
): Promise<BrowserProcess> {
  const child = spawn(path, ["--remote-debugging-pipe", ...args], {
    env,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-KEPT);
  });
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status, signal) =>
      reject(new Error(`ended with ${signal ?? status}${lastLine(said)}`)),
    );
    timer = setTimeout(() => reject(new Error(`no answer within ${limit / 1000} s`)), limit);
  });
  try {
    const wanted = { transport: transportOf(child), defaultViewport: null, protocolTimeout: 0 };
    const browser = await Promise.race([connect(wanted), failed]);
    // The driver declares its types twice, and TypeScript tells the two apart.
    return { browser: browser as unknown as Browser, child, kill: () => killGroup(child) };
  } catch (cause) {
    killGroup(child);
    throw cause;
  } finally {
    clearTimeout(timer);
    failed.catch(() => "whoever prints hears of it");
  }
}

/** The browser leads a process group of its own, except on Windows. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}

/** Messages are JSON in UTF-8, each with a zero byte after it. */
function transportOf(child: ChildProcess): ConnectionTransport {
  const out = child.stdio[LISTENS] as Writable;
  const back = child.stdio[ANSWERS] as Readable;
  let begun: Buffer[] = [];
  const transport: ConnectionTransport = {
    send: (message) => void out.write(`${message}\0`),
    close: () => void out.end(),
  };
  back.on("data", (bytes: Buffer) => {
    let rest = bytes;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...begun, rest.subarray(0, end)]).toString();
      begun = [];
      rest = rest.subarray(end + 1);
      setImmediate(() => transport.onmessage?.(message));
    }
    if (rest.length) begun.push(rest);
  });
  back.on("close", () => transport.onclose?.());
  for (const stream of [out, back]) stream.on("error", ignoreEnd);
  return transport;
}

/** A pipe that breaks is closed right after; `onclose` tells. */
function ignoreEnd(_cause: unknown): void {}

function lastLine(said: string): string {
  const line = said.trim().split("\n").at(-1)?.trim();
  return line ? `: ${line}` : "";
}
