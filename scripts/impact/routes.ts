// The pages of the site that would say something else without a thing, or would not be there.

import type { Composed } from "../line.ts";
import type { Offers } from "../render/routes.ts";
import { packRoutes, siteRoutes } from "../render/routes.ts";

/** Output paths of pages, in order. `all`: a pack of which every page counts. */
export function pagesTouched(
  whole: Composed,
  rest: Composed,
  offers: Offers,
  all: string | null,
): readonly string[] {
  const [before, after] = [routesOf(whole, offers), routesOf(rest, offers)];
  return [...before.keys()]
    .filter((path) => path.endsWith(".html"))
    .filter((path) => path.startsWith(`packs/${all}/`) || before.get(path)?.() !== after.get(path)?.())
    .sort();
}

function routesOf({ site, editions }: Composed, offers: Offers) {
  return new Map([...siteRoutes(site), ...editions.flatMap((edition) => [...packRoutes(edition, offers)])]);
}
