// A disk that goes wrong when a test says so: every operation on it is counted.
import { type Disk, disk } from "../../scripts/publish/disk.ts";

export type FaultyDisk = Disk & {
  /** How many operations were asked for. */
  readonly count: () => number;
};

/**
 * `goesWrong` is asked about each operation by its number, from 1. One that goes wrong is left half done where it can be, and
 * ends in `fault`.
 */
export function faultyDisk(goesWrong: (number: number) => boolean, fault: () => void): FaultyDisk {
  let count = 0;
  const wrap =
    <Args extends readonly [string, ...unknown[]]>(
      operation: (...args: Args) => Promise<void>,
      half?: (...args: Args) => Promise<void>,
    ) =>
    async (...args: Args) => {
      if (goesWrong(++count)) {
        await half?.(...args);
        fault();
      }
      await operation(...args);
    };
  return {
    folder: wrap(disk.folder),
    write: wrap(disk.write, (path, bytes) => disk.write(path, bytes.subarray(0, bytes.length >> 1))),
    again: wrap(disk.again),
    rename: wrap(disk.rename),
    link: wrap(disk.link),
    remove: wrap(disk.remove),
    sync: wrap(disk.sync),
    count: () => count,
  };
}

/** The N-th operation fails as the system would have it; `forever` makes those after it fail too. */
export function failing(at: number, code: string, forever: boolean): FaultyDisk {
  return faultyDisk(
    (number) => (forever ? number >= at : number === at),
    () => {
      throw Object.assign(new Error(`${code}: planted`), { code });
    },
  );
}
