// A content folder that is read again and again: what the watcher names is read, and of the rest only what its stamp says has changed.
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { ContentFile, ContentFiles } from "../model/content.ts";
import type { Finding } from "../model/finding.ts";
import { bytesOf, type Keep, read, sizeLimit } from "./read.ts";

export type WatchedContent = {
  /** Reads everything; paths that are named are read whatever their stamps say. Throws when the folder cannot be read. */
  all(
    named?: ReadonlySet<string>,
  ): Promise<{ readonly files: ContentFiles; readonly findings: readonly Finding[] }>;
  /** Reads files that are known and still plain files; null when a path is anything else, so that `all` has to look. */
  some(paths: ReadonlySet<string>): Promise<readonly ContentFile[] | null>;
};

export function watchedContent(folder: string): WatchedContent {
  let kept = new Map<string, { readonly stamp: string; readonly file: ContentFile }>();
  let faulty: ReadonlySet<string> = new Set();

  return {
    async all(named = new Set()) {
      const next: typeof kept = new Map();
      const keep: Keep = {
        known(path, stamp) {
          const one = kept.get(path);
          return one?.stamp === stamp && !named.has(path) ? one.file : null;
        },
        took: (path, stamp, file) => void next.set(path, { stamp, file }),
      };
      const { value, findings } = await read(folder, keep);
      kept = next;
      faulty = new Set(findings.map(({ file }) => file));
      return { files: value, findings };
    },
    async some(paths) {
      const files: ContentFile[] = [];
      for (const path of paths) {
        if (!kept.has(path) || faulty.has(path)) return null;
        const full = join(folder, path);
        const found = await lstat(full).catch(() => null);
        if (found === null || !found.isFile() || found.size > sizeLimit) return null;
        const bytes = bytesOf(full);
        if (typeof bytes === "string") return null;
        files.push({ path, bytes });
      }
      return files;
    },
  };
}
