// Editions as queries: each source parsed by itself, each pack studied and composed from what it asks for.
import { anchor } from "../anchor/anchor.ts";
import { checkQuotations } from "../anchor/quotations.ts";
import { checkStored } from "../compose/changes.ts";
import { compose } from "../compose/compose.ts";
import { placementsOf } from "../compose/placement.ts";
import type { Lookup } from "../model/content.ts";
import type { Edition } from "../model/edition.ts";
import { type Finding, hasErrors, type Outcome } from "../model/finding.ts";
import type { ParsedSource } from "../model/source.ts";
import type { Standings } from "../model/standing.ts";
import { parse } from "../parse/parse.ts";
import { revise } from "../revise/revise.ts";
import { checkPackLinks } from "../validate/links.ts";
import { checkPackProse } from "../validate/prose.ts";
import { alike } from "./alike.ts";
import { type Bundle, bundle, keptEdition } from "./bundles.ts";
import { type Ask, type Graph, query } from "./graph.ts";
import { file, names, told } from "./inputs.ts";
import { lookupOf, namesOf, packRecord, sharedFindings, siteFields } from "./records.ts";

/** A captured file by its path. */
const parsedFile = query<Outcome<ParsedSource>>("parsed", (ask, path) =>
  parse(path, ask(file, path)?.bytes ?? new Uint8Array()),
);

export type Studied = {
  /** The newest revision of each source. */
  readonly parsed: ReadonlyMap<string, ParsedSource>;
  readonly standings: Standings;
  readonly findings: readonly Finding[];
};

/** parse, anchor, revise: what a pack's sources say and where its annotations stand in them. */
export const studied = query<Studied>("studied", (ask, slug) => {
  const { record } = ask(packRecord, slug);
  const findings: Finding[] = [];
  const states = new Map<string, readonly ParsedSource[]>();
  const parsed = new Map<string, ParsedSource>();
  for (const { id, revisions } of record.sources) {
    const read = revisions.map(({ path }) => ask(parsedFile, path));
    findings.push(...read.flatMap((one) => one.findings));
    const newest = read.at(-1);
    if (newest === undefined || read.some((one) => hasErrors(one.findings))) continue;
    parsed.set(id, newest.value);
    states.set(
      id,
      read.map(({ value }) => value),
    );
  }
  const revised = revise(record, anchor(record, parsed), states);
  return { parsed, standings: revised.value, findings: [...findings, ...revised.findings] };
});

/** Something made of a pack, and the names of the boxes and entries that were asked for while it was made. */
type Made<T> = { readonly made: T; readonly uses: ReadonlySet<string> };

/** Findings of a pack's records and sources. */
const checkedHere = query<Made<readonly Finding[]>>("checked", (ask, slug) => {
  const { record, broken, findings } = ask(packRecord, slug);
  const { markings } = ask(siteFields, "");
  const checked = ask(studied, slug);
  const { lookup, uses } = recording(lookupOf(ask));
  const all = [
    ...findings,
    ...checkPackLinks(record, namesOf(ask), markings ?? [], broken),
    ...checkPackProse(record, broken),
    ...checked.findings,
    ...checkQuotations(record, lookup, checked.parsed, checked.standings.anchors),
  ];
  return { made: all, uses };
});

const recordFindings = query<readonly Finding[]>(
  "record-findings",
  (ask, slug) => ask(bundle, slug)?.findings ?? ask(checkedHere, slug).made,
  alike,
);

const composedHere = query<Made<Edition>>("composed", (ask, slug) => {
  const { lookup, uses } = recording(lookupOf(ask));
  return { made: composed(ask, slug, ask(told, "").builtAt, lookup), uses };
});

/** compose. Only asked for when no finding is an error. */
export const edition = query<Edition>(
  "edition",
  (ask, slug) => ask(keptEdition, slug) ?? ask(composedHere, slug).made,
  alike,
);

/** Whether an edition that is stored already still says what it said; only such are composed for it. */
const storedFindings = query<readonly Finding[]>(
  "stored-findings",
  (ask, slug) => {
    const known = ask(bundle, slug);
    if (known !== null) return known.stored;
    const { record } = ask(packRecord, slug);
    if (!record.editions.some(({ value }) => value.edition === (record.pack.value.edition ?? 1))) return [];
    const one = composed(ask, slug, null, lookupOf(ask));
    return checkStored(one, record, placementsOf(record, ask(studied, slug).parsed));
  },
  alike,
);

function composed(ask: Ask, slug: string, builtAt: string | null, lookup: Lookup): Edition {
  const { parsed, standings } = ask(studied, slug);
  return compose({ record: ask(packRecord, slug).record, lookup, parsed, standings, builtAt });
}

/** A look-up that remembers what it was asked for. */
function recording(lookup: Lookup): { readonly lookup: Lookup; readonly uses: ReadonlySet<string> } {
  const uses = new Set<string>();
  return {
    uses,
    lookup: {
      get site() {
        return lookup.site;
      },
      box(id) {
        uses.add(`boxes/${id}`);
        return lookup.box(id);
      },
      entry(name, id) {
        uses.add(`${name}/${id}`);
        return lookup.entry(name, id);
      },
    },
  };
}

/** What is kept of a pack that was made here; null when it was taken from the store. */
export function madeHere(
  graph: Graph,
  slug: string,
): (Pick<Bundle, "findings" | "stored" | "uses"> & { readonly edition: Edition }) | null {
  if (graph.get(bundle, slug) !== null) return null;
  const [checked, one] = [graph.get(checkedHere, slug), graph.get(composedHere, slug)];
  return {
    findings: checked.made,
    stored: graph.get(storedFindings, slug),
    edition: one.made,
    uses: [...new Set([...checked.uses, ...one.uses])].sort(),
  };
}

/** Everything that is said of the content, in no order. */
export const contentFindings = query<readonly Finding[]>("content-findings", (ask) => {
  const slugs = ask(names, "packs");
  const findings = [...ask(sharedFindings, ""), ...slugs.flatMap((slug) => ask(recordFindings, slug))];
  return hasErrors(findings)
    ? findings
    : [...findings, ...slugs.flatMap((slug) => ask(storedFindings, slug))];
});
