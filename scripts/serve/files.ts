// From the path of a request to a file of the served folder and nothing beside it.
import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";

const types: ReadonlyMap<string, string> = new Map([
  ["html", "text/html; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
  ["js", "text/javascript; charset=utf-8"],
  ["json", "application/json; charset=utf-8"],
  ["xml", "application/xml; charset=utf-8"],
  ["txt", "text/plain; charset=utf-8"],
  ["csv", "text/csv; charset=utf-8"],
  ["jsonld", "application/ld+json; charset=utf-8"],
  ["bib", "text/plain; charset=utf-8"],
  ["ris", "text/plain; charset=utf-8"],
  ["pdf", "application/pdf"],
  ["svg", "image/svg+xml"],
  ["woff2", "font/woff2"],
]);

/** Null when there is no such file. A path of null is the preview's own script. A path that ends in `/` is its index.html. */
export async function fileFor(
  path: string | null,
  folder: string,
  script: string,
): Promise<{ type: string; bytes: Uint8Array } | null> {
  const file = path === null ? script : insideOf(folder, path);
  if (file === null) return null;
  try {
    const real = await realpath(file);
    if (path !== null && !real.startsWith((await realpath(folder)) + sep)) return null;
    const extension = /\.([a-z0-9]+)$/.exec(real)?.[1] ?? "";
    return {
      type: types.get(extension) ?? "application/octet-stream",
      bytes: new Uint8Array(await readFile(real)),
    };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (
      code === "ENOENT" ||
      code === "ENOTDIR" ||
      code === "EISDIR" ||
      code === "ENAMETOOLONG" ||
      code === "ELOOP"
    )
      return null;
    throw cause;
  }
}

/** The path on disk; null for one that is malformed or has a part that is no name of a file. */
function insideOf(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (cause) {
    if (cause instanceof URIError) return null;
    throw cause;
  }
  const parts = decoded.split("/").filter((part) => part !== "");
  if (parts.some((part) => part === ".." || part === "." || /[\\\0]/.test(part))) return null;
  return join(folder, ...parts, decoded.endsWith("/") ? "index.html" : "");
}
