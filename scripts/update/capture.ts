// A newly captured article as a revision of its source: where it will stand, and source.yaml with its record.
import { createHash } from "node:crypto";
import { extname } from "node:path";
import { EnvironmentError } from "../command/command.ts";
import type { ContentFiles, RevisionRecord, SourceRecord } from "../model/content.ts";
import { isSame, nameRevision } from "./naming.ts";
import type { Change } from "./store.ts";
import { packIn } from "./target.ts";
import { appendTo } from "./yaml-edit.ts";

export type Captured = { readonly name: string; readonly bytes: Uint8Array };

/** `changes` are empty when the newest revision has the very bytes. `captured`: a day, or a day and a time. */
export function captureRevision(
  files: ContentFiles,
  slug: string,
  source: SourceRecord,
  article: Captured,
  captured: string,
): { readonly revision: RevisionRecord; readonly changes: readonly Change[] } {
  const newest = source.revisions.at(-1);
  if (newest !== undefined && isSame(newest.bytes, article.bytes)) return { revision: newest, changes: [] };
  const folder = `packs/${slug}/sources/${source.id}/`;
  const { bytes } = article;
  const listed = source.revisions.map(({ file }) => file);
  const { file, isThere } = nameRevision(
    folder,
    files,
    listed,
    captured.slice(0, 10),
    extname(article.name),
    bytes,
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = `${folder}source.yaml`;
  const before = files.get(path)?.bytes ?? new Uint8Array();
  const text = appendTo(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(before),
    ["revisions"],
    [
      ["file", file],
      ["sha256", sha256],
      ["captured", captured],
    ],
  );
  const record = { path, bytes: new TextEncoder().encode(text), before };
  const stored = { path: folder + file, bytes, before: null };
  const changes = [...(isThere ? [] : [stored]), record];
  const revision = { path: folder + file, bytes, file, sha256, captured };
  mustRead(
    new Map([...files, ...[stored, record].map((one) => [one.path, one] as const)]),
    slug,
    source,
    revision,
  );
  return { revision, changes };
}

/** Nothing is written that does not read back as it was meant. */
function mustRead(files: ContentFiles, slug: string, before: SourceRecord, revision: RevisionRecord): void {
  const { pack } = packIn(files, slug);
  const after = pack?.record.sources.find(({ id }) => id === before.id);
  const { revisions, ...rest } = after?.value ?? { revisions: [] };
  const { revisions: old, ...same } = before.value;
  const { file, sha256, captured } = revision;
  if (
    JSON.stringify(revisions) !== JSON.stringify([...old, { file, sha256, captured }]) ||
    JSON.stringify(rest) !== JSON.stringify(same)
  )
    throw new EnvironmentError(
      `source.yaml is laid out so that no revision can be added to it; nothing was changed: add ${file}, ${sha256}, ${captured} to \`revisions\` by hand`,
    );
}
