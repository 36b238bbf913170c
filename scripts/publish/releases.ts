// Releases for busy readers: whole folders side by side, and one relative link that is moved from one to the next.
import { createHash } from "node:crypto";
import { readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../command/options.ts";
import type { Manifest } from "../model/manifest.ts";
import { readPublished } from "../read/published.ts";
import { type Disk, exists } from "./disk.ts";
import { writeFolder } from "./folder.ts";
import { manifestName } from "./manifest.ts";

/** The name of the link that a web server is pointed at. */
export const currentName = "current";
/** Lists the assets that a release keeps for pages of the one before it. */
export const keptName = "kept.json";
const folderName = "releases";
const stagingName = ".staging";
const nextLinkName = ".next";

/** A release's folder is named by its number, counted from 1, and the start of its manifest's SHA-256. */
export type Release = { readonly name: string; readonly number: number; readonly hash: string };

export type Releases = {
  /** Oldest first. */
  readonly all: readonly Release[];
  readonly current: Release | null;
};

type Site = { readonly manifest: Manifest; readonly files: ReadonlyMap<string, Uint8Array> };

/** What is published under `target`. Throws UsageError when the folder holds what `publish` did not make. */
export async function releasesOf(target: string): Promise<Releases> {
  if (!(await exists(target))) return { all: [], current: null };
  const strange = (await readdir(target)).find(
    (name) => ![folderName, currentName, nextLinkName].includes(name),
  );
  if (strange !== undefined)
    throw new UsageError(
      `--to ${target} holds \`${strange}\`, which publish did not make; name a folder of its own`,
    );
  const names = (await exists(join(target, folderName))) ? await readdir(join(target, folderName)) : [];
  const all = names.flatMap(releaseNamed).sort((a, b) => a.number - b.number);
  const pointer = await pointerOf(join(target, currentName));
  return { all, current: all.find(({ name }) => `${folderName}/${name}` === pointer) ?? null };
}

/**
 * Writes the site as a new release and points at it; the assets of the release before stay with it, so that a page that
 * is already open still finds its own. Null when the current release is the same site.
 */
export async function release(
  site: Site,
  bytes: Uint8Array,
  target: string,
  disk: Disk,
): Promise<Release | null> {
  const { all, current } = await releasesOf(target);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  if (current?.hash === hash) return null;
  const number = (all.at(-1)?.number ?? 0) + 1;
  const fresh = { number, hash, name: `${String(number).padStart(6, "0")}-${hash}` };
  const folder = join(target, folderName);
  for (const path of [target, folder]) await disk.folder(path);
  const staging = join(folder, stagingName);
  await disk.remove(staging);
  const kept = current === null ? new Map() : await assetsOf(join(folder, current.name), site.files);
  await writeFolder(new Map([...site.files, [manifestName, bytes], ...kept]), staging, disk);
  await disk.rename(staging, join(folder, fresh.name));
  await disk.sync(folder);
  await pointAt(fresh, target, disk);
  return fresh;
}

/** Moves the link in one step: readers see the release before or this one, never neither. */
export async function pointAt({ name }: Release, target: string, disk: Disk): Promise<void> {
  const next = join(target, nextLinkName);
  await disk.remove(next);
  await disk.link(`${folderName}/${name}`, next);
  await disk.rename(next, join(target, currentName));
  await disk.sync(target);
}

/** Removes what is older than the last `count` releases, never the current one; and what an interrupted run left. */
export async function prune(target: string, count: number, disk: Disk): Promise<readonly Release[]> {
  const { all, current } = await releasesOf(target);
  const old = all.slice(0, -count).filter(({ name }) => name !== current?.name);
  for (const { name } of old) await disk.remove(join(target, folderName, name));
  await disk.remove(join(target, folderName, stagingName));
  return old;
}

/** The assets of a release that the new site does not have, and the file that lists them. */
async function assetsOf(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const before = await readPublished(folder);
  if (before === null) return new Map();
  const gone = before.manifest.files.filter(({ path }) => path.startsWith("assets/") && !files.has(path));
  const kept = gone.flatMap(({ path }) => {
    const bytes = before.files.get(path);
    return bytes === undefined ? [] : [[path, bytes] as const];
  });
  if (kept.length === 0) return new Map();
  const list = new TextEncoder().encode(`${JSON.stringify({ files: gone }, null, 1)}\n`);
  return new Map([...kept, [keptName, list]]);
}

function releaseNamed(name: string): readonly Release[] {
  const [, number, hash] = /^(\d{6,})-([0-9a-f]{12})$/.exec(name) ?? [];
  return number === undefined || hash === undefined ? [] : [{ name, number: Number(number), hash }];
}

/** Where a link leads; null when there is none. Throws UsageError when something else stands in its place. */
async function pointerOf(path: string): Promise<string | null> {
  return await readlink(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    if (cause.code === "EINVAL")
      throw new UsageError(`${path} is no link; take it away, or name another --to`);
    throw cause;
  });
}
