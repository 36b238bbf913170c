// Where dev keeps what it makes: a folder for each content folder, so that two of them never mix.
import { createHash } from "node:crypto";
import { join } from "node:path";

/** `root` is the folder of the tool. */
export function devFolder(content: string, root: string): string {
  return join(root, ".chancery/dev", createHash("sha256").update(content).digest("hex").slice(0, 8));
}
