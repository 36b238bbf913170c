// PDFs kept up to date: each printed anew when its print document, what it carries or what it is set with has changed.
import { createHash } from "node:crypto";
import { pdfPath } from "../../templates/paths.ts";
import type { Progress } from "../command/progress.ts";
import type { Finding } from "../model/finding.ts";
import { printInput, printPack } from "../paginate/pack.ts";
import type { Paginator } from "../paginate/paginate.ts";
import { evidenceOf } from "../render/evidence.ts";
import { contentOrigins } from "../verify/content-origins.ts";
import { verifyPrint } from "../verify/print.ts";
import { bundle } from "./bundles.ts";
import { contentOf } from "./content.ts";
import { edition } from "./editions.ts";
import { type Graph, query } from "./graph.ts";
import type { WholeKit } from "./kit.ts";
import { packRecord } from "./records.ts";

/** What is carried: another text whenever the edition or a source has changed. */
export const printBasis = query<string>("print-basis", (ask, slug) => {
  const known = ask(bundle, slug)?.printed ?? null;
  if (known !== null) return known;
  const hash = createHash("sha256");
  for (const { name, bytes } of evidenceOf(ask(edition, slug), ask(packRecord, slug).record))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
});

export type FinishedPrint = {
  readonly path: string;
  readonly pdf: Uint8Array;
  readonly findings: readonly Finding[];
  /** Name and version of the browser. */
  readonly engine: string;
};

/** Prints a pack as it is now, and checks what came out. */
export async function printSlug(
  graph: Graph,
  slug: string,
  kit: WholeKit,
  paginator: Paginator,
): Promise<FinishedPrint> {
  const one = graph.get(edition, slug);
  const { record } = graph.get(packRecord, slug);
  const print = await printPack(paginator, await printInput(one, kit), evidenceOf(one, record));
  const { html, faces, printed } = print;
  const origins = contentOrigins(record, contentOf(graph), one);
  const findings = verifyPrint(one, { ...printed, html, faces }, origins);
  return { path: pdfPath(slug), pdf: printed.pdf, findings, engine: paginator.product };
}

/** Prints packs with so many browsers at once. */
export async function printAll(
  slugs: readonly string[],
  jobs: number,
  progress: Progress,
  open: () => Promise<Paginator>,
  print: (slug: string, paginator: Paginator) => Promise<void>,
): Promise<void> {
  const queue = [...slugs];
  let done = 0;
  async function work(): Promise<void> {
    let paginator: Paginator | null = null;
    try {
      for (let slug = queue.shift(); slug !== undefined; slug = queue.shift()) {
        paginator ??= await open();
        progress(`printing ${slug}`, { done, of: slugs.length });
        await print(slug, paginator);
        done += 1;
      }
    } finally {
      await paginator?.close();
    }
  }
  await Promise.all(Array.from({ length: Math.min(jobs, slugs.length) }, work));
}
