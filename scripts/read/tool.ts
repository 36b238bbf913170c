// The tool itself as a hash: what was made with other scripts, templates or packages is not made with these.
import { createHash } from "node:crypto";
// Some hundred small files are read without waiting: handing each to a thread costs more than reading it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Whether a file of the tool can change what it makes: what is written about it cannot. */
export function shapesOutput(name: string): boolean {
  return !name.endsWith(".md");
}

/** Over every script, template and asset, what npm was told to install, and Node itself. */
export function toolHash(): string {
  const hash = createHash("sha256").update(process.version);
  const paths = ["package.json", "package-lock.json", ".eleventy.ts"];
  for (const folder of ["scripts", "templates"]) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && shapesOutput(entry.name));
    paths.push(...files.map((entry) => join(entry.parentPath, entry.name).slice(root.length)));
  }
  for (const path of paths.sort()) {
    const bytes = bytesOf(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** A copy without its lock file is a tool of its own. */
function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return new Uint8Array();
    throw cause;
  }
}
