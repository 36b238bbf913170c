// Every text file of the site as a route: its path and the function that renders it, nothing rendered before it is asked for.

import { boxPage, boxParts } from "../../templates/pages/box.ts";
import { briefingPage } from "../../templates/pages/briefing.ts";
import { changesPage } from "../../templates/pages/changes.ts";
import { entryPage, entryParts } from "../../templates/pages/entry.ts";
import { facetPage, indexPage } from "../../templates/pages/index.ts";
import { listPage, listParts } from "../../templates/pages/list.ts";
import { notFoundPage } from "../../templates/pages/not-found.ts";
import { searchPage } from "../../templates/pages/search.ts";
import { sourcePage } from "../../templates/pages/source.ts";
import { citationText } from "../../templates/parts/citation.ts";
import { facetsOf } from "../../templates/parts/facets.ts";
import { partsOf, pathOf } from "../../templates/parts/page-links.ts";
import { tablesOf } from "../../templates/parts/take-away.ts";
import {
  annotationsPath,
  briefingPath,
  changesPath,
  citationPath,
  dataPath,
  feedPath,
  indexPath,
  jsonFeedPath,
  listKinds,
  notFoundPath,
  searchPath,
  sourcePath,
  tablePath,
} from "../../templates/paths.ts";
import type { Atlas } from "../figures/atlas.ts";
import type { Edition } from "../model/edition.ts";
import { registerNames } from "../model/registers.ts";
import type { BoxPage, EntryPage, Site } from "../model/site.ts";
import { bibtex, cslJson, ris } from "./citation.ts";
import { registerCsv, timelineCsv } from "./csv.ts";
import { feed } from "./feed.ts";
import { headers, robots, sitemap } from "./hosting.ts";
import { jsonFeed } from "./json-feed.ts";
import { webAnnotations } from "./web-annotations.ts";

export type Routes = ReadonlyMap<string, () => string>;

/** What the site offers besides its pages. */
export type Offers = {
  readonly pdf: boolean;
  /** What maps are drawn from; there are none without it. */
  readonly atlas?: Atlas | null;
  /** Pages have no pictures, and there is nothing to take away: only measurements ask for that. */
  readonly bare?: boolean;
};

/** Routes of one pack: its pages see its edition and nothing else, so that no other pack's change reaches them. */
export function packRoutes(edition: Edition, offers: Offers): Routes {
  const { slug } = edition;
  const pages: readonly (readonly [string, () => string])[] = [
    [briefingPath(slug), () => String(briefingPage(edition, offers))],
    [sourcePath(slug), () => String(sourcePage(edition))],
    ...(edition.changes.length > 0 ? [[changesPath(slug), () => String(changesPage(edition))] as const] : []),
  ];
  if (offers.bare) return new Map(pages);
  return new Map([
    ...pages,
    [dataPath(slug), () => `${JSON.stringify(edition, null, 1)}\n`],
    [annotationsPath(slug), () => `${JSON.stringify(webAnnotations(edition), null, 1)}\n`],
    [citationPath(slug, "txt"), () => `${citationText(edition)}\n`],
    [citationPath(slug, "bib"), () => bibtex(edition)],
    [citationPath(slug, "ris"), () => ris(edition)],
    [citationPath(slug, "json"), () => cslJson(edition)],
    ...tablesOf(edition).map(
      (table) =>
        [
          tablePath(slug, table),
          () => (table === "timeline" ? timelineCsv(edition) : registerCsv(edition[table], edition)),
        ] as const,
    ),
  ]);
}

/** Routes of what spans packs. */
export function siteRoutes(site: Site): Routes {
  return new Map([
    ...sharedRoutes(site),
    ...site.boxes.flatMap((page) => [...boxRoutes(site, page)]),
    ...registerNames.flatMap((kind) => site[kind].flatMap((page) => [...entryRoutes(site, page)])),
  ]);
}

/** Routes of one box: they see what uses it, and of the site nothing but its publication. */
export function boxRoutes(site: Site, page: BoxPage): Routes {
  return new Map(boxParts(page).map((part) => [pathOf(part), () => String(boxPage(site, page, part))]));
}

/** The same of one entry of a register. */
export function entryRoutes(site: Site, page: EntryPage): Routes {
  return new Map(entryParts(page).map((part) => [pathOf(part), () => String(entryPage(site, page, part))]));
}

/** Routes of everything that has no owner of its own: lists, feeds, and what servers and crawlers ask for. */
export function sharedRoutes(site: Site): Routes {
  const routes = new Map<string, () => string>([
    [notFoundPath, () => String(notFoundPage(site))],
    [searchPath, () => String(searchPage(site))],
    ["_headers", () => headers(site)],
    ["robots.txt", () => robots(site)],
  ]);
  const facets = facetsOf(site.packs);
  for (const part of partsOf(site.packs, indexPath))
    routes.set(pathOf(part), () => String(indexPage(site, part, facets)));
  for (const facet of facets)
    for (const part of partsOf(facet.packs, facet.path))
      routes.set(pathOf(part), () => String(facetPage(site, facet, part, facets)));
  for (const kind of listKinds)
    for (const part of listParts(site, kind))
      routes.set(pathOf(part), () => String(listPage(site, kind, part)));
  if (site.publication.baseUrl !== null) {
    const base = site.publication.baseUrl;
    routes.set(feedPath, () => feed(site, base));
    routes.set(jsonFeedPath, () => jsonFeed(site, base));
    routes.set("sitemap.xml", () => sitemap(site, base));
  }
  return routes;
}
