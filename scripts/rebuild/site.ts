// What spans packs as queries: cards, who uses what, and a site that gives of itself only what is asked for.
import { directionOf } from "../compose/direction.ts";
import { sortByName } from "../compose/entries.ts";
import { publicationOf } from "../compose/publication.ts";
import { boxPageOf, byTitle, cardOf, entryPageOf, newestFirst, type Uses, usesOf } from "../compose/site.ts";
import { newest } from "../compose/time.ts";
import type { Publication } from "../model/edition.ts";
import type { RegisterName } from "../model/registers.ts";
import type { BoxPage, EntryPage, PackCard, Site, Use } from "../model/site.ts";
import { alike } from "./alike.ts";
import { bundle } from "./bundles.ts";
import { edition } from "./editions.ts";
import { type Ask, query } from "./graph.ts";
import { names, told } from "./inputs.ts";
import { box, boxIds, entryIds, lookupOf, siteFields } from "./records.ts";

export const card = query<PackCard>(
  "card",
  (ask, slug) => ask(bundle, slug)?.card ?? cardOf(ask(edition, slug)),
  alike,
);

/** Newest first. */
const cards = query<readonly PackCard[]>("cards", (ask) =>
  newestFirst(ask(names, "packs").map((slug) => ask(card, slug))),
);

const siteTime = query<string>("site-time", (ask) => newest(ask(cards, "").map(({ time }) => time)));

export const publication = query<Publication>(
  "publication",
  (ask) => publicationOf(ask(siteFields, "")),
  alike,
);

/** What a pack uses, by `boxes/<id>` and `<register>/<id>`, with the passages. */
export const uses = query<Uses>(
  "uses",
  (ask, slug) => ask(bundle, slug)?.passages ?? usesOf(ask(edition, slug)),
);

const usedNames = query<readonly string[]>("used-names", (ask, slug) => [...ask(uses, slug).keys()], alike);

/** Slugs of the packs that use each box and entry. */
const allUsers = query<ReadonlyMap<string, readonly string[]>>("all-users", (ask) => {
  const users = new Map<string, string[]>();
  for (const slug of ask(names, "packs")) {
    for (const name of ask(usedNames, slug)) {
      const slugs = users.get(name);
      if (slugs === undefined) users.set(name, [slug]);
      else slugs.push(slug);
    }
  }
  return users;
});

const users = query<readonly string[]>("users", (ask, name) => ask(allUsers, "").get(name) ?? [], alike);

const passages = query<Use["passages"]>(
  "passages",
  (ask, key) => {
    const [slug = "", name = ""] = key.split(" ");
    return ask(uses, slug).get(name) ?? [];
  },
  alike,
);

function usesAt(ask: Ask, name: string): readonly Use[] {
  const packs = newestFirst(ask(users, name).map((slug) => ask(card, slug)));
  return packs.map((pack) => ({ pack, passages: ask(passages, `${pack.slug} ${name}`) }));
}

/** The page of a box, by its id. */
export const boxPage = query<BoxPage | null>(
  "box-page",
  (ask, id) => {
    const found = ask(box, id);
    return found === undefined ? null : boxPageOf(id, found, usesAt(ask, `boxes/${id}`));
  },
  alike,
);

/** The page of an entry, by `<register>/<id>`. */
export const entryPage = query<EntryPage | null>(
  "entry-page",
  (ask, key) => {
    const [name = "", id = ""] = key.split("/");
    const page = entryPageOf(name as RegisterName, id, lookupOf(ask), usesAt(ask, key));
    const { affiliation } = page?.entry ?? {};
    if (page === null || !affiliation || affiliation.id === null) return page;
    // An organisation that has no page is named and not linked to.
    if (ask(shown, `organisations/${affiliation.id}`)) return page;
    return { ...page, entry: { ...page.entry, affiliation: { ...affiliation, id: null } } };
  },
  alike,
);

/** Whether a box or an entry has a page: with `only`, just those that the packs use. */
const shown = query<boolean>(
  "shown",
  (ask, name) => ask(told, "").only === null || ask(users, name).length > 0,
);

/** Ids of the boxes and of each register's entries that have pages, sorted by id. */
export const shownIds = query<readonly string[]>(
  "shown-ids",
  (ask, kind) => {
    const ids = kind === "boxes" ? ask(boxIds, "") : (ask(entryIds, kind) ?? []);
    return ids.filter((id) => ask(shown, `${kind}/${id}`)).toSorted();
  },
  alike,
);

const boxPages = query<readonly BoxPage[]>("box-pages", (ask) =>
  byTitle(ask(shownIds, "boxes").flatMap((id) => ask(boxPage, id) ?? [])),
);

const entryPages = query<readonly EntryPage[]>("entry-pages", (ask, name) => {
  const pages = ask(shownIds, name).flatMap((id) => ask(entryPage, `${name}/${id}`) ?? []);
  const byId = new Map(pages.map((page) => [page.entry.id, page]));
  return sortByName(pages.map(({ entry }) => entry)).flatMap(({ id }) => byId.get(id) ?? []);
});

/** The site as templates see it. Each of its parts is asked for when it is read, so a page rests on what it reads. */
export function siteFor(ask: Ask): Site {
  return {
    get publication() {
      return ask(publication, "");
    },
    get direction() {
      return directionOf(ask(publication, "").language);
    },
    get time() {
      return ask(siteTime, "");
    },
    get packs() {
      return ask(cards, "");
    },
    get boxes() {
      return ask(boxPages, "");
    },
    get people() {
      return ask(entryPages, "people");
    },
    get organisations() {
      return ask(entryPages, "organisations");
    },
    get places() {
      return ask(entryPages, "places");
    },
    get terms() {
      return ask(entryPages, "terms");
    },
  };
}

/** The whole site at once. */
export const wholeSite = query<Site>("site-whole", (ask) => ({ ...siteFor(ask) }));
