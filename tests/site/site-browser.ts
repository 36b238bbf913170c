// A browser for tests that may reach this machine's own servers, which the one that prints may not.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../../scripts/paginate/browser.ts";
import { environment, FLAGS } from "../../scripts/paginate/browser-settings.ts";

export type SiteBrowser = { readonly browser: Browser; close(): Promise<void> };

export async function openBrowser(): Promise<SiteBrowser> {
  const program = await findBrowser();
  const profile = await mkdtemp(join(tmpdir(), "chancery-browser-"));
  const rules = "--host-resolver-rules=";
  const browser = await puppeteer.launch({
    executablePath: program.path,
    headless: "shell",
    userDataDir: profile,
    pipe: true,
    env: await environment(profile, program.fonts, program.libraries),
    args: [
      ...FLAGS.filter((flag) => !flag.startsWith(rules)),
      `${rules}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      "--no-sandbox",
    ],
  });
  return {
    browser,
    async close() {
      await browser.close();
      await program.discard();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
