// An article where the user says it is, a file or a web address: its bytes, and what is known of them before they are read.
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { EnvironmentError } from "../command/command.ts";
import { CaptureError, capture, limits } from "./fetch.ts";

/** Beyond any size that is read, so that nothing without an end is. Bytes. */
const openLimit = 256 * 1024 * 1024;

/** The flag of the verbs that take an article. */
export const allowPrivate = {
  type: "boolean",
  help: "         addresses of this machine and of local networks may be asked",
} as const;

export type Given = {
  /** Where `name` stands; the working folder for what comes from the web. */
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its server said of its character set. */
  readonly charset: string | null;
};

/** `text` is the path of a file, or an address. Throws EnvironmentError when it cannot be had. */
export async function articleAt(text: string, privately: boolean): Promise<Given> {
  return /^https?:\/\//i.test(text) ? await fetched(text, privately) : await fileAt(text);
}

async function fetched(address: string, privately: boolean): Promise<Given> {
  const { bytes, extension, charset } = await capture(address, { ...limits, allowPrivate: privately }).catch(
    (cause: unknown) => {
      throw cause instanceof CaptureError ? new EnvironmentError(cause.message, { cause }) : cause;
    },
  );
  return { folder: process.cwd(), name: `article.${extension}`, bytes, charset };
}

/** Throws EnvironmentError where there is no plain file, or one without an end. */
export async function fileAt(named: string): Promise<Given> {
  const path = resolve(named);
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
    throw new EnvironmentError(`there is no file ${named}`, { cause });
  });
  if (!found.isFile()) throw new EnvironmentError(`${named} is no file`);
  if (found.size > openLimit) throw new EnvironmentError(`${named} has ${Math.round(found.size / 1e6)} MB`);
  const bytes = new Uint8Array(await readFile(path));
  return { folder: dirname(path), name: basename(path), bytes, charset: null };
}
