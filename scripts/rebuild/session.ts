// One content folder kept built: a change is read, goes through the line as far as it reaches, and only files that differ are written.
import { bundleName } from "../../templates/parts/styles.ts";
import type { Progress } from "../command/progress.ts";
import { inOrder, type Line, openLine } from "../line.ts";
import { type Finding, hasErrors } from "../model/finding.ts";
import { watchedContent } from "../read/watched.ts";
import { keepBundle } from "./bundles.ts";
import { contentFindings, madeHere } from "./editions.ts";
import { kit, names, type Told, told, warehouse } from "./inputs.ts";
import type { KeptSite } from "./kept-site.ts";
import type { WholeKit } from "./kit.ts";
import { allWorn, owners, pageFindings, rendered } from "./pages.ts";
import { renderStale, takeTexts } from "./render.ts";
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
  const filesOf = new Map<string, readonly string[]>();
  const unwritten = new Set<string>();
  let readFindings: readonly Finding[] = [];
  let worn: WholeKit = first;
  /** Slug → texts of the packs that were made since the last were kept. */
  const toKeep = new Map<string, ReadonlyMap<string, string>>();
  let whole = false;
  let hung: ReadonlyMap<string, Uint8Array> | null = null;
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
    const paths = await renderStale(graph, texts, some);
    const changed: string[] = [];
    for (const owner of some) {
      const { files, wears } = graph.get(rendered, owner);
      for (const [path, bytes] of wears) if (!site.paths.has(path)) await site.put(path, path, () => bytes);
      const own = new Map<string, string>();
      for (const [path, { sha256 }] of files) {
        const text = texts.get(path);
        if (text === undefined) continue;
        own.set(path, text);
        if (await site.put(path, sha256, () => text)) changed.push(path);
        texts.delete(path);
      }
      const now = [...files.keys()];
      const gone = (filesOf.get(owner) ?? []).filter((path) => !files.has(path));
      for (const path of gone) await site.remove(path);
      changed.push(...gone);
      filesOf.set(owner, now);
      if (store !== null && owner.startsWith("packs/")) toKeep.set(owner.slice("packs/".length), own);
      unwritten.delete(owner);
    }
    return { changed, rendered: paths };
  }

  /** Keeps what was made for the next run. */
  function keep(): void {
    for (const [slug, own] of toKeep) {
      const made = madeHere(graph, slug);
      const all = graph.get(rendered, `packs/${slug}`);
      if (made === null || all.findings.length > 0) continue;
      keepBundle(graph, slug, { ...made, ...all, findings: made.findings }, own);
    }
    toKeep.clear();
  }

  async function removeOwners(now: readonly string[]): Promise<readonly string[]> {
    if (now.length === filesOf.size) return [];
    const known = new Set(now);
    const gone: string[] = [];
    for (const [owner, paths] of filesOf) {
      if (known.has(owner)) continue;
      for (const path of paths) await site.remove(path);
      gone.push(...paths);
      filesOf.delete(owner);
      unwritten.delete(owner);
    }
    return gone;
  }

  /** Takes away what no page wears any more. */
  async function undress(): Promise<readonly string[]> {
    const now = graph.get(allWorn, "");
    if (now === hung) return [];
    const gone = [...(hung?.keys() ?? [])].filter((path) => !now.has(path));
    for (const path of gone) await site.remove(path);
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
      const all = graph.get(owners, "");
      const due = (owner: string) =>
        graph.stale(rendered, owner) || unwritten.has(owner) || !filesOf.has(owner);
      // The search page rests on all others, so it comes when they stand.
      const stale = all.filter((owner) => owner !== "search" && due(owner));
      if (changed === null) progress(`rendering ${stale.length} packs, boxes, people and lists`);
      const rest = await write(stale);
      const last = await write(["search"].filter(due));
      const gone = [...(await removeOwners(all)), ...(await undress())];
      const said = graph.get(pageFindings, "");
      if (!hasErrors(said)) keep();
      toKeep.clear();
      return {
        findings: inOrder([...findings, ...said]),
        changed: [...own.changed, ...rest.changed, ...last.changed, ...gone],
        rendered: [...own.rendered, ...rest.rendered, ...last.rendered],
      };
    },
  };
}
