// editions/<n>.json of a pack: JSON that anyone may have edited, narrowed like any content, and in step with pack.yaml.
import type { ContentFile, ContentFiles, Locate, Located } from "../model/content.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { PackFields } from "../schema/pack.ts";
import { type StoredEdition, storedEdition } from "../schema/stored-edition.ts";
import { narrow } from "./narrow.ts";
import { decodeText, forbiddenIn, placeIn } from "./text.ts";
import { parseYaml } from "./yaml.ts";

const sizeLimit = 5 * 1024 * 1024;

/** Whether a path within a pack's folder is that of a stored edition. */
export function isStoredEdition(path: string): boolean {
  return /^editions\/[1-9]\d{0,8}\.json$/.test(path);
}

/** `folder` ends in a slash. The editions are in the order of their numbers. */
export function validateEditions(
  folder: string,
  pack: Located<PackFields> | null,
  files: ContentFiles,
): { readonly stored: readonly Located<StoredEdition>[]; readonly findings: readonly Finding[] } {
  const read = [...files.values()]
    .filter(({ path }) => path.startsWith(folder) && isStoredEdition(path.slice(folder.length)))
    .map(readEdition);
  const stored = read.flatMap(({ record }) => record ?? []).sort((a, b) => a.value.edition - b.value.edition);
  const findings = read.flatMap((one) => one.findings);
  const newest = stored.at(-1)?.value.edition ?? 0;
  if (pack !== null && newest > (pack.value.edition ?? 1)) {
    const message = `edition ${newest} is stored already, so this is not edition ${pack.value.edition ?? 1}`;
    findings.push(
      finding("error", "edition-stored", pack.at("edition"), message, `raise \`edition\` to ${newest + 1}`),
    );
  }
  return { stored, findings };
}

function readEdition(file: ContentFile): {
  readonly record: Located<StoredEdition> | null;
  readonly findings: readonly Finding[];
} {
  const { text, findings } = decodeText(file.path, file.bytes);
  if (text === null || findings.length > 0) return { record: null, findings };
  const top = { file: file.path, line: 1, column: 1 };
  const hint = "take it from a copy, or delete it and store the edition again";
  if (text.length > sizeLimit)
    return { record: null, findings: [finding("error", "stored-edition", top, "is too long", hint)] };
  let value: unknown;
  const hidden = new Set<string>();
  try {
    value = JSON.parse(text, (_key, one: unknown) => {
      const found = typeof one === "string" ? forbiddenIn(one) : null;
      if (found !== null) hidden.add(found);
      return one;
    });
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const offset = Number(/position (\d+)/.exec(cause.message)?.[1] ?? 0);
    const place = placeIn(file.path, text.slice(0, offset));
    return { record: null, findings: [finding("error", "stored-edition", place, "is not JSON", hint)] };
  }
  const [character] = hidden;
  if (character !== undefined) {
    const message = `holds the invisible character ${character}, as an escape`;
    return { record: null, findings: [finding("error", "hidden-character", top, message, hint)] };
  }
  const { narrowed, findings: faults } = narrow(storedEdition, { value, at: locator(file.path, text) });
  if (narrowed === null || faults.length > 0) return { record: null, findings: faults };
  const number = Number(/(\d+)\.json$/.exec(file.path)?.[1]);
  if (narrowed.value.edition === number) return { record: narrowed, findings: [] };
  const message = `is named as edition ${number} and holds edition ${narrowed.value.edition}`;
  return {
    record: null,
    findings: [finding("error", "stored-edition", narrowed.at("edition"), message, hint)],
  };
}

/** JSON is YAML too, so what finds places in YAML finds them here; it is asked only when there is a fault. */
function locator(file: string, text: string): Locate {
  let at: Locate | null = null;
  return (...path) => {
    at ??= parseYaml(file, text).parsed?.at ?? (() => ({ file, line: 1, column: 1 }));
    return at(...path);
  };
}
