// Content folder to finished files: every stage before publish, for build and dev alike. Nothing is written here.

import { join } from "node:path";
import { EnvironmentError } from "./command/command.ts";
import { UsageError } from "./command/options.ts";
import type { Progress } from "./command/progress.ts";
import { inOrder, type Line } from "./line.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import { assetsFolder } from "./read/assets.ts";
import { hashOf, type KeptSite } from "./rebuild/kept-site.ts";
import { readKit } from "./rebuild/kit.ts";
import { openRemainder } from "./rebuild/remainder.ts";
import { openSession } from "./rebuild/session.ts";
import { openStore } from "./rebuild/store.ts";
import { suggest } from "./validate/suggest.ts";
import { lintPrintCss } from "./verify/print-css.ts";

export type Wanted = {
  /** Slugs; all packs when null. */
  readonly only: readonly string[] | null;
  readonly pdf: boolean;
  /** In place of site.yaml's. */
  readonly baseUrl: string | null;
  readonly builtAt: string | null;
  /** Browsers that print at once. */
  readonly jobs: number;
  /** Pages alone, to be looked at and not published: no search index, no PDFs, no manifest. */
  readonly pagesOnly?: boolean;
};

/** `files` is null when a finding is an error. */
export type Product = {
  readonly findings: readonly Finding[];
  /** Path and bytes of what is to be published, but for what stands. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
  /** Paths of what the output that stands holds already, each read and found to be what it is to be. */
  readonly standing: readonly string[];
  /** The hash of each file, by its path. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly line: Line;
  /** How many pages were rendered and PDFs printed here; all others were kept from before. */
  readonly rendered: number;
  readonly printed: number;
};

/** `output`: what was published before, of which files that are the same are not made again. */
export async function produce(
  folder: string,
  wanted: Wanted,
  progress: Progress,
  output: string | null = null,
): Promise<Product> {
  const { builtAt, baseUrl, only, pdf, jobs } = wanted;
  const kit = await readKit();
  const { site, files } = siteInMemory(output);
  const store = openStore();
  const session = openSession(folder, site, { told: { builtAt, baseUrl, only, pdf }, kit, store, progress });
  const built = await session.rebuild(null).catch((cause: unknown) => {
    throw explain(cause, folder);
  });
  const missing = only?.find((slug) => !session.slugs.has(slug));
  if (missing !== undefined)
    throw new UsageError(`--only: there is no pack ${missing}; ${suggest(missing, session.slugs)}`);
  const styles = pdf ? lintPrintStyles(kit.assets) : [];
  const findings = inOrder([...built.findings, ...styles]);
  const { line } = session;
  const product = (all: readonly Finding[], printed: number): Product => ({
    findings: all,
    files: hasErrors(all) ? null : files,
    standing: [...site.paths.keys()].filter((path) => !files.has(path)),
    hashes: site.paths,
    ...{ line, rendered: built.rendered.length, printed },
  });
  if (hasErrors(findings) || wanted.pagesOnly === true) return product(findings, 0);
  const rest = openRemainder(line.graph, site, store);
  progress("indexing what can be found");
  await rest.search(kit.tool);
  const printed = pdf ? await rest.prints(kit, { jobs, progress }) : [];
  await rest.manifest();
  await store.prune();
  progress("");
  return product(inOrder([...findings, ...printed]), rest.printed);
}

/** What is put stays in memory, until all of it has been checked. What the output holds stays there. */
function siteInMemory(output: string | null): {
  readonly site: KeptSite;
  readonly files: ReadonlyMap<string, Uint8Array>;
} {
  const files = new Map<string, Uint8Array>();
  const paths = new Map<string, string>();
  const encoder = new TextEncoder();
  function holds(path: string, sha256: string): boolean {
    const known = paths.get(path);
    if (known !== undefined || output === null) return known === sha256;
    if (hashOf(join(output, path)) !== sha256) return false;
    paths.set(path, sha256);
    return true;
  }
  const site: KeptSite = {
    paths,
    holds,
    async put(path, sha256, bytes) {
      if (holds(path, sha256)) return false;
      const given = bytes();
      files.set(path, typeof given === "string" ? encoder.encode(given) : given);
      paths.set(path, sha256);
      return true;
    },
    async remove(path) {
      files.delete(path);
      paths.delete(path);
    },
    async clear() {},
  };
  return { site, files };
}

function explain(cause: unknown, folder: string): unknown {
  const { code, path } = cause as NodeJS.ErrnoException;
  if ((code !== "ENOENT" && code !== "ENOTDIR") || path !== folder) return cause;
  return new EnvironmentError(`there is no content folder ${folder}; name one with --content DIR`, { cause });
}

function lintPrintStyles(assets: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  const sheets = [...assets].filter(([name]) => /^(print.*|tokens)\.css$/.test(name));
  return sheets.flatMap(([name, css]) =>
    lintPrintCss(join(assetsFolder, name), new TextDecoder().decode(css)),
  );
}
