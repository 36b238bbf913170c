// Which folder may be replaced: an absent or empty one, or one that Chancery made; never one that holds the content.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { UsageError } from "../command/options.ts";
import { exists } from "./disk.ts";
import { manifestName } from "./manifest.ts";

/** Throws UsageError when the folder may not be replaced. */
export async function checkOutput(output: string, contentFolder: string): Promise<void> {
  if (holds(output, contentFolder) || holds(contentFolder, output)) {
    throw new UsageError(`--out ${output} and the content folder ${contentFolder} may not hold one another`);
  }
  if (holds(output, process.cwd()))
    throw new UsageError(`--out ${output} holds the working folder; name a folder of its own`);
  if (!(await exists(output))) return;
  const names = await readdir(output).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOTDIR") throw new UsageError(`--out ${output} is a file; name a folder`);
    throw cause;
  });
  if (names.length > 0 && !(await isOurs(output))) {
    throw new UsageError(`--out ${output} holds files that Chancery did not make; name an empty folder`);
  }
}

async function isOurs(output: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(output, manifestName), "utf8"));
    return (
      typeof manifest === "object" &&
      manifest !== null &&
      "generator" in manifest &&
      manifest.generator === "chancery"
    );
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    if (["ENOENT", "EISDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) return false;
    throw cause;
  }
}

function holds(folder: string, inner: string): boolean {
  const way = relative(folder, inner);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(way));
}
