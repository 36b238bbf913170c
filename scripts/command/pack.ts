// What verbs about one pack begin with: the content folder read, and the pack that they were told.
import type { ContentFiles } from "../model/content.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import { read } from "../read/read.ts";
import { suggest } from "../validate/suggest.ts";
import { EnvironmentError } from "./command.ts";
import { type Options, UsageError } from "./options.ts";

/** The slug that the command line names: the first word that is no flag. */
export function packNamed({ positionals }: Options): string {
  const [slug] = positionals;
  if (slug === undefined) throw new UsageError("which pack? name the folder of one in packs/");
  return slug.replace(/\/+$/, "").split("/").at(-1) ?? "";
}

/** Every file of a content folder. Throws UsageError when the pack is not there. */
export async function readWithPack(folder: string, slug: string): Promise<Outcome<ContentFiles>> {
  const content = await read(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
    throw new EnvironmentError(`there is no content folder ${folder}; name one with --content DIR`, {
      cause,
    });
  });
  const slugs = new Set([...content.value.keys()].flatMap((path) => slugOf(path) ?? []));
  if (slugs.has(slug)) return content;
  throw new UsageError(`there is no pack ${slug}; ${suggest(slug, slugs)}`.replace(/; $/, ""));
}

/** Without the files of other packs, and what was found in them. */
export function onlyPack(content: Outcome<ContentFiles>, slug: string): Outcome<ContentFiles> {
  const keep = (path: string) => (slugOf(path) ?? slug) === slug;
  return {
    value: new Map([...content.value].filter(([path]) => keep(path))),
    findings: content.findings.filter(({ file }: Finding) => keep(file)),
  };
}

function slugOf(path: string): string | undefined {
  return /^packs\/([^/]+)\//.exec(path)?.[1];
}
