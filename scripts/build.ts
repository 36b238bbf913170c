// npm run build: the whole line, from the content folder to a published site with its PDFs.
import { resolve } from "node:path";
import { contentFolder, EnvironmentError, type Result, runCommand } from "./command/command.ts";
import { commonFlags, type Options, UsageError, wholeNumber } from "./command/options.ts";
import { progress } from "./command/progress.ts";
import type { Finding } from "./model/finding.ts";
import { produce, type Wanted } from "./produce.ts";
import { disk } from "./publish/disk.ts";
import { LockedError, withLock } from "./publish/lock.ts";
import { checkOutput } from "./publish/output.ts";
import { publish, repair } from "./publish/publish.ts";
import { toolHash } from "./read/tool.ts";
import { differenceFrom } from "./rebuild/difference.ts";
import { contentState, explainRoute, keepState, routeOf, stateOf } from "./rebuild/explain.ts";
import { openStore } from "./rebuild/store.ts";
import { moment } from "./schema/fields.ts";

const flags = {
  ...commonFlags,
  out: { type: "string", help: "DIR      where the site is published (_site)" },
  only: {
    type: "string",
    help: "SLUG     only this pack and what it needs; may be repeated",
    multiple: true,
  },
  "no-pdf": { type: "boolean", help: "         no PDFs, and no links to them" },
  "base-url": { type: "string", help: "URL      where the site will be served from" },
  jobs: { type: "string", help: "N        browsers that print at once (2)" },
  "built-at": {
    type: "string",
    help: "TIME     ISO time to state instead of the newest date of the records",
  },
  "dry-run": { type: "boolean", help: "        tell what would change, and write nothing" },
  why: { type: "string", help: "ROUTE    tell what a page is made from, and what of that has changed" },
} as const;

await runCommand({
  usage:
    "npm run build -- [--content DIR] [--out DIR] [--only SLUG] [--no-pdf] [--base-url URL] [--jobs N] [--built-at ISO-TIME] [--dry-run] [--why ROUTE]",
  flags,
  positionals: 0,
  async run(options) {
    const folder = contentFolder(options);
    const output = resolve(String(options.values.out ?? "_site"));
    const wanted = {
      only: (options.values.only as readonly string[] | undefined) ?? null,
      pdf: options.values["no-pdf"] !== true,
      baseUrl: baseUrl(options),
      builtAt: builtAt(options),
      jobs: wholeNumber("jobs", options.values.jobs as string | undefined, 1, 16) ?? 2,
    };
    await checkOutput(output, folder);
    if (options.values["dry-run"] === true || options.values.why !== undefined)
      return await look(folder, output, wanted, options.values.why as string | undefined);
    const start = performance.now();
    return await withLock(output, async () => {
      await repair(output, disk);
      const product = await produce(folder, wanted, progress(process.stderr), output);
      const { findings, standing } = product;
      const files = options.values.strict === true && findings.length > 0 ? null : product.files;
      if (files !== null) {
        await publish(files, output, disk, standing);
        keepState(openStore(), output, toolHash(), contentState(product.line.inputs.files));
      }
      const written = files === null ? [] : [...product.hashes.keys()].sort();
      const pdfs = written.filter((path) => path.endsWith(".pdf")).length;
      const packs = written.filter((path) => /^packs\/[^/]+\/index\.html$/.test(path)).length;
      const text =
        files === null
          ? "nothing was written; what was published before is untouched"
          : `${packs} packs, ${written.filter((path) => path.endsWith(".html")).length} pages (${product.rendered} files rendered), ${pdfs} PDFs (${product.printed} printed), ${written.length} files, ${((performance.now() - start) / 1000).toFixed(1)} s: ${output}`;
      return { findings, folder, json: (found: readonly Finding[]) => ({ findings: found, written }), text };
    }).catch((cause: unknown) => {
      throw cause instanceof LockedError ? new EnvironmentError(cause.message, { cause }) : cause;
    });
  },
});

/** Builds the pages without publishing them, and tells what they are. */
async function look(
  folder: string,
  output: string,
  wanted: Wanted,
  why: string | undefined,
): Promise<Result> {
  const product = await produce(folder, { ...wanted, pagesOnly: true }, progress(process.stderr), output);
  const { findings, files, hashes, line, rendered } = product;
  if (files === null)
    return { findings, folder, json: (found) => ({ findings: found }), text: "nothing can be built" };
  if (why !== undefined) {
    const route = routeOf(line.graph, why);
    if (route === null) throw new UsageError(`--why: there is no page ${why}`);
    const before = stateOf(openStore(), output);
    const lines = explainRoute(line.graph, route, contentState(line.inputs.files), before, toolHash());
    return { findings, folder, json: (found) => ({ findings: found, why: lines }), text: lines.join("\n") };
  }
  const difference = await differenceFrom(output, hashes);
  const lines = Object.entries(difference).flatMap(([name, paths]) => [
    `${paths.length} ${name}`,
    ...paths.slice(0, 50).map((path: string) => `  ${path}`),
    ...(paths.length > 50 ? [`  and ${paths.length - 50} more`] : []),
  ]);
  const text = [...lines, `${rendered} files rendered, ${hashes.size - rendered} kept from before`].join(
    "\n",
  );
  return { findings, folder, json: (found) => ({ findings: found, ...difference, rendered }), text };
}

function baseUrl(options: Options): string | null {
  const text = options.values["base-url"] as string | undefined;
  if (text === undefined) return null;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new UsageError(`--base-url is a web address, not \`${text}\``);
  return text;
}

function builtAt(options: Options): string | null {
  const text = options.values["built-at"] as string | undefined;
  if (text === undefined) return null;
  if (!moment.safeParse(text).success) {
    throw new UsageError(`--built-at is an ISO time such as 2023-10-19T08:30:00Z, not \`${text}\``);
  }
  return new Date(text).toISOString().replace(".000Z", "Z");
}
