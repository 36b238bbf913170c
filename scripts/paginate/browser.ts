// Finds the browser that prints, starts it in its sandbox where the system allows one, and leaves nothing behind.

import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { EnvironmentError } from "../command/command.ts";
import { bundledBrowser, bundledFits, fallbackFont } from "./browser-bundled.ts";
import { installedBrowser, isProgram } from "./browser-installed.ts";
import type { BrowserProcess } from "./browser-process.ts";
import { environment, FLAGS } from "./browser-settings.ts";
import { removeAbandoned } from "./cache.ts";

const START_LIMIT = 30_000;
const PROFILE = "chancery-profile-";

/** A program on disk that has not been started. */
export type BrowserProgram = {
  readonly path: string;
  readonly origin: "named" | "bundled" | "installed";
  readonly libraries: string | undefined;
  readonly fonts: string;
  discard(): Promise<void>;
};

/** A browser at work. */
export type BrowserHandle = {
  readonly browser: Browser;
  readonly child: ChildProcess;
  /** Name and version as the browser says them, e.g. `HeadlessChrome/153.0.8000.0`. */
  readonly product: string;
  readonly sandboxed: boolean;
  /** Ends the browser with all its processes and removes its profile; never throws. */
  close(): Promise<void>;
};

/** Throws one error that says what to do when there is no browser to be found. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> {
  const named = env.CHANCERY_BROWSER;
  if (named && !(await isProgram(named))) {
    throw new EnvironmentError(`CHANCERY_BROWSER names ${named}, which is not a program that can be started`);
  }
  const font = await fallbackFont();
  const fonts = join(font.path, "fonts");
  if (named) return { path: named, origin: "named", libraries: undefined, fonts, discard: font.discard };
  if (bundledFits) {
    const bundle = await bundledBrowser();
    const discard = async () => {
      await bundle.discard();
      await font.discard();
    };
    const libraries = join(bundle.path, "lib");
    return { path: join(bundle.path, "chromium"), origin: "bundled", libraries, fonts, discard };
  }
  const path = await installedBrowser();
  if (path) return { path, origin: "installed", libraries: undefined, fonts, discard: font.discard };
  throw new EnvironmentError(
    "No browser to print with was found: install Chrome, Chromium or Edge, set CHANCERY_BROWSER to the path of one, or build with --no-pdf",
  );
}

/** Starts the program; without its sandbox only where the system refuses one. Of two `flags` of a name the last one counts. */
export async function startBrowser(
  program: BrowserProgram,
  trySandbox = true,
  flags: readonly string[] = FLAGS,
): Promise<BrowserHandle> {
  const isRoot = process.getuid?.() === 0;
  if (!trySandbox || isRoot) return start(program, false, flags);
  try {
    return await start(program, true, flags);
  } catch (refused) {
    try {
      return await start(program, false, flags);
    } catch (cause) {
      throw new AggregateError([refused, cause], message(cause), { cause });
    }
  }
}

async function start(
  program: BrowserProgram,
  sandboxed: boolean,
  flags: readonly string[],
): Promise<BrowserHandle> {
  // The driver is loaded by those who print, not by all who could.
  const { startProcess } = await import("./browser-process.ts");
  await removeAbandoned(tmpdir(), PROFILE);
  const profile = await mkdtemp(join(tmpdir(), PROFILE));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  try {
    const args = [...flags, `--user-data-dir=${profile}`, ...(sandboxed ? [] : ["--no-sandbox"])];
    const env = await environment(profile, program.fonts, program.libraries);
    const started = await startProcess(program.path, args, env, START_LIMIT);
    const product = await started.browser.version();
    return { ...started, product, sandboxed, close: () => end(started, removeProfile) };
  } catch (cause) {
    await removeProfile();
    const who = program.origin === "named" ? "CHANCERY_BROWSER names" : "The browser is";
    throw new EnvironmentError(`${who} ${program.path}, which does not start: ${message(cause)}`, { cause });
  }
}

async function end(
  { browser, child, kill }: BrowserProcess,
  removeProfile: () => Promise<void>,
): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
  kill();
  await gone;
  await browser.disconnect();
  await removeProfile();
}

function message(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split("\n", 1)[0] ?? text;
}

/** Another text whenever another program would print, known without starting it. */
export async function browserStamp(): Promise<string> {
  const { path, origin, discard } = await findBrowser();
  const { size, mtimeMs } = await stat(path);
  await discard();
  return `${origin} ${path} ${size} ${mtimeMs}`;
}
