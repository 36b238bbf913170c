// The second stage: files become narrowed records, or findings; what is broken is left out so that the rest is still checked.
import type { BoxRecord, Content, ContentFile, ContentFiles, Located, PackRecord } from "../model/content.ts";
import { type Finding, finding, type Outcome } from "../model/finding.ts";
import { box as boxSchema } from "../schema/box.ts";
import { id as idSchema } from "../schema/fields.ts";
import { organisations, people, places, terms } from "../schema/register.ts";
import { site as siteSchema } from "../schema/site.ts";
import { checkLinks } from "./links.ts";
import { validatePack } from "./pack.ts";
import { checkProse } from "./prose.ts";
import { markdownRecord, yamlRecord } from "./record.ts";
import { suggest } from "./suggest.ts";

const registers = { people, organisations, places, terms };
const topLevel = ["site.yaml", ...Object.keys(registers).map((name) => `register/${name}.yaml`)];

/**
 * Content, and every finding. What is broken is left out of it, and a record that names what is broken is no fault of
 * its own: the rest is checked as if it were there.
 */
export function validate(files: ContentFiles): Outcome<Content> {
  const findings: Finding[] = [];
  const broken = new Set<string>();
  const keep = <T>(path: string, read: { record: T | null; findings: readonly Finding[] }): T | null => {
    findings.push(...read.findings);
    if (read.record === null) broken.add(path);
    return read.record;
  };
  const shared = <T>(
    path: string,
    parse: (file: ContentFile) => { record: Located<T> | null; findings: readonly Finding[] },
    none: T,
  ) => {
    const file = files.get(path);
    const at = () => ({ file: path, line: 1, column: 1 });
    return (file === undefined ? null : keep(path, parse(file))) ?? { value: none, at };
  };
  const register = (name: keyof typeof registers) =>
    shared(`register/${name}.yaml`, (file) => yamlRecord(file, registers[name], {}), {});

  const boxes = new Map<string, BoxRecord>();
  const slugs = new Set<string>();
  for (const file of files.values()) {
    const [folder = "", name = "", ...rest] = file.path.split("/");
    if (folder === "packs" && rest.length > 0) slugs.add(name);
    else if (folder === "boxes" && rest.length === 0 && name.endsWith(".md")) {
      const id = name.slice(0, -".md".length);
      findings.push(...checkName(file.path, id));
      const record = keep(file.path, markdownRecord(file, boxSchema));
      if (record !== null) boxes.set(id, record);
    } else if (!topLevel.includes(file.path)) findings.push(stray(file.path));
  }

  const packs = new Map<string, PackRecord>();
  for (const slug of [...slugs].sort()) {
    findings.push(...checkName(`packs/${slug}/pack.yaml`, slug));
    const pack = validatePack(slug, files);
    findings.push(...pack.findings);
    for (const path of pack.broken) broken.add(path);
    packs.set(slug, pack.record);
  }
  if (slugs.size === 0) {
    const nowhere = { file: "packs", line: 1, column: 1 };
    findings.push(
      finding(
        "error",
        "no-packs",
        nowhere,
        "holds no pack",
        "a pack is a folder packs/<slug>/ with pack.yaml and one source",
      ),
    );
  }

  const content: Content = {
    site: shared("site.yaml", (file) => yamlRecord(file, siteSchema, {}), {}),
    people: register("people"),
    organisations: register("organisations"),
    places: register("places"),
    terms: register("terms"),
    boxes,
    packs,
  };
  return {
    value: content,
    findings: [...findings, ...checkLinks(content, broken), ...checkProse(content, broken)],
  };
}

/** Names of folders and files become addresses, so they are ids. */
function checkName(path: string, name: string): readonly Finding[] {
  if (idSchema.safeParse(name).success) return [];
  const place = { file: path, line: 1, column: 1 };
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
  const place = { file: path, line: 1, column: 1 };
  const hint = suggest(path, topLevel) || "see README: site.yaml, register/, boxes/<id>.md and packs/<slug>/";
  return finding("warning", "stray-file", place, "is nothing that Chancery reads", hint);
}
