// The browser that npm itself brings: unpacks the headless shell of @sparticuz/chromium into the project's cache.

import { createReadStream, createWriteStream } from "node:fs";
import { chmod, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { type CachedFolder, cachedFolder } from "./cache.ts";
import { readTar, writeTar } from "./tar.ts";

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));

/** The package holds a Linux x64 program only. */
export const bundledFits = process.platform === "linux" && process.arch === "x64";

/** A folder with `chromium` and, in `lib`, the libraries (nss, nspr, expat) that a bare system lacks. */
export async function bundledBrowser(): Promise<CachedFolder> {
  return cachedFolder(`chromium-${await version()}`, async (folder) => {
    const program = join(folder, "chromium");
    await pipeline(
      createReadStream(join(PACKAGE, "bin", "chromium.br")),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(program),
    );
    await chmod(program, 0o755);
    await chmod(folder, 0o755);
    await unpack("al2023.tar.br", folder);
  });
}

/** A folder with the one font that stands in where a document's own fonts lack a character. */
export async function fallbackFont(): Promise<CachedFolder> {
  return cachedFolder(`fonts-${await version()}`, async (folder) => {
    await chmod(folder, 0o755);
    await unpack("fonts.tar.br", folder);
  });
}

async function unpack(archive: string, folder: string): Promise<void> {
  await writeTar(readTar(brotliDecompressSync(await readFile(join(PACKAGE, "bin", archive)))), folder);
}

async function version(): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8"));
  if (about && typeof about === "object" && "version" in about) return String(about.version);
  throw new Error(`${PACKAGE} has no version`);
}
