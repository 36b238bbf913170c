// The pure middle of the line in its order: content bytes in, editions and the site out, with every finding of the run.
import { type Anchors, anchor } from "./anchor/anchor.ts";
import { compose } from "./compose/compose.ts";
import { composeSite } from "./compose/site.ts";
import type { Content, ContentFiles, PackRecord } from "./model/content.ts";
import type { Edition } from "./model/edition.ts";
import { type Finding, hasErrors } from "./model/finding.ts";
import type { Site } from "./model/site.ts";
import type { ParsedSource } from "./model/source.ts";
import { parse } from "./parse/parse.ts";
import { validate } from "./validate/validate.ts";

/** What is composed; null when a finding is an error. */
export type Composed = { readonly site: Site; readonly editions: readonly Edition[] };

export type Checked = {
  readonly content: Content;
  readonly packs: readonly {
    readonly record: PackRecord;
    readonly parsed: ReadonlyMap<string, ParsedSource>;
    readonly anchors: Anchors;
  }[];
  readonly findings: readonly Finding[];
};

export type Told = {
  readonly builtAt: string | null;
  readonly baseUrl: string | null;
  readonly only: readonly string[] | null;
};

/** validate, parse, anchor. */
export function check(files: ContentFiles): Checked {
  const validated = validate(files);
  const findings = [...validated.findings];
  const packs = [...validated.value.packs.values()].map((record) => {
    const parsed = new Map<string, ParsedSource>();
    for (const { id, path, bytes } of record.sources) {
      const source = parse(path, bytes);
      findings.push(...source.findings);
      if (!hasErrors(source.findings)) parsed.set(id, source.value);
    }
    const anchored = anchor(record, parsed);
    findings.push(...anchored.findings);
    return { record, parsed, anchors: anchored.value };
  });
  return { content: validated.value, packs, findings: inOrder(findings) };
}

/**
 * compose. `builtAt` and `baseUrl` stand in place of what the records say. With `only`, the site has no more boxes and
 * entries than its packs use.
 */
export function composeAll({ content, packs }: Checked, { builtAt, baseUrl, only }: Told): Composed {
  const site =
    baseUrl === null
      ? content.site
      : { ...content.site, value: { ...content.site.value, base_url: baseUrl } };
  const told = { ...content, site };
  const editions = packs.map((pack) => compose({ ...pack, content: told, builtAt }));
  const whole = composeSite(told, editions);
  return { site: only === null ? whole : withoutUnused(whole), editions };
}

function withoutUnused(site: Site): Site {
  const used = <Page extends { readonly uses: readonly unknown[] }>(pages: readonly Page[]) =>
    pages.filter(({ uses }) => uses.length > 0);
  return {
    ...site,
    boxes: used(site.boxes),
    people: used(site.people),
    organisations: used(site.organisations),
    places: used(site.places),
    terms: used(site.terms),
  };
}

/** By file, then by place; each finding once. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const unique = new Map(findings.map((one) => [JSON.stringify(one), one]));
  return [...unique.values()].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : 1),
  );
}
