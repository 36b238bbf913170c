// Styles and scripts of the templates, as files of the site.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const folder = new URL("../../templates/assets/", import.meta.url);

/** Where they stand on this machine. */
export const assetsFolder = fileURLToPath(folder);

/** File name → bytes. */
export async function readAssets(): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => /\.(css|js|svg|woff2)$/.test(name)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, new Uint8Array(await readFile(new URL(name, folder)))] as const),
    ),
  );
}
