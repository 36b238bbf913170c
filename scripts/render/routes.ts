// Every text file of the site as a route: its path and the function that renders it, nothing rendered before it is asked for.

import { boxPage } from "../../templates/pages/box.ts";
import { briefingPage } from "../../templates/pages/briefing.ts";
import { entryPage } from "../../templates/pages/entry.ts";
import { indexPage } from "../../templates/pages/index.ts";
import { listPage } from "../../templates/pages/list.ts";
import { notFoundPage } from "../../templates/pages/not-found.ts";
import { sourcePage } from "../../templates/pages/source.ts";
import {
  boxPath,
  briefingPath,
  dataPath,
  entryPath,
  indexPath,
  listKinds,
  listPath,
  notFoundPath,
  sourcePath,
} from "../../templates/paths.ts";
import type { Atlas } from "../figures/atlas.ts";
import type { Edition } from "../model/edition.ts";
import type { Site } from "../model/site.ts";
import { feed } from "./feed.ts";
import { headers, robots, sitemap } from "./hosting.ts";
import { webAnnotations } from "./web-annotations.ts";

export type Routes = ReadonlyMap<string, () => string>;

/** What the site offers besides its pages. */
export type Offers = {
  readonly pdf: boolean;
  /** What maps are drawn from; there are none without it. */
  readonly atlas?: Atlas | null;
};

/** Routes of one pack: its pages see its edition and nothing else, so that no other pack's change reaches them. */
export function packRoutes(edition: Edition, offers: Offers): Routes {
  const { slug } = edition;
  return new Map([
    [briefingPath(slug), () => String(briefingPage(edition, offers))],
    [sourcePath(slug), () => String(sourcePage(edition))],
    [dataPath(slug), () => `${JSON.stringify(edition, null, 1)}\n`],
    [`packs/${slug}/annotations.jsonld`, () => `${JSON.stringify(webAnnotations(edition), null, 1)}\n`],
  ]);
}

/** Routes of what spans packs. */
export function siteRoutes(site: Site): Routes {
  const routes = new Map<string, () => string>([
    [indexPath, () => String(indexPage(site))],
    [notFoundPath, () => String(notFoundPage(site))],
    ["_headers", headers],
    ["robots.txt", () => robots(site)],
  ]);
  for (const kind of listKinds) routes.set(listPath(kind), () => String(listPage(site, kind)));
  for (const page of site.boxes) routes.set(boxPath(page.box.id), () => String(boxPage(site, page)));
  for (const kind of ["people", "organisations", "places", "terms"] as const) {
    for (const page of site[kind])
      routes.set(entryPath(page.entry.kind, page.entry.id), () => String(entryPage(site, page)));
  }
  if (site.publication.baseUrl !== null) {
    const base = site.publication.baseUrl;
    routes.set("feed.xml", () => feed(site, base));
    routes.set("sitemap.xml", () => sitemap([...routes.keys()], site, base));
  }
  return routes;
}
