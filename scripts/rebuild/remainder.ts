// What is made when all pages stand: PDFs, the search index, and the manifest of everything.
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { EnvironmentError } from "../command/command.ts";
import type { Progress } from "../command/progress.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { browserStamp } from "../paginate/browser.ts";
import { openPaginator, type Paginator } from "../paginate/paginate.ts";
import { manifestName, manifestOf } from "../publish/manifest.ts";
import { versions } from "../read/versions.ts";
import type { Graph } from "./graph.ts";
import { kit as kitInput, names } from "./inputs.ts";
import type { KeptSite } from "./kept-site.ts";
import type { WholeKit } from "./kit.ts";
import { type FileFacts, owners, rendered, wornBy } from "./pages.ts";
import { type FinishedPrint, printAll, printBasis, printSlug } from "./prints.ts";
import { makeSearch, type SearchFiles, searchKey } from "./search.ts";
import type { Store } from "./store.ts";

export type Remainder = {
  /** Prints every pack whose PDF is not what it would be now. `print` is how; `printed` hears of each. */
  prints(kit: WholeKit, options: PrintOptions): Promise<readonly Finding[]>;
  search(tool?: string): Promise<readonly string[]>;
  manifest(): Promise<readonly string[]>;
  readonly findings: readonly Finding[];
  /** How many PDFs were printed here. */
  readonly printed: number;
};

export type PrintOptions = {
  readonly jobs: number;
  readonly progress: Progress;
  readonly open?: () => Promise<Paginator>;
  /** Told of each PDF as it is written. */
  readonly printed?: (path: string) => void;
  /** Whether to go on: asked before each. */
  readonly goOn?: () => boolean;
};

/** A print without its bytes, which may stand already. */
type Kept = { readonly print: Omit<FinishedPrint, "pdf">; readonly facts: FileFacts };

type Made = Kept & {
  readonly basis: string;
  /** The hash of the tool that it was made with. */
  readonly tool: string;
};

export function openRemainder(graph: Graph, site: KeptSite, store: Store | null = null): Remainder {
  const made = new Map<string, Made>();
  let search: { key: string; files: ReadonlyMap<string, FileFacts>; version: string } | null = null;
  let count = 0;
  const hashes = new WeakMap<Uint8Array, FileFacts>();
  const factsOf = (bytes: Uint8Array): FileFacts => {
    const known = hashes.get(bytes) ?? {
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
    hashes.set(bytes, known);
    return known;
  };
  const findings = () => [...made.values()].flatMap(({ print }) => print.findings);

  return {
    get findings() {
      return findings();
    },
    get printed() {
      return count;
    },
    async prints(kit, { jobs, progress, open = openPaginator, printed = () => {}, goOn = () => true }) {
      const slugs = new Set(graph.get(names, "packs"));
      for (const [slug, { print }] of made) {
        if (slugs.has(slug)) continue;
        await site.remove(print.path);
        made.delete(slug);
      }
      const stale = [...slugs].filter((slug) => {
        const known = made.get(slug);
        return known === undefined || known.tool !== kit.tool || known.basis !== graph.get(printBasis, slug);
      });
      const take = async (slug: string, basis: string, { pdf, ...print }: FinishedPrint) => {
        if (hasErrors(print.findings)) {
          // What stands is the last that was good.
          made.set(slug, { basis, tool: kit.tool, print, facts: made.get(slug)?.facts ?? factsOf(pdf) });
          return;
        }
        const facts = factsOf(pdf);
        if (await site.put(print.path, facts.sha256, () => pdf)) printed(print.path);
        made.set(slug, { basis, tool: kit.tool, print, facts });
      };
      const engine = store === null || stale.length === 0 ? "" : await browserStamp();
      const keyOf = (slug: string, basis: string) =>
        createHash("sha256")
          .update(JSON.stringify([kit.tool, engine, slug, basis]))
          .digest("hex");
      const stands = ({ print, facts }: Kept) => site.holds(print.path, facts.sha256);
      const toPrint: string[] = [];
      for (const slug of stale) {
        const basis = graph.get(printBasis, slug);
        const payload = store?.read("print", keyOf(slug, basis)) ?? null;
        const kept = payload === null ? null : (deserialize(payload) as Kept);
        const pdf = kept === null || stands(kept) ? null : (store?.read("pdf", kept.facts.sha256) ?? null);
        if (kept === null || (pdf === null && !stands(kept))) toPrint.push(slug);
        else if (pdf !== null) await take(slug, basis, { ...kept.print, pdf });
        else made.set(slug, { basis, tool: kit.tool, ...kept });
      }
      await printAll(toPrint, jobs, progress, open, async (slug, paginator) => {
        if (!goOn()) return;
        const basis = graph.get(printBasis, slug);
        const finished = await printSlug(graph, slug, kit, paginator);
        count += 1;
        await take(slug, basis, finished);
        // Findings name lines, which may move while the print stays: only a print without any is kept.
        if (store === null || finished.findings.length > 0) return;
        const { pdf, ...print } = finished;
        const kept: Kept = { print, facts: factsOf(pdf) };
        store.write("pdf", kept.facts.sha256, pdf);
        store.write("print", keyOf(slug, basis), serialize(kept));
      });
      return findings();
    },
    async search(tool = "") {
      const key = graph.get(searchKey, "");
      if (search?.key === key) return [];
      const name = createHash("sha256").update(`${tool}\n${key}`).digest("hex");
      const known = store?.read("search", name) ?? null;
      const found = known === null ? await makeSearch(graph) : (deserialize(known) as SearchFiles);
      if (known === null) store?.write("search", name, serialize(found));
      const { files, version } = found;
      const changed: string[] = [];
      for (const [path, bytes] of files)
        if (await site.put(path, factsOf(bytes).sha256, () => bytes)) changed.push(path);
      const gone = [...(search?.files.keys() ?? [])].filter((path) => !files.has(path));
      for (const path of gone) await site.remove(path);
      search = { key, version, files: new Map([...files].map(([path, bytes]) => [path, factsOf(bytes)])) };
      return [...changed, ...gone];
    },
    async manifest() {
      if (search === null) throw new EnvironmentError("there is no search index to name in the manifest");
      const files = new Map<string, FileFacts>();
      for (const owner of graph.get(owners, ""))
        for (const [path, facts] of graph.get(rendered, owner).files) files.set(path, facts);
      const { wardrobe } = graph.get(kitInput, "");
      const outfits = new Set(graph.get(owners, "").map((owner) => graph.get(rendered, owner).outfit));
      for (const [path, { bytes, sha256 }] of wardrobe === null ? [] : wornBy(wardrobe, outfits))
        files.set(path, { bytes: bytes.length, sha256 });
      for (const [path, facts] of search.files) files.set(path, facts);
      for (const { print, facts } of made.values()) files.set(print.path, facts);
      const engine = [...made.values()].at(0)?.print.engine ?? null;
      const { version, engines } = await versions(engine);
      const manifest = manifestOf(files, version, { ...engines, pagefind: search.version });
      const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
      // All that is wanted stands now.
      graph.tidy();
      return (await site.put(manifestName, factsOf(bytes).sha256, () => bytes)) ? [manifestName] : [];
    },
  };
}
