// The second stage: files become narrowed records, or findings; what is broken is left out so that the rest is still checked.
import type { BoxRecord, ContentFile, Located } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import { type RegisterName, registerNames } from "../model/registers.ts";
import { box as boxSchema } from "../schema/box.ts";
import { id as idSchema } from "../schema/fields.ts";
import { type EntryFields, organisations, people, places, terms } from "../schema/register.ts";
import { type SiteFields, site as siteSchema } from "../schema/site.ts";
import { checkBoxLinks, checkRegisterLinks } from "./links.ts";
import { checkBoxProse, checkRegisterProse } from "./prose.ts";
import { markdownRecord, yamlRecord } from "./record.ts";
import { suggest } from "./suggest.ts";

/** `broken` when the file is there and could not be narrowed: then `record` is what stands for an absent one. */
export type Narrowed<T> = {
  readonly record: T;
  readonly broken: boolean;
  readonly findings: readonly Finding[];
};

export type Register = Located<Readonly<Record<string, EntryFields>>>;

const registers = { people, organisations, places, terms };
export const sitePath = "site.yaml";

export function registerPath(name: RegisterName): string {
  return `register/${name}.yaml`;
}

const topLevel = [sitePath, ...registerNames.map(registerPath)];

export function validateSite(file: ContentFile | undefined): Narrowed<Located<SiteFields>> {
  const { record, findings } =
    file === undefined ? { record: null, findings: [] } : yamlRecord(file, siteSchema, {});
  return {
    record: record ?? { value: {}, at: () => start(sitePath) },
    broken: file !== undefined && record === null,
    findings,
  };
}

export function validateRegister(name: RegisterName, file: ContentFile | undefined): Narrowed<Register> {
  if (file === undefined)
    return { record: { value: {}, at: () => start(registerPath(name)) }, broken: false, findings: [] };
  const { record, findings } = yamlRecord(file, registers[name], {});
  if (record === null) return { ...validateRegister(name, undefined), broken: true, findings };
  const own = [...checkRegisterLinks(record), ...checkRegisterProse(record)];
  return { record, broken: false, findings: [...findings, ...own] };
}

/** Null when the box could not be narrowed. */
export function validateBox(id: string, file: ContentFile): Narrowed<BoxRecord | null> {
  const { record, findings } = markdownRecord(file, boxSchema);
  const own = record === null ? [] : [...checkBoxLinks(record), ...checkBoxProse(record)];
  return { record, broken: record === null, findings: [...checkName(file.path, id), ...findings, ...own] };
}

/** The box that a file holds by its path; null when it holds none. */
export function boxIdOf(path: string): string | null {
  return /^boxes\/([^/]+)\.md$/.exec(path)?.[1] ?? null;
}

/** Files beside the packs that nothing reads. */
export function checkPaths(paths: readonly string[]): readonly Finding[] {
  return paths.filter((path) => boxIdOf(path) === null && !topLevel.includes(path)).map(stray);
}

/** The names of the packs' folders; a site without any is none. */
export function checkSlugs(slugs: readonly string[]): readonly Finding[] {
  if (slugs.length > 0) return slugs.flatMap((slug) => checkName(`packs/${slug}/pack.yaml`, slug));
  const hint = "a pack is a folder packs/<slug>/ with pack.yaml and one source";
  return [finding("error", "no-packs", start("packs"), "holds no pack", hint)];
}

/** Names of folders and files become addresses, so they are ids. */
function checkName(path: string, name: string): readonly Finding[] {
  if (idSchema.safeParse(name).success) return [];
  const place = start(path);
  return [
    finding(
      "error",
      "invalid-id",
      place,
      `\`${name}\` may not name a page`,
      "use letters a to z, digits, `-` and `_`",
    ),
  ];
}

function stray(path: string): Finding {
  const place = start(path);
  const hint = suggest(path, topLevel) || "see README: site.yaml, register/, boxes/<id>.md and packs/<slug>/";
  return finding("warning", "stray-file", place, "is nothing that Chancery reads", hint);
}

function start(file: string) {
  return { file, line: 1, column: 1 };
}
