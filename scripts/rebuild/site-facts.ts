// What the pages of all owners come to together, kept up to date owner by owner: links that lead nowhere, what is worn, what fonts lack.
import { pdfPath } from "../../templates/paths.ts";
import type { Finding } from "../model/finding.ts";
import type { Outfit } from "../render/wardrobe.ts";
import { linksOf, type PageFacts, type Target, verifyLinks } from "../verify/pages.ts";
import type { Rendered } from "./pages.ts";

/**
 * The ids of a page and where its links lead, each on a line of its own (`target#fragment`), with line feeds at both ends:
 * thousands of pages are kept, and two texts take less room than their parts.
 */
export type PageLinks = { readonly ids: string; readonly links: string };

export function pageLinks(path: string, facts: PageFacts): PageLinks {
  const links = linksOf(path, facts).map(
    ({ target, fragment }) => `${target.replaceAll("\n", "%0A")}#${fragment}`,
  );
  return { ids: linesOf(facts.ids), links: linesOf([...new Set(links)]) };
}

function linesOf(words: readonly string[]): string {
  // Through bytes: pieces of a page would keep all of it in memory.
  return Buffer.from(`\n${words.map((word) => `${word}\n`).join("")}`).toString();
}

function wordsIn(lines: string): readonly string[] {
  return lines.split("\n").slice(1, -1);
}

export type SiteFacts = {
  /** Takes an owner's pages as they are now. */
  set(owner: string, now: Rendered): void;
  remove(owner: string): void;
  /** Everything that is said of the pages: only what changes have reached is looked at again. */
  findings(): readonly Finding[];
  readonly outfits: Iterable<Outfit>;
  /** Characters that any page but that of the search shows and the fonts of every page lack, in order. */
  readonly beyond: string;
};

/** `worn`: whether pages wear a file at a path. `pdf`: whether each pack has one. */
export function openSiteFacts(pdf: boolean, worn: (path: string) => boolean): SiteFacts {
  const owners = new Map<string, Rendered>();
  /** Of every file; null for what is no page. */
  const files = new Map<string, PageLinks | null>();
  const said = new Map<string, readonly Finding[]>();
  const broken = new Map<string, readonly Finding[]>();
  const outfits = tally();
  const lacks = tally();
  /** Pages to look at again, and paths of which something went that links may have led to. */
  const due = new Set<string>();
  const lessened = new Set<string>();

  function set(owner: string, now: Rendered): void {
    const before = owners.get(owner);
    if (before === now) return;
    for (const path of before?.files.keys() ?? []) if (!now.files.has(path)) drop(path);
    for (const path of now.files.keys()) {
      const [was, is] = [files.get(path) ?? null, now.pages.get(path) ?? null];
      files.set(path, is);
      if (is !== null && (was?.ids !== is.ids || was.links !== is.links)) due.add(path);
      if (was === null || was.ids === is?.ids) continue;
      const left = new Set(wordsIn(is?.ids ?? ""));
      if (is === null || wordsIn(was.ids).some((id) => !left.has(id))) lessened.add(path);
    }
    owners.set(owner, now);
    outfits.add(now.outfit);
    if (before !== undefined) outfits.take(before.outfit);
    if (owner !== "search") {
      lacks.add(now.beyond);
      if (before !== undefined) lacks.take(before.beyond);
    }
    if (now.findings.length > 0) said.set(owner, now.findings);
    else said.delete(owner);
  }

  function drop(path: string): void {
    files.delete(path);
    broken.delete(path);
    due.delete(path);
    lessened.add(path);
  }

  function remove(owner: string): void {
    const before = owners.get(owner);
    if (before === undefined) return;
    for (const path of before.files.keys()) drop(path);
    outfits.take(before.outfit);
    if (owner !== "search") lacks.take(before.beyond);
    const [kind, id = ""] = owner.split("/");
    if (kind === "packs") lessened.add(pdfPath(id));
    owners.delete(owner);
    said.delete(owner);
  }

  function findings(): readonly Finding[] {
    for (const path of broken.keys()) due.add(path);
    const ends = [...lessened].map((path) => `\n${path}#`);
    if (ends.length > 0)
      for (const [path, page] of files)
        if (page !== null && ends.some((end) => page.links.includes(end))) due.add(path);
    const known = new Map<string, Target>();
    const at = (path: string): Target => {
      const found = known.get(path) ?? look(path);
      known.set(path, found);
      return found;
    };
    for (const path of due) {
      const links = wordsIn(files.get(path)?.links ?? "").map((line) => {
        const end = line.lastIndexOf("#");
        return { target: line.slice(0, end), fragment: line.slice(end + 1) };
      });
      const found = verifyLinks(path, links, at);
      if (found.length > 0) broken.set(path, found);
      else broken.delete(path);
    }
    due.clear();
    lessened.clear();
    return [...said.values(), ...broken.values()].flat();
  }

  function look(path: string): Target {
    const page = files.get(path);
    if (page !== undefined) return page === null ? true : new Set(wordsIn(page.ids));
    if (worn(path)) return true;
    const [kind = "", id = ""] = path.split("/");
    return pdf && path === pdfPath(id) && owners.has(`${kind}/${id}`) ? true : null;
  }

  return {
    set,
    remove,
    findings,
    get outfits() {
      return outfits.all();
    },
    get beyond() {
      return [...new Set([...lacks.all()].join(""))].sort().join("");
    },
  };
}

/** Words with how often each was added and not taken back. */
function tally() {
  const counts = new Map<string, number>();
  const change = (word: string, by: number) => {
    const count = (counts.get(word) ?? 0) + by;
    if (count === 0) counts.delete(word);
    else counts.set(word, count);
  };
  return {
    add: (word: string) => change(word, 1),
    take: (word: string) => change(word, -1),
    all: (): Iterable<string> => counts.keys(),
  };
}
