// npm run publish: a built site as a release beside the earlier ones, with one link that web servers follow.
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { EnvironmentError, runCommand } from "./command/command.ts";
import { commonFlags, UsageError, wholeNumber } from "./command/options.ts";
import { disk } from "./publish/disk.ts";
import { LockedError, withLock } from "./publish/lock.ts";
import { manifestName } from "./publish/manifest.ts";
import { currentName, pointAt, prune, type Release, release, releasesOf } from "./publish/releases.ts";
import { readPublished } from "./read/published.ts";
import { verifyPublished } from "./verify/published.ts";

const flags = {
  to: { type: "string", help: "DIR      where releases are kept; serve DIR/current" },
  from: { type: "string", help: "DIR      the built site (_site)" },
  keep: { type: "string", help: "N        releases to keep (5)" },
  rollback: {
    type: "string",
    help: "N        point back at the kept release of this number, or at `previous`",
  },
  list: { type: "boolean", help: "         the kept releases" },
  format: commonFlags.format,
  help: commonFlags.help,
} as const;

await runCommand({
  usage: "npm run publish -- --to DIR [--from DIR] [--keep N] [--rollback N|previous] [--list]",
  flags,
  positionals: 0,
  async run({ values }) {
    if (values.to === undefined) throw new UsageError("--to DIR says where releases are kept");
    const target = resolve(String(values.to));
    const site = resolve(String(values.from ?? "_site"));
    const keep = wholeNumber("keep", values.keep as string | undefined, 2, 1000) ?? 5;
    for (const [one, other] of [
      [target, site],
      [site, target],
    ] as const) {
      const way = relative(one, other);
      if (way === "" || !way.startsWith(".."))
        throw new UsageError(`--to and --from may not hold one another`);
    }
    if (values.list === true) return told(target, null);
    return await withLock(target, async () =>
      told(
        target,
        values.rollback === undefined
          ? await publish(site, target, keep)
          : await rollBack(target, String(values.rollback)),
      ),
    ).catch((cause: unknown) => {
      throw cause instanceof LockedError ? new EnvironmentError(cause.message, { cause }) : cause;
    });
  },
});

/** Publishes what the manifest lists, and nothing that differs from it. Returns what happened, in words. */
async function publish(folder: string, target: string, keep: number): Promise<string> {
  const site = await readPublished(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
    throw new EnvironmentError(`there is no site ${folder}; run npm run build first`, { cause });
  });
  if (site === null) throw new EnvironmentError(`${folder} has no manifest of a site that Chancery built`);
  const [fault, ...more] = verifyPublished(site.manifest, site.files);
  if (fault !== undefined) {
    const rest = more.length === 0 ? "" : `, and ${more.length} more files differ`;
    throw new EnvironmentError(
      `${folder} is not as it was built: ${fault.file} ${fault.message}${rest}; build it again`,
    );
  }
  const fresh = await release(site, new Uint8Array(await readFile(join(folder, manifestName))), target, disk);
  await prune(target, keep, disk);
  return fresh === null
    ? "the current release is this very site; nothing changed"
    : `published release ${fresh.number}`;
}

async function rollBack(target: string, wanted: string): Promise<string> {
  const { all, current } = await releasesOf(target);
  const known = all.map(({ number }) => number).join(", ");
  const before = all.filter(({ number }) => number < (current?.number ?? 0)).at(-1);
  const found = wanted === "previous" ? before : all.find(({ number }) => String(number) === wanted);
  if (found === undefined)
    throw new UsageError(`--rollback ${wanted}: there is no such release; kept are ${known || "none"}`);
  await pointAt(found, target, disk);
  return `release ${found.number} is current again`;
}

async function told(target: string, done: string | null) {
  const { all, current } = await releasesOf(target);
  const line = (one: Release) => `${one.number === current?.number ? "→" : " "} ${one.number} ${one.hash}`;
  const text = done === null ? all.map(line).join("\n") : `${done}: ${join(target, currentName)}`;
  return {
    findings: [],
    folder: target,
    json: () => ({
      current: current?.number ?? null,
      releases: all.map(({ number, hash }) => ({ number, hash })),
    }),
    text: text || "nothing is published there",
  };
}
