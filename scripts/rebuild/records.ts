// Records as queries: each file narrowed by itself, and what packs name asked for one by one.
import type { BoxRecord, BoxText, Located, Lookup } from "../model/content.ts";
import type { Finding } from "../model/finding.ts";
import { type RegisterName, registerNames } from "../model/registers.ts";
import type { EntryFields } from "../schema/register.ts";
import type { SiteFields } from "../schema/site.ts";
import type { Kind, Names } from "../validate/links.ts";
import { validatePack } from "../validate/pack.ts";
import {
  boxIdOf,
  checkPaths,
  checkSlugs,
  type Narrowed,
  type Register,
  registerPath,
  sitePath,
  validateBox,
  validateRegister,
  validateSite,
} from "../validate/validate.ts";
import { alike } from "./alike.ts";
import { type Ask, query } from "./graph.ts";
import { file, names, told } from "./inputs.ts";

export const siteRecord = query<Narrowed<Located<SiteFields>>>("site", (ask) =>
  validateSite(ask(file, sitePath)),
);

/** What site.yaml says, with the address that the command was told in place of its own. */
export const siteFields = query<SiteFields>(
  "site-fields",
  (ask) => {
    const { value } = ask(siteRecord, "").record;
    const { baseUrl } = ask(told, "");
    return baseUrl === null ? value : { ...value, base_url: baseUrl };
  },
  alike,
);

export const registerRecord = query<Narrowed<Register>>("register", (ask, name) =>
  validateRegister(name as RegisterName, ask(file, registerPath(name as RegisterName))),
);

/** Ids of a register; null when it is broken. */
export const entryIds = query<readonly string[] | null>(
  "entry-ids",
  (ask, name) => {
    const { record, broken } = ask(registerRecord, name);
    return broken ? null : Object.keys(record.value);
  },
  alike,
);

/** An entry by `<register>/<id>`. */
export const entry = query<EntryFields | undefined>(
  "entry",
  (ask, key) => {
    const [name = "", id = ""] = key.split("/");
    const { value } = ask(registerRecord, name).record;
    return Object.hasOwn(value, id) ? value[id] : undefined;
  },
  alike,
);

/** Ids of all boxes, broken ones too. */
export const boxIds = query<readonly string[]>(
  "box-ids",
  (ask) => ask(names, "").flatMap((path) => boxIdOf(path) ?? []),
  alike,
);

export const boxRecord = query<Narrowed<BoxRecord | null>>("box-record", (ask, id) => {
  const found = ask(file, `boxes/${id}.md`);
  return found === undefined ? { record: null, broken: false, findings: [] } : validateBox(id, found);
});

/** What a box says, wherever in its file it says it. */
export const box = query<BoxText | undefined>(
  "box",
  (ask, id) => {
    const { record } = ask(boxRecord, id);
    return record === null ? undefined : { value: record.value, body: record.body };
  },
  alike,
);

export const packRecord = query<ReturnType<typeof validatePack>>("pack", (ask, slug) => {
  const found = ask(names, `packs/${slug}`).flatMap((path) => ask(file, path) ?? []);
  return validatePack(slug, new Map(found.map((one) => [one.path, one])));
});

/** Findings of everything but the packs. */
export const sharedFindings = query<readonly Finding[]>("shared-findings", (ask) => [
  ...checkPaths(ask(names, "")),
  ...checkSlugs(ask(names, "packs")),
  ...ask(siteRecord, "").findings,
  ...registerNames.flatMap((name) => ask(registerRecord, name).findings),
  ...ask(boxIds, "").flatMap((id) => ask(boxRecord, id).findings),
]);

/** Of an id that a pack names, by `<kind>/<id>`: whether it is there; null when the list of them is broken. */
const known = query<boolean | null>("known", (ask, key) => {
  const [kind = "", id = ""] = key.split("/");
  if (kind === "box") return ask(names, "").includes(`boxes/${id}.md`);
  const lists = registersOf[kind as Exclude<Kind, "box">].map((name) => ask(entryIds, name));
  return lists.includes(null) ? null : lists.some((ids) => ids?.includes(id));
});

const registersOf: Readonly<Record<Exclude<Kind, "box">, readonly RegisterName[]>> = {
  person: ["people"],
  organisation: ["organisations"],
  place: ["places"],
  term: ["terms"],
  speaker: ["people", "organisations"],
};

export function namesOf(ask: Ask): Names {
  return {
    has: (kind, id) => ask(known, `${kind}/${id}`),
    all: (kind) =>
      kind === "box" ? ask(boxIds, "") : registersOf[kind].flatMap((name) => ask(entryIds, name) ?? []),
  };
}

export function lookupOf(ask: Ask): Lookup {
  return {
    get site() {
      return ask(siteFields, "");
    },
    box: (id) => ask(box, id),
    entry: (name, id) => ask(entry, `${name}/${id}`),
  };
}
