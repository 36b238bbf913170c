// The first stage: a content folder becomes a map of files; nothing is interpreted, no link is followed.

// Many small files are read at once without waiting: handing each to a thread costs more than reading it.
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile, ContentFiles } from "../model/content.ts";
import { type Finding, finding, type Outcome } from "../model/finding.ts";

/** No file of a briefing is larger; one that is was put there by mistake. Bytes. */
export const sizeLimit = 50 * 1024 * 1024;
const depthLimit = 8;

/** Files that are had already. A stamp is another one whenever the disk says that the file is. */
export type Keep = {
  readonly known: (path: string, stamp: string) => ContentFile | null;
  readonly took: (path: string, stamp: string, file: ContentFile) => void;
};

/**
 * Every regular file under the folder, by path. Names that start with a dot are left alone; symbolic links and special
 * files are findings. Throws when the folder itself cannot be read.
 */
export async function read(folder: string, keep: Keep | null = null): Promise<Outcome<ContentFiles>> {
  const files = new Map<string, ContentFile>();
  const findings: Finding[] = [];
  const refuse = (path: string, message: string, hint: string) =>
    findings.push(finding("error", "unreadable", { file: path, line: 1, column: 1 }, message, hint));

  function visit(path: string, depth: number): void {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    const seen = new Map<string, string>();
    for (const entry of entries.sort(byName)) {
      if (entry.name.startsWith(".") || isEditorCopy(entry.name)) continue;
      const child = path === "" ? entry.name : `${path}/${entry.name}`;
      const folded = entry.name.normalize("NFC").toLowerCase();
      const twin = seen.get(folded);
      if (twin !== undefined)
        refuse(child, `differs from ${twin} only in case or in accents' encoding`, "rename one of them");
      seen.set(folded, entry.name);
      if (entry.isDirectory()) {
        if (depth === depthLimit) refuse(child, `lies deeper than ${depthLimit} folders`, "move it up");
        else visit(child, depth + 1);
      } else if (!entry.isFile()) {
        refuse(
          child,
          "is not a plain file",
          "links and special files are not followed: put the file itself here",
        );
      } else {
        take(child);
      }
    }
  }

  function take(path: string): void {
    const full = join(folder, path);
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(full);
    const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
    if (size > sizeLimit) {
      refuse(
        path,
        `has ${Math.ceil(size / 1024 / 1024)} MB`,
        `files of a pack have at most ${sizeLimit / 1024 / 1024} MB`,
      );
      return;
    }
    const known = keep?.known(path, stamp) ?? null;
    const bytes = known?.bytes ?? bytesOf(full);
    if (typeof bytes === "string") refuse(path, bytes, "make it readable, or take it away");
    else {
      const file = known ?? { path, bytes };
      files.set(path, file);
      keep?.took(path, stamp, file);
    }
  }

  visit("", 0);
  return { value: files, findings };
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

/** Swap files and backups that editors leave beside the file they edit. */
function isEditorCopy(name: string): boolean {
  return name.endsWith("~") || /\.(swp|swx|tmp|bak|orig)$/.test(name) || /^#.*#$/.test(name);
}

/** The file's bytes, or why they could not be had. */
export function bytesOf(path: string): Uint8Array | string {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") return "may not be read";
    if (code === "ENOENT") return "vanished while it was read";
    if (code === "EIO") return "cannot be read from the disk";
    throw cause;
  }
}
