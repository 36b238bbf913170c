// Who is measured, and how each is started: Chancery, what it is built on, and the peers that are installed.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserProgram } from "../paginate/browser.ts";
import type { Numbers } from "./document.ts";
import { LEVERS, type Lever } from "./levers.ts";

export type Contestant = {
  readonly name: string;
  readonly numbers: Numbers;
  /** `folder` holds `document.html` and its files; the PDF goes to `out`. */
  command(folder: string, out: string): readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

export const PRINTED = "Chancery, printed";
export const FINISHED = "Chancery, finished and checked";
export const STOCK = "stock Paged.js, same tab";
export const PEER = "pagedjs-cli 0.4.3";
/** It starts a whole Chrome by default, as its users have it; the headless shell alone costs much less. */
export const PEER_AS_IT_COMES = "pagedjs-cli 0.4.3 with a whole Chromium";
export const FLOOR = "Chromium alone";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
/** As the npm scripts start the verbs. */
const CACHE = new URL("../command/compile-cache.mjs", import.meta.url).href;

function own(name: string, numbers: Numbers, kind: string, ...more: readonly string[]): Contestant {
  return {
    name,
    numbers,
    env: process.env,
    command: (folder, out) => [process.execPath, "--import", CACHE, WORKER, kind, folder, out, ...more],
  };
}

/** In the order of the table. `peers`: a folder with `node_modules`, or none. `whole`: a browser that is installed, if any. */
export function contestants(
  program: BrowserProgram,
  peers: string | undefined,
  whole: string | undefined,
): readonly Contestant[] {
  return [
    own(PRINTED, "filled", "printed"),
    own(FINISHED, "filled", "finished"),
    ...pagedjsCli(PEER, program, peers),
    ...(whole === undefined || whole === program.path
      ? []
      : pagedjsCli(PEER_AS_IT_COMES, { path: whole, libraries: undefined }, peers)),
    own(STOCK, "targets", "stock"),
    own(FLOOR, "targets", "chromium"),
  ];
}

export function withoutLevers(): readonly (Contestant & { readonly lever: Lever })[] {
  return LEVERS.map((lever) => ({
    ...own(lever, lever === "own-page-numbers" ? "targets" : "filled", "printed", lever),
    lever,
  }));
}

/** As root a browser needs its sandbox off, which puppeteer does not see to. */
function pagedjsCli(
  name: string,
  program: Pick<BrowserProgram, "path" | "libraries">,
  peers: string | undefined,
): readonly Contestant[] {
  const cli = join(peers ?? "", "node_modules", "pagedjs-cli", "src", "cli.js");
  if (peers === undefined || !existsSync(cli)) return [];
  return [
    {
      name,
      numbers: "targets",
      env: {
        ...process.env,
        PUPPETEER_EXECUTABLE_PATH: program.path,
        ...(program.libraries ? { LD_LIBRARY_PATH: program.libraries } : {}),
      },
      command: (folder, out) => [
        ...[process.execPath, cli, join(folder, "document.html"), "-o", out],
        ...(process.getuid?.() === 0 ? ["--browserArgs", "--no-sandbox"] : []),
      ],
    },
  ];
}
