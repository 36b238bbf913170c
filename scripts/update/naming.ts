// What the file of a new revision is called: the day of its capture, and a number when the day has one already.
import type { ContentFiles } from "../model/content.ts";

export type Named = {
  readonly file: string;
  /** Whether the very bytes are there under this name, left by a run that was cut short. */
  readonly isThere: boolean;
};

/**
 * `folder` ends in `/`; `listed` are the files of its revisions. `extension` comes with its dot. Names are taken whatever
 * their case.
 */
export function nameRevision(
  folder: string,
  files: ContentFiles,
  listed: readonly string[],
  day: string,
  extension: string,
  bytes: Uint8Array,
): Named {
  const taken = new Set(
    [
      ...[...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)),
      ...listed,
    ].map((name) => name.toLowerCase()),
  );
  for (let number = 1; ; number++) {
    const file = `${day}${number === 1 ? "" : `-${number}`}${extension}`;
    if (!taken.has(file.toLowerCase())) return { file, isThere: false };
    const there = files.get(folder + file);
    if (there !== undefined && !listed.includes(file) && isSame(there.bytes, bytes))
      return { file, isThere: true };
  }
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
