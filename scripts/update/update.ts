// From what was captured and accepted to what is written and told, for the verb and its terminal alike.
import { join } from "node:path";
import { EnvironmentError } from "../command/command.ts";
import type { ContentFiles, SourceRecord } from "../model/content.ts";
import { type Finding, hasErrors, type Outcome } from "../model/finding.ts";
import { parse } from "../parse/parse.ts";
import type { Disk } from "../publish/disk.ts";
import { type Accepted, accept } from "./accept.ts";
import { type Captured, captureRevision } from "./capture.ts";
import { countLine, type Row, rowsOf } from "./report.ts";
import { type Change, store } from "./store.ts";
import { type Pack, packIn, sourceOf } from "./target.ts";

export type Wish = {
  readonly slug: string;
  /** Needed when the pack has several sources and there is an article. */
  readonly source: string | undefined;
  readonly article: (Captured & { readonly folder: string; readonly charset: string | null }) | null;
  /** A day, or a day and a time. */
  readonly captured: string;
  /** Ids of notes whose new words are taken. */
  readonly accept: readonly string[];
  /** The day on which they are taken. */
  readonly day: string;
  /** Without it nothing is written. */
  readonly write: boolean;
};

export type Updated = {
  /** Whether nothing was done, because of a finding. */
  readonly refused: boolean;
  /** What is wrong besides what the rows say. */
  readonly findings: readonly Finding[];
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
  readonly json: Told;
};

/** What `--format json` prints besides the findings. */
export type Told = {
  readonly pack: string;
  readonly source: string | null;
  /** The newest revision of the source that was captured, with its number in the list. */
  readonly revision: {
    readonly file: string;
    readonly sha256: string;
    readonly captured: string | null;
    readonly number: number;
  } | null;
  readonly identical: boolean;
  readonly written: readonly string[];
  readonly annotations: readonly Row[];
  readonly accepted: readonly Accepted[];
};

/** Throws UsageError for what is not there and EnvironmentError for what cannot be written; then nothing is half done. */
export async function update(
  folder: string,
  content: Outcome<ContentFiles>,
  wish: Wish,
  disk: Disk,
): Promise<Updated> {
  const { slug, article } = wish;
  const { pack, problems } = packIn(content.value, slug);
  const unread = content.findings.filter(({ severity }) => severity === "error");
  if (pack === null || problems.length + unread.length > 0) return refusal(slug, [...unread, ...problems]);
  const wanted = article !== null || wish.source !== undefined ? sourceOf(pack, wish.source) : null;
  const faults = article === null ? [] : unreadable(article);
  if (hasErrors(faults)) return refusal(slug, faults);

  const capture =
    article === null || wanted === null
      ? null
      : captureRevision(content.value, slug, wanted, article, wish.captured);
  const changes: Change[] = [...(capture?.changes ?? [])];
  let files: ContentFiles = new Map([...content.value, ...changes.map((one) => [one.path, one] as const)]);
  // Its bytes may be there already, left by a run that was cut short.
  let now = packIn(files, slug);
  if (now.pack === null) throw new EnvironmentError(`packs/${slug} cannot be read again`);
  const taken = wish.accept.length === 0 ? null : accept(files, now.pack, wish.accept, wish.day);
  if (taken !== null) {
    changes.push({ ...taken, before: files.get(taken.path)?.bytes ?? null });
    files = new Map([...files, [taken.path, taken]]);
    now = packIn(files, slug);
  }
  if (wish.write) await store(folder, changes, disk);

  const state = now.pack ?? pack;
  const about =
    wanted === null ? state.record.sources : state.record.sources.filter(({ id }) => id === wanted.id);
  const rows = about.flatMap(({ id }) => rowsOf(state, id));
  const stored = capture !== null && capture.changes.length > 0;
  const lines = [
    ...(capture === null || wanted === null
      ? []
      : captureLines(wanted, capture.revision, stored, wish, state)),
    ...(taken?.accepted ?? []).map(acceptedLine(wish.write)),
    ...(capture !== null && !stored && taken === null ? [] : [countLine(rows)]),
  ];
  const { file, sha256, captured } = capture?.revision ?? { file: "", sha256: "", captured: null };
  const number = (wanted?.revisions.length ?? 0) + (stored ? 1 : 0);
  const revision = capture === null ? null : { file, sha256, captured, number };
  return {
    refused: false,
    findings: [...faults, ...now.findings.filter(({ rule }) => !rule.startsWith("anchor-"))],
    rows: capture !== null && !stored && taken === null ? [] : rows,
    lines,
    json: {
      pack: slug,
      source: wanted?.id ?? null,
      revision,
      identical: capture !== null && !stored,
      written: wish.write ? changes.map(({ path }) => join(folder, path)) : [],
      annotations: rows,
      accepted: taken?.accepted ?? [],
    },
  };
}

function refusal(pack: string, findings: readonly Finding[]): Updated {
  const json = {
    pack,
    source: null,
    revision: null,
    identical: false,
    written: [],
    annotations: [],
    accepted: [],
  };
  return { refused: true, findings, rows: [], lines: [], json };
}

/** The article as the build will read it, from its bytes alone. */
function unreadable({ folder, name, bytes, charset }: NonNullable<Wish["article"]>): readonly Finding[] {
  const path = join(folder, name);
  const { value, findings } = parse(path, bytes);
  if (hasErrors(findings) || charset === null) return findings;
  if (parse(path, bytes, charset).value.text === value.text) return findings;
  throw new EnvironmentError(
    `the server says that this is ${charset}, and its bytes read otherwise: save the page as UTF-8 and give the file`,
  );
}

function captureLines(
  source: SourceRecord,
  { file, sha256 }: { readonly file: string; readonly sha256: string },
  stored: boolean,
  { slug, article, write }: Wish,
  { record, standings }: Pack,
): readonly string[] {
  if (!stored)
    return [
      `${article?.name} has the very bytes of ${file}, the newest revision of ${source.id}: nothing changed`,
    ];
  const number = source.revisions.length + 1;
  const where = `packs/${slug}/sources/${source.id}/${file}`;
  const same = standings.changed.has(source.id) ? [] : ["its text reads as it did: only the file is another"];
  const several = record.sources.length > 1 ? ` of ${source.id}` : "";
  return [
    `${write ? "stored" : "would store"} ${where}, revision ${number}${several}, SHA-256 ${sha256}`,
    ...same,
  ];
}

function acceptedLine(write: boolean): (accepted: Accepted) => string {
  return ({ id, was, now }) => `${write ? "reworded" : "would reword"} ${id}: “${was}” is now “${now}”`;
}
