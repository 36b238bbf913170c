// A browser for tests that may reach this machine's own servers, which the one that prints may not.
import { type BrowserHandle, findBrowser, startBrowser } from "../../scripts/paginate/browser.ts";
import { FLAGS } from "../../scripts/paginate/browser-settings.ts";

export async function openBrowser(): Promise<BrowserHandle> {
  const reach = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
  return startBrowser(await findBrowser(), true, [...FLAGS, reach]);
}
