// Content with a newer revision of a source, written by the verb's own hand and built with its PDF.
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Edition } from "../../scripts/model/edition.ts";
import { produce } from "../../scripts/produce.ts";
import { disk } from "../../scripts/publish/disk.ts";
import { read } from "../../scripts/read/read.ts";
import { update } from "../../scripts/update/update.ts";

export type Built = {
  readonly edition: Edition;
  /** Files of the output by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  text(path: string): string;
};

/** Copies content, with one pack of it only. */
export async function copyWith(content: string, slug: string, folder: string): Promise<void> {
  await cp(content, folder, { recursive: true });
  const { value } = await read(folder);
  const others = new Set([...value.keys()].flatMap((path) => /^packs\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const other of others) {
    if (other !== slug) await rm(join(folder, "packs", other), { recursive: true });
  }
}

export async function capture(folder: string, slug: string, text: string, captured: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const article = { folder: "/", name: "article.txt", bytes, charset: null };
  const wish = { slug, source: undefined, article, captured, accept: [], day: captured, write: true };
  const { refused, findings } = await update(folder, await read(folder), wish, disk);
  if (refused) throw new Error(JSON.stringify(findings));
}

export async function build(folder: string, slug: string): Promise<Built> {
  const wanted = { only: [slug], pdf: true, baseUrl: null, builtAt: null, jobs: 1 };
  const { files, findings } = await produce(folder, wanted, () => {});
  if (files === null) throw new Error(JSON.stringify(findings, null, 1));
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  return { edition: JSON.parse(text(`packs/${slug}/pack.json`)), files, text };
}
