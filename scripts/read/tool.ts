// The tool itself as a hash: what was made with other scripts, templates or packages is not made with these.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Over every script, template and asset, what npm was told to install, and Node itself. */
export async function toolHash(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  const paths = ["package.json", "package-lock.json", ".eleventy.ts"];
  for (const folder of ["scripts", "templates"]) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries)
      if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(root.length));
  }
  for (const path of paths.sort()) {
    const bytes = await readFile(join(root, path)).catch((cause: NodeJS.ErrnoException) => {
      // A copy without its lock file is a tool of its own.
      if (cause.code === "ENOENT") return Buffer.alloc(0);
      throw cause;
    });
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
