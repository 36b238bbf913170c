// Content built once for a file of tests, in a folder of its own, and a browser to look at it with.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { findBrowser, startBrowser } from "../../scripts/paginate/browser.ts";
import { produce } from "../../scripts/produce.ts";
import { disk } from "../../scripts/publish/disk.ts";
import { publish } from "../../scripts/publish/publish.ts";

export type BuiltSite = {
  readonly folder: string;
  readonly paths: readonly string[];
  /** The file:// address of a path. */
  url(path: string): string;
  readonly browser: Browser;
  remove(): Promise<void>;
};

export const realContent = fileURLToPath(new URL("../../content", import.meta.url));

export async function buildSite(content = realContent): Promise<BuiltSite> {
  const parent = await mkdtemp(join(tmpdir(), "chancery-site-"));
  const folder = join(parent, "site");
  const wanted = { only: null, pdf: false, baseUrl: null, builtAt: null, jobs: 1 };
  const { files, findings } = await produce(content, wanted, () => {});
  if (files === null) throw new Error(JSON.stringify(findings));
  await publish(files, folder, disk);
  const handle = await startBrowser(await findBrowser());
  return {
    folder,
    paths: [...files.keys()],
    url: (path) => pathToFileURL(join(folder, path)).href,
    browser: handle.browser,
    async remove() {
      await handle.close();
      await rm(parent, { recursive: true });
    },
  };
}

/** What a page said or asked for while it was open. */
export type Watched = {
  readonly page: Page;
  readonly said: readonly string[];
  readonly asked: readonly string[];
};

export async function open(
  site: BuiltSite,
  path: string,
  width: number,
  scheme: "light" | "dark" = "light",
  before: (page: Page) => Promise<void> = async () => {},
): Promise<Watched> {
  const page = await site.browser.newPage();
  await before(page);
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (cause) => said.push(String(cause)));
  page.on("request", (request) => asked.push(request.url()));
  page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(site.url(path), { waitUntil: "load" });
  return { page, said, asked };
}
