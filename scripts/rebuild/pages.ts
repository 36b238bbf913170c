// Pages as queries, by their owner: a pack, a box, an entry of a register, or the site for what spans them all.
import { hash } from "node:crypto";
import { searchPath, sourcePath } from "../../templates/paths.ts";
import type { Finding } from "../model/finding.ts";
import { registerNames } from "../model/registers.ts";
import { dress } from "../render/dress.ts";
import {
  boxRoutes,
  entryRoutes,
  type Offers,
  packRoutes,
  type Routes,
  sharedRoutes,
} from "../render/routes.ts";
import type { Outfit, Wardrobe, WornFile } from "../render/wardrobe.ts";
import { pageFacts, verifyPage, verifySource } from "../verify/pages.ts";
import { alike } from "./alike.ts";
import { bundle } from "./bundles.ts";
import { edition } from "./editions.ts";
import { type Ask, query } from "./graph.ts";
import { beyond, kit, names, sink, told } from "./inputs.ts";
import { boxPage, entryPage, shownIds, siteFor } from "./site.ts";
import { type PageLinks, pageLinks } from "./site-facts.ts";

/** A published file as the manifest names it. */
export type FileFacts = { readonly bytes: number; readonly sha256: string };

/** What is kept of an owner's pages. */
export type Rendered = {
  /** By output path, in the order of the routes. */
  readonly files: ReadonlyMap<string, FileFacts>;
  /** Of those that are pages. */
  readonly pages: ReadonlyMap<string, PageLinks>;
  /** Styles, scripts and fonts that its pages name. */
  readonly outfit: Outfit;
  /** The characters that the fonts of every page lack, once each, in order. */
  readonly beyond: string;
  readonly findings: readonly Finding[];
};

/**
 * `packs/<slug>`, `boxes/<id>`, `<register>/<id>`, `site`, and `search` for the page that shows characters of all others.
 * Packs come first.
 */
export const owners = query<readonly string[]>(
  "owners",
  (ask) => [
    ...ask(names, "packs").map((slug) => `packs/${slug}`),
    ...["boxes", ...registerNames].flatMap((kind) => ask(shownIds, kind).map((id) => `${kind}/${id}`)),
    "site",
    "search",
  ],
  alike,
);

function routesFor(ask: Ask, owner: string): Routes {
  const [kind = "", id = ""] = owner.split("/");
  if (kind === "packs") return packRoutes(ask(edition, id), ask(offers, ""));
  const site = siteFor(ask);
  if (kind === "site" || kind === "search") {
    return new Map([...sharedRoutes(site)].filter(([path]) => (path === searchPath) === (kind === "search")));
  }
  if (kind === "boxes") {
    const page = ask(boxPage, id);
    return page === null ? new Map() : boxRoutes(site, page);
  }
  const page = ask(entryPage, owner);
  return page === null ? new Map() : entryRoutes(site, page);
}

const offers = query<Offers>(
  "offers",
  (ask) => {
    const { pdf, bare = false } = ask(told, "");
    return { pdf, bare, atlas: ask(kit, "").atlas };
  },
  alike,
);

/** Output paths of an owner. */
export const paths = query<readonly string[]>(
  "paths",
  (ask, owner) => {
    const known = owner.startsWith("packs/") ? ask(bundle, owner.slice("packs/".length)) : null;
    return [...(known?.rendered.files ?? routesFor(ask, owner)).keys()];
  },
  alike,
);

/** Renders an owner's pages into the sink. */
export const rendered = query<Rendered>(
  "rendered",
  (ask, owner) => {
    const write = ask(sink, "");
    const { wardrobe } = ask(kit, "");
    if (wardrobe === null) throw new Error("pages are rendered with a wardrobe");
    const [kind, id = ""] = owner.split("/");
    const known = kind === "packs" ? ask(bundle, id) : null;
    if (known !== null) return known.rendered;
    const files = new Map<string, FileFacts>();
    const pages = new Map<string, PageLinks>();
    const wears = new Set<string>();
    const lacks = new Set<string>();
    const findings: Finding[] = [];
    const also = kind === "search" ? ask(beyond, "") : "";
    for (const [path, render] of routesFor(ask, owner)) {
      let text = render();
      if (path.endsWith(".html")) {
        for (const character of wardrobe.beyond(text)) lacks.add(character);
        const dressed = dress(text, wardrobe, also);
        text = dressed.html;
        for (const worn of dressed.wears) wears.add(worn);
        const facts = pageFacts(text);
        pages.set(path, pageLinks(path, facts));
        findings.push(...verifyPage(path, facts));
      }
      write(path, text);
      files.set(path, { bytes: Buffer.byteLength(text), sha256: hash("sha256", text) });
      if (kind === "packs" && path === sourcePath(id))
        findings.push(...verifySource(ask(edition, id), path, text));
    }
    return {
      files,
      pages,
      outfit: [...wears].sort().join("\n"),
      beyond: [...lacks].sort().join(""),
      findings,
    };
  },
  alike,
);

/** The files of many outfits, by output path. */
export function wornBy(wardrobe: Wardrobe, outfits: Iterable<Outfit>): ReadonlyMap<string, WornFile> {
  return new Map([...outfits].flatMap((outfit) => [...wardrobe.files(outfit)]));
}
