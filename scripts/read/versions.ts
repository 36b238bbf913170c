// Versions of the tool and of the engines that shape the bytes, for the manifest.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const engineNames = ["@11ty/eleventy", "markdown-it", "pagedjs"];

/** `browser`: name and version of what printed; null when nothing was printed. */
export async function versions(
  browser: string | null,
): Promise<{ version: string; engines: Readonly<Record<string, string>> }> {
  const versionOf = async (path: string | URL) => String(JSON.parse(await readFile(path, "utf8")).version);
  const own = await versionOf(new URL("../../package.json", import.meta.url));
  const { resolve } = createRequire(import.meta.url);
  const engines: Record<string, string> = {};
  for (const name of engineNames) {
    const main = resolve(name);
    const folder = `${main.slice(0, main.lastIndexOf(`node_modules/${name}`))}node_modules/${name}`;
    engines[name] = await versionOf(`${folder}/package.json`);
  }
  if (browser !== null) engines.browser = browser;
  return { version: own, engines };
}
