// One content folder kept built: a change is read, goes through the line as far as it reaches, and only files that differ are written.
import { bundleName } from "../../templates/parts/styles.ts";
import type { Progress } from "../command/progress.ts";
import { inOrder, type Line, openLine } from "../line.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { watchedContent } from "../read/watched.ts";
import type { WornFile } from "../render/wardrobe.ts";
import { keepBundle, keptTexts } from "./bundles.ts";
import { contentFindings, madeHere } from "./editions.ts";
import { beyond, distrusted, kit, names, type Told, told, warehouse } from "./inputs.ts";
import type { KeptSite } from "./kept-site.ts";
import type { WholeKit } from "./kit.ts";
import { type FileFacts, owners, rendered, wornBy } from "./pages.ts";
import { printBasis } from "./prints.ts";
import { renderStale, takeTexts } from "./render.ts";
import { packDigest } from "./search.ts";
import { card, uses } from "./site.ts";
import { openSiteFacts } from "./site-facts.ts";
import type { Store } from "./store.ts";

/** What a rebuild has done so far. */
export type Progressed = {
  /** Output paths that were written or taken away. */
  readonly changed: readonly string[];
  readonly rendered: readonly string[];
};

export type Rebuilt = {
  readonly findings: readonly Finding[];
  readonly changed: readonly string[];
  /** Output paths of the pages that were rendered. */
  readonly rendered: readonly string[];
};

export type Session = {
  /**
   * Brings the site up to date. `changed`: paths in the content folder that may have changed; null when any may have.
   * `ready` hears of the pages of the packs that changed before anything else is looked at. With errors nothing is
   * written, and what was stays stale until they are gone.
   */
  rebuild(changed: ReadonlySet<string> | null, ready?: (own: Progressed) => void): Promise<Rebuilt>;
  /** Takes styles, scripts and fonts as they are now. Returns the styles that have a new name, the old one first. */
  dress(kit: WholeKit): readonly (readonly [string, string])[];
  readonly line: Line;
  /** Of every pack of the folder, wanted or not. */
  readonly slugs: ReadonlySet<string>;
};

export type SessionOptions = {
  readonly told: Told;
  readonly kit: WholeKit;
  /** Where packs are kept from run to run; nothing is kept without. */
  readonly store?: Store | null;
  readonly progress?: Progress;
};

/** How long a file that makes an error is given to be written to its end. Milliseconds. */
const patience = 30;

/** How many owners are rendered at once: what they become is in memory until it is written. */
const batch = 500;

