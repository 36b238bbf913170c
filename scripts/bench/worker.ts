// One cold run of one contestant in a process of its own: a folder with `document.html` in, a PDF and its costs out.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { findBrowser, startBrowser } from "../paginate/browser.ts";
import { type Lever, withoutLever } from "./levers.ts";
import { cpuOf } from "./process-tree.ts";
import { printOwn, printStock } from "./unaided.ts";

export type WorkerReport = {
  readonly browser: string;
  /** CPU seconds of the layout alone, where the contestant tells it apart. */
  readonly layout?: number;
  /** What the checks found, as short texts. */
  readonly faults?: readonly string[];
};

const [contestant = "", folder = "", out = "", lever] = process.argv.slice(2);

async function documentIn(path: string) {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const entries = files.map(async (file) => [file.slice(path.length + 1), await readFile(file)] as const);
  const all = new Map<string, Uint8Array>(await Promise.all(entries));
  const html = new TextDecoder().decode(all.get("document.html"));
  all.delete("document.html");
  return { name: "bench", html, files: all };
}

async function run(): Promise<WorkerReport> {
  const job = await documentIn(folder);
  if (contestant === "finished") return finished(job);
  const handle = await startBrowser(await findBrowser());
  try {
    const browser = handle.product;
    if (contestant === "stock" || contestant === "chromium") {
      const print = contestant === "stock" ? printStock : printOwn;
      await writeFile(out, await print(handle.browser, job));
      return { browser };
    }
    const { openTab } = await import("../paginate/tab.ts");
    const tab = await openTab(handle.browser);
    if (lever) await withoutLever(handle.browser, lever as Lever);
    const layout = await watchLayout(handle.browser);
    await writeFile(out, (await tab.print(job)).pdf);
    return { browser, layout: layout() };
  } finally {
    await handle.close();
  }
}

/** Printed, finished and checked as a build does it; others are not to pay for loading what this needs. */
async function finished(job: Awaited<ReturnType<typeof documentIn>>): Promise<WorkerReport> {
  const { openPaginator } = await import("../paginate/paginate.ts");
  const { checkPrint } = await import("./check.ts");
  const paginator = await openPaginator();
  try {
    const printed = await paginator.print(job);
    const faults = checkPrint({ ...printed, html: job.html });
    await writeFile(out, printed.pdf);
    return { browser: paginator.product, faults };
  } finally {
    await paginator.close();
  }
}

/** CPU seconds that the tree spends while the tab lays out the next document. */
async function watchLayout(browser: Browser): Promise<() => number> {
  const [page] = await browser.pages();
  if (!page) throw new Error("There is no tab");
  let spent = 0;
  const evaluate = page.evaluate.bind(page);
  page.evaluate = (async (...args: Parameters<typeof page.evaluate>) => {
    const before = cpuOf(process.pid);
    const result = await evaluate(...args);
    spent += cpuOf(process.pid) - before;
    return result;
  }) as typeof page.evaluate;
  return () => spent;
}

process.stdout.write(JSON.stringify(await run()));
