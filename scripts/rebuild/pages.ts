// Pages as queries, by their owner: a pack, a box, an entry of a register, or the site for what spans them all.
import { hash } from "node:crypto";
import { pdfPath, searchPath, sourcePath } from "../../templates/paths.ts";
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
import {
  type PageFacts,
  pageFacts,
  type Target,
  verifyLinks,
  verifyPage,
  verifySource,
} from "../verify/pages.ts";
import { alike } from "./alike.ts";
import { bundle } from "./bundles.ts";
import { edition } from "./editions.ts";
import { type Ask, query } from "./graph.ts";
import { kit, names, sink, told } from "./inputs.ts";
import { boxPage, entryPage, shownIds, siteFor } from "./site.ts";

/** A published file as the manifest names it. */
export type FileFacts = { readonly bytes: number; readonly sha256: string };

/** What is kept of an owner's pages. */
export type Rendered = {
  /** By output path, in the order of the routes. */
  readonly files: ReadonlyMap<string, FileFacts>;
  /** Of those that are pages. */
  readonly pages: ReadonlyMap<string, PageFacts>;
  /** Styles, scripts and fonts that its pages name, by output path. */
  readonly wears: ReadonlyMap<string, Uint8Array>;
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
    return [...(known?.files ?? routesFor(ask, owner)).keys()];
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
    const files = new Map<string, FileFacts>();
    const pages = new Map<string, PageFacts>();
    const wears = new Map<string, Uint8Array>();
    const beyond = new Set<string>();
    const findings: Finding[] = [];
    const also = owner === "search" ? ask(allBeyond, "") : "";
    const [kind, id = ""] = owner.split("/");
    const known = kind === "packs" ? ask(bundle, id) : null;
    if (known !== null) {
      const { files, pages, beyond, wears } = known;
      return { files, pages, beyond, wears, findings: [] };
    }
    for (const [path, render] of routesFor(ask, owner)) {
      let text = render();
      if (path.endsWith(".html")) {
        for (const character of wardrobe.beyond(text)) beyond.add(character);
        const dressed = dress(text, wardrobe, also);
        text = dressed.html;
        for (const worn of dressed.wears) wears.set(worn.path, worn.bytes);
        const facts = pageFacts(text);
        pages.set(path, facts);
        findings.push(...verifyPage(path, facts));
      }
      write(path, text);
      const sha256 = hash("sha256", text);
      files.set(path, { bytes: Buffer.byteLength(text), sha256 });
      if (kind === "packs" && path === sourcePath(id))
        findings.push(...verifySource(ask(edition, id), path, text));
    }
    return { files, pages, wears, beyond: [...beyond].sort().join(""), findings };
  },
  alike,
);

const beyondOf = query<string>("beyond", (ask, owner) => ask(rendered, owner).beyond);

/** Characters that any page but that of the search shows and the fonts of every page lack. */
const allBeyond = query<string>("all-beyond", (ask) => {
  const others = ask(owners, "").filter((owner) => owner !== "search");
  return [...new Set(others.flatMap((owner) => [...ask(beyondOf, owner)]))].sort().join("");
});

const wearsOf = query<Rendered["wears"]>("wears", (ask, owner) => ask(rendered, owner).wears, alike);

/** Styles, scripts and fonts of the whole site. */
export const allWorn = query<Rendered["wears"]>(
  "all-worn",
  (ask) => new Map(ask(owners, "").flatMap((owner) => [...ask(wearsOf, owner)])),
  alike,
);

/** The ids of an owner's pages, which the links of others lead to. */
const fragments = query<ReadonlyMap<string, Target>>(
  "fragments",
  (ask, owner) => {
    const { files, pages } = ask(rendered, owner);
    return new Map([...files.keys()].map((path) => [path, pages.get(path)?.ids ?? true]));
  },
  alike,
);

const isOwner = query<boolean>("is-owner", (ask, owner) => ask(ownerSet, "").has(owner));

const ownerSet = query<ReadonlySet<string>>("owner-set", (ask) => new Set(ask(owners, "")));

/** What stands at an output path. */
const target = query<Target>(
  "target",
  (ask, path) => {
    const [kind = "", id = ""] = path.split("/");
    const owner = `${kind}/${id}`;
    const found = ask(isOwner, owner) ? ask(fragments, owner).get(path) : undefined;
    if (found !== undefined) return found;
    if (kind === "packs" && path === pdfPath(id))
      return ask(told, "").pdf && ask(isOwner, owner) ? true : null;
    return ask(fragments, path === searchPath ? "search" : "site").get(path) ?? null;
  },
  alike,
);

/** Links of an owner's pages that lead nowhere. */
export const linkFindings = query<readonly Finding[]>(
  "link-findings",
  (ask, owner) => {
    const { pages, wears } = ask(rendered, owner);
    const at = (path: string) => (wears.has(path) ? true : (pages.get(path)?.ids ?? ask(target, path)));
    return [...pages].flatMap(([path, facts]) => verifyLinks(path, facts, at));
  },
  alike,
);

/** Everything that is said of the pages. */
export const pageFindings = query<readonly Finding[]>("page-findings", (ask) =>
  ask(owners, "").flatMap((owner) => [...ask(rendered, owner).findings, ...ask(linkFindings, owner)]),
);