export function openSession(
  folder: string,
  site: KeptSite,
  { told: wanted, kit: first, store = null, progress = () => {} }: SessionOptions,
): Session {
  const line = openLine();
  const { graph, inputs } = line;
  const texts = takeTexts(graph);
  const content = watchedContent(folder);
  const slugs = new Set<string>();
  const filesOf = new Map<string, ReadonlyMap<string, FileFacts>>();
  const unwritten = new Set<string>();
  let readFindings: readonly Finding[] = [];
  let worn: WholeKit = first;
  /** Slug → texts of the packs that were made since the last were kept. */
  const toKeep = new Map<string, ReadonlyMap<string, string>>();
  let whole = false;
  /** What pages wear, by output path. */
  let hung: ReadonlyMap<string, WornFile> = new Map();
  const facts = openSiteFacts(wanted.pdf, (path) => hung.has(path));
  graph.set(told, "", wanted);
  graph.set(kit, "", { wardrobe: first.wardrobe, atlas: first.atlas });
  graph.set(warehouse, "", { store, tool: store === null ? "" : first.tool });

  const keeps = (path: string) => {
    const slug = /^packs\/([^/]+)\//.exec(path)?.[1];
    return wanted.only === null || slug === undefined || wanted.only.includes(slug);
  };

  async function take(changed: ReadonlySet<string> | null): Promise<void> {
    const some = changed === null || !whole ? null : await content.some(changed);
    if (some !== null) {
      for (const file of some) if (keeps(file.path)) inputs.change(file.path, file);
      return;
    }
    const { files, findings } = await content.all(changed ?? undefined);
    slugs.clear();
    for (const path of files.keys()) slugs.add(/^packs\/([^/]+)\//.exec(path)?.[1] ?? "");
    slugs.delete("");
    inputs.replace(new Map([...files].filter(([path]) => keeps(path))));
    readFindings = findings.filter(({ file }) => keeps(file));
    whole = true;
  }

  function said(): readonly Finding[] {
    return inOrder([...readFindings, ...graph.get(contentFindings, "")]);
  }

  /** Files that are on their way look broken; those that stay so are. */
  async function settle(changed: ReadonlySet<string> | null): Promise<readonly Finding[]> {
    await take(changed);
    const findings = said();
    if (changed === null || !hasErrors(findings)) return findings;
    await new Promise((done) => setTimeout(done, patience));
    await take(changed);
    return said();
  }

  async function write(some: readonly string[]): Promise<Progressed> {
    // Whatever fails from here on, what is not on its way to its place yet is due again.
    for (const owner of some) unwritten.add(owner);
    const made = [...(await renderStale(graph, texts, some))];
    const changed: string[] = [];
    for (const owner of some) {
      if (!unpack(owner)) made.push(...(await renderStale(graph, texts, [owner])));
      const now = graph.get(rendered, owner);
      facts.set(owner, now);
      for (const [path, { sha256, bytes }] of worn.wardrobe.files(now.outfit))
        if (!site.paths.has(path)) await site.put(path, sha256, () => bytes);
      const own = new Map<string, string>();
      for (const [path, { sha256 }] of now.files) {
        const text = texts.get(path);
        if (text === undefined && site.holds(path, sha256)) continue;
        if (text === undefined) throw new Error(`no text of ${path}`);
        own.set(path, text);
        if (await site.put(path, sha256, () => text)) changed.push(path);
        texts.delete(path);
      }
      const gone = [...(filesOf.get(owner)?.keys() ?? [])].filter((path) => !now.files.has(path));
      for (const path of gone) await site.remove(path);
      changed.push(...gone);
      filesOf.set(owner, now.files);
      if (store !== null && owner.startsWith("packs/")) toKeep.set(owner.slice("packs/".length), own);
      unwritten.delete(owner);
    }
    return { changed, rendered: made };
  }

  /** Has the texts of a pack that was made before where they do not stand. False when it has to be made again. */
  function unpack(owner: string): boolean {
    const { files } = graph.get(rendered, owner);
    if ([...files].every(([path, { sha256 }]) => texts.has(path) || site.holds(path, sha256))) return true;
    const slug = owner.slice("packs/".length);
    const kept = owner.startsWith("packs/") ? keptTexts(graph, slug) : null;
    if (kept === null) {
      graph.set(distrusted, slug, true);
      return false;
    }
    for (const [path, text] of kept) texts.set(path, text);
    return true;
  }

  /** Keeps what was made for the next run. */
  function keep(): void {
    for (const [slug, own] of toKeep) {
      const made = madeHere(graph, slug);
      const all = graph.get(rendered, `packs/${slug}`);
      if (made === null || all.findings.length > 0) continue;
      const { edition, ...others } = made;
      const bundle = {
        ...others,
        rendered: all,
        card: graph.get(card, slug),
        passages: graph.get(uses, slug),
        searched: graph.get(packDigest, slug),
        printed: wanted.pdf ? graph.get(printBasis, slug) : null,
      };
      keepBundle(graph, slug, bundle, { edition, texts: own });
    }
    toKeep.clear();
  }

  async function removeOwners(now: readonly string[]): Promise<readonly string[]> {
    if (now.length === filesOf.size) return [];
    const known = new Set(now);
    const gone: string[] = [];
    for (const [owner, files] of filesOf) {
      if (known.has(owner)) continue;
      for (const path of files.keys()) await site.remove(path);
      gone.push(...files.keys());
      facts.remove(owner);
      filesOf.delete(owner);
      unwritten.delete(owner);
    }
    return gone;
  }

  /** Knows what all pages wear now. Returns what none wears any more. */
  function rehang(): readonly string[] {
    const now = wornBy(worn.wardrobe, facts.outfits);
    const gone = [...hung.keys()].filter((path) => !now.has(path));
    hung = now;
    return gone;
  }

  return {
    line,
    slugs,
    dress(next) {
      const before = worn;
      worn = next;
      graph.set(kit, "", { wardrobe: next.wardrobe, atlas: next.atlas });
      graph.set(warehouse, "", { store, tool: store === null ? "" : next.tool });
      const sheets = [bundleName, ...next.assets.keys()].filter(
        (name) => name === bundleName || (name.endsWith(".css") && before.assets.has(name)),
      );
      const renamed = sheets.map(
        (name) => [before.wardrobe.asset(name).path, next.wardrobe.asset(name).path] as const,
      );
      return renamed.filter(([old, now]) => old !== now);
    },
    async rebuild(changed, ready = () => {}) {
      const findings = await settle(changed);
      if (hasErrors(findings)) return { findings, changed: [], rendered: [] };
      const slugs = new Set(graph.get(names, "packs"));
      const touched = [...(changed ?? [])].flatMap((path) => /^packs\/([^/]+)/.exec(path)?.[1] ?? []);
      const own = await write(
        [...new Set(touched)].filter((slug) => slugs.has(slug)).map((slug) => `packs/${slug}`),
      );
      if (own.changed.length > 0) {
        ready(own);
        // Whoever hears of it comes first.
        await new Promise(setImmediate);
      }
      keep();
      const all = graph.get(owners, "");
      const due = (owner: string) =>
        graph.stale(rendered, owner) || unwritten.has(owner) || !filesOf.has(owner);
      // The search page rests on all others, so it comes when they stand.
      const stale = all.filter((owner) => owner !== "search" && due(owner));
      const rest: Progressed[] = [];
      for (let at = 0; at < stale.length; at += batch) {
        if (changed === null || stale.length > batch)
          progress("rendering packs, boxes, people and lists", { done: at, of: stale.length });
        rest.push(await write(stale.slice(at, at + batch)));
        keep();
      }
      const gone = [...(await removeOwners(all))];
      graph.set(beyond, "", facts.beyond);
      const last = await write(["search"].filter(due));
      for (const path of rehang()) {
        await site.remove(path);
        gone.push(path);
      }
      const said = facts.findings();
      // Of packs that were made and were gone before anything could be written.
      texts.clear();
      return {
        findings: inOrder([...findings, ...said]),
        changed: [...[own, ...rest, last].flatMap((one) => one.changed), ...gone],
        rendered: [own, ...rest, last].flatMap((one) => one.rendered),
      };
    },
  };
}
