// Content folder to finished files: every stage before publish, for build and dev alike. Nothing is written here.

import { join } from "node:path";
import { sourcePath } from "../templates/paths.ts";
import { EnvironmentError } from "./command/command.ts";
import { UsageError } from "./command/options.ts";
import type { Progress } from "./command/progress.ts";
import { check, composeAll, inOrder } from "./line.ts";
import type { ContentFiles } from "./model/content.ts";
import type { Edition } from "./model/edition.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import { printPacks } from "./paginate/packs.ts";
import { manifestName, manifestOf } from "./publish/manifest.ts";
import { assetsFolder, readAssets } from "./read/assets.ts";
import { readAtlas } from "./read/atlas.ts";
import { fontFiles } from "./read/font-files.ts";
import { readFonts } from "./read/fonts.ts";
import { read } from "./read/read.ts";
import { versions } from "./read/versions.ts";
import { renderRoutes } from "./render/eleventy.ts";
import { evidenceOf } from "./render/evidence.ts";
import { packRoutes, type Routes, siteRoutes } from "./render/routes.ts";
import { languagesOf, siteFiles } from "./render/site-files.ts";
import { suggest } from "./validate/suggest.ts";
import { verifyPages, verifySource } from "./verify/pages.ts";
import { verifyPrint } from "./verify/print.ts";
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
};

/** `files` is null when a finding is an error. */
export type Product = {
  readonly findings: readonly Finding[];
  readonly files: ReadonlyMap<string, Uint8Array> | null;
};

export async function produce(folder: string, wanted: Wanted, progress: Progress): Promise<Product> {
  const content = await readContent(folder, wanted.only);
  const checked = check(content.files);
  const findings = inOrder([...content.findings, ...checked.findings]);
  if (hasErrors(findings)) return { findings, files: null };

  const { site, editions } = composeAll(checked, wanted);
  const kit = { assets: await readAssets(), fonts: await readFonts(), atlas: await readAtlas() };
  const routes: Routes = new Map([
    ...siteRoutes(site),
    ...editions.flatMap((edition) => [...packRoutes(edition, { ...wanted, atlas: kit.atlas })]),
  ]);
  progress(`rendering ${routes.size} pages`);
  const rendered = await renderRoutes(routes);
  const shared = siteFiles([...rendered.values()].join(""), editions.flatMap(languagesOf), kit);
  const styles = wanted.pdf ? lintPrintStyles(kit.assets) : [];
  if (hasErrors(styles)) return { findings: inOrder([...findings, ...styles]), files: null };
  const printed = wanted.pdf
    ? await printPacks(editions, kit, wanted.jobs, progress, (edition) => {
        const pack = checked.packs.find(({ record }) => record.slug === edition.slug);
        return pack === undefined ? [] : evidenceOf(edition, pack.record);
      })
    : { pdfs: new Map(), prints: [], engine: null };
  progress("");

  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ...[...rendered].map(([path, text]) => [path, encoder.encode(text)] as const),
    ...[...shared.files].map(([name, bytes]) => [`assets/${name}`, bytes] as const),
    ...[...(await fontFiles(shared.faces))].map(([name, bytes]) => [`assets/fonts/${name}`, bytes] as const),
    ...printed.pdfs,
  ]);
  const { version, engines } = await versions(printed.engine);
  const manifest = manifestOf(files, version, engines);
  files.set(manifestName, encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`));
  const all = inOrder([
    ...findings,
    ...(
      await Promise.all(
        printed.prints.map(({ edition, printed: print, ...rest }) =>
          verifyPrint(edition, { ...print, ...rest }),
        ),
      )
    ).flat(),
    ...verify(rendered, new Set(files.keys()), editions),
  ]);
  return { findings: all, files: hasErrors(all) ? null : files };
}

/** The content folder's files; with `only`, those of other packs are passed over. */
async function readContent(
  folder: string,
  only: readonly string[] | null,
): Promise<{ files: ContentFiles; findings: readonly Finding[] }> {
  const { value, findings } = await read(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
    throw new EnvironmentError(`there is no content folder ${folder}; name one with --content DIR`, {
      cause,
    });
  });
  if (only === null) return { files: value, findings };
  const slugOf = (path: string) => /^packs\/([^/]+)\//.exec(path)?.[1];
  const slugs = new Set([...value.keys()].flatMap((path) => slugOf(path) ?? []));
  for (const slug of only) {
    if (!slugs.has(slug)) throw new UsageError(`--only: there is no pack ${slug}; ${suggest(slug, slugs)}`);
  }
  const keep = (path: string) => only.includes(slugOf(path) ?? only[0] ?? "");
  return {
    files: new Map([...value].filter(([path]) => keep(path))),
    findings: findings.filter(({ file }) => keep(file)),
  };
}

function lintPrintStyles(assets: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  const sheets = [...assets].filter(([name]) => /^(print.*|tokens)\.css$/.test(name));
  return sheets.flatMap(([name, css]) =>
    lintPrintCss(join(assetsFolder, name), new TextDecoder().decode(css)),
  );
}

function verify(
  rendered: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
  editions: readonly Edition[],
): readonly Finding[] {
  const pages = new Map([...rendered].filter(([path]) => path.endsWith(".html")));
  return [
    ...verifyPages(pages, files),
    ...editions.flatMap((edition) =>
      verifySource(edition, sourcePath(edition.slug), rendered.get(sourcePath(edition.slug)) ?? ""),
    ),
  ];
}
