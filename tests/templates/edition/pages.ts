// Every page of a fixture site, by output path.
import type { Edition } from "../../../scripts/model/edition.ts";
import { boxPage } from "../../../templates/pages/box.ts";
import { briefingPage } from "../../../templates/pages/briefing.ts";
import { entryPage } from "../../../templates/pages/entry.ts";
import { facetPage, indexPage } from "../../../templates/pages/index.ts";
import { listPage } from "../../../templates/pages/list.ts";
import { notFoundPage } from "../../../templates/pages/not-found.ts";
import { searchPage } from "../../../templates/pages/search.ts";
import { sourcePage } from "../../../templates/pages/source.ts";
import { facetsOf } from "../../../templates/parts/facets.ts";
import { partsOf, pathOf } from "../../../templates/parts/page-links.ts";
import * as paths from "../../../templates/paths.ts";
import { siteOf } from "./site.ts";

/** Output path → markup. */
export function renderAll(editions: readonly Edition[]): ReadonlyMap<string, string> {
  const site = siteOf(editions);
  const facets = facetsOf(site.packs);
  const entries = [...site.people, ...site.organisations, ...site.places, ...site.terms];
  return new Map(
    [
      [paths.indexPath, indexPage(site)] as const,
      [paths.notFoundPath, notFoundPage(site)] as const,
      [paths.searchPath, searchPage(site)] as const,
      ...facets.flatMap((facet) =>
        partsOf(facet.packs, facet.path).map(
          (part) => [pathOf(part), facetPage(site, facet, part, facets)] as const,
        ),
      ),
      ...paths.listKinds.map((kind) => [paths.listPath(kind), listPage(site, kind)] as const),
      ...site.boxes.map((page) => [paths.boxPath(page.box.id), boxPage(site, page)] as const),
      ...entries.map(
        (page) => [paths.entryPath(page.entry.kind, page.entry.id), entryPage(site, page)] as const,
      ),
      ...editions.flatMap((edition) => [
        [paths.briefingPath(edition.slug), briefingPage(edition, { pdf: true })] as const,
        [paths.sourcePath(edition.slug), sourcePage(edition)] as const,
      ]),
    ].map(([path, page]) => [path, String(page)] as const),
  );
}
