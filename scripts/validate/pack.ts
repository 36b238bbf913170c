// One pack's folder to one record: pack.yaml, annotations.yaml, analysis.md and the sources with their bytes.
import type { ContentFiles, PackRecord, SourceRecord } from "../model/content.ts";
import { type Finding, finding, hasErrors } from "../model/finding.ts";
import { annotations as annotationsSchema } from "../schema/annotations.ts";
import { id as idSchema } from "../schema/fields.ts";
import { pack as packSchema } from "../schema/pack.ts";
import { source as sourceSchema } from "../schema/source.ts";
import { yamlRecord } from "./record.ts";
import { checkRevisions } from "./revisions.ts";
import { isStoredEdition, validateEditions } from "./stored-editions.ts";
import { suggest } from "./suggest.ts";
import { decodeText } from "./text.ts";

type Read<T> = { readonly record: T | null; readonly findings: readonly Finding[] };

/** Whose fields the record lacks: a `pack.yaml` that is missing or could not be narrowed, annotations that could not. */
export type Broken = { readonly pack: boolean; readonly annotations: boolean };

export function validatePack(
  slug: string,
  files: ContentFiles,
): {
  readonly record: PackRecord;
  readonly broken: Broken;
  readonly findings: readonly Finding[];
} {
  const folder = `packs/${slug}/`;
  const findings: Finding[] = [];
  const missing = (path: string, message: string, hint: string) =>
    findings.push(finding("error", "missing-file", { file: path, line: 1, column: 1 }, message, hint));

  const packFile = files.get(`${folder}pack.yaml`);
  const pack = packFile === undefined ? null : yamlRecord(packFile, packSchema);
  if (pack === null)
    missing(`${folder}pack.yaml`, "is missing", "a pack needs pack.yaml with `title` and `date`");
  findings.push(...(pack?.findings ?? []));

  const annotationsPath = `${folder}annotations.yaml`;
  const annotationsFile = files.get(annotationsPath);
  const annotations =
    annotationsFile === undefined ? null : yamlRecord(annotationsFile, annotationsSchema, []);
  findings.push(...(annotations?.findings ?? []));

  const analysisPath = `${folder}analysis.md`;
  const analysisFile = files.get(analysisPath);
  const analysis = analysisFile === undefined ? null : decodeText(analysisPath, analysisFile.bytes);
  findings.push(...(analysis?.findings ?? []));

  const ids = new Set<string>();
  for (const path of files.keys()) {
    if (!path.startsWith(folder)) continue;
    const [name = "", id = "", ...rest] = path.slice(folder.length).split("/");
    if (name === "sources" && rest.length > 0) ids.add(id);
    else if (isStoredEdition(path.slice(folder.length))) continue;
    else if (!["pack.yaml", "annotations.yaml", "analysis.md"].includes(path.slice(folder.length))) {
      const hint = suggest(name, ["pack.yaml", "annotations.yaml", "analysis.md", "sources", "editions"]);
      findings.push(
        finding(
          "warning",
          "stray-file",
          { file: path, line: 1, column: 1 },
          "is nothing that Chancery reads",
          hint,
        ),
      );
    }
  }
  if (ids.size === 0)
    missing(
      `${folder}sources`,
      "is missing",
      "a pack needs sources/<id>/source.yaml and the article beside it",
    );
  const sources = [...ids].sort().map((id) => validateSource(`${folder}sources/${id}/`, id, files));
  for (const source of sources) findings.push(...source.findings);

  const editions = validateEditions(folder, pack?.record ?? null, files);
  findings.push(...editions.findings);

  const at = (file: string) => () => ({ file, line: 1, column: 1 });
  const record: PackRecord = {
    slug,
    pack: pack?.record ?? { value: { title: "", date: "" }, at: at(`${folder}pack.yaml`) },
    annotations: annotations?.record ?? { value: [], at: at(annotationsPath) },
    analysis: analysis?.text
      ? { text: analysis.text, place: { file: analysisPath, line: 1, column: 1 } }
      : null,
    sources: sources.flatMap((source) => source.record ?? []),
    sourceIds: [...ids].sort(),
    editions: editions.stored,
  };
  return { record, broken: { pack: !pack?.record, annotations: annotations?.record === null }, findings };
}

function validateSource(folder: string, id: string, files: ContentFiles): Read<SourceRecord> {
  const path = `${folder}source.yaml`;
  const file = files.get(path);
  const at = { file: path, line: 1, column: 1 };
  if (!idSchema.safeParse(id).success) {
    return {
      record: null,
      findings: [
        finding(
          "error",
          "invalid-id",
          at,
          `\`${id}\` may not name a source`,
          "use letters a to z, digits, `-` and `_`",
        ),
      ],
    };
  }
  if (file === undefined) {
    return {
      record: null,
      findings: [finding("error", "missing-file", at, "is missing", "it names `publisher` and `revisions`")],
    };
  }
  const { record, findings } = yamlRecord(file, sourceSchema);
  if (record === null) return { record: null, findings };
  const { revisions, findings: faults } = checkRevisions(folder, record, files);
  const newest = revisions.at(-1);
  const all = [...findings, ...faults];
  if (newest === undefined || hasErrors(all)) return { record: null, findings: all };
  return {
    record: {
      ...record,
      id,
      path: newest.path,
      bytes: newest.bytes,
      sha256: newest.sha256,
      revisions,
    },
    findings: all,
  };
}
