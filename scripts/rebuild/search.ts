// The search index, which spans everything: made anew only when something that can be found has changed.
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { searchPath } from "../../templates/paths.ts";
import { searchIndex } from "../render/pagefind.ts";
import { packRecords, type SearchRecord, siteRecords } from "../render/search-records.ts";
import { bundle } from "./bundles.ts";
import { edition } from "./editions.ts";
import { type Graph, query } from "./graph.ts";
import { names, warehouse } from "./inputs.ts";
import { publication, siteFor, wholeSite } from "./site.ts";

function digest(records: readonly SearchRecord[]): string {
  const hash = createHash("sha256");
  for (const { url, html } of records) hash.update(`${url}\0${html}\0`);
  return hash.digest("hex");
}

export const packDigest = query<string>(
  "search-pack",
  (ask, slug) => ask(bundle, slug)?.searched ?? digest(packRecords(ask(edition, slug))),
);

const siteDigest = query<string>("search-site", (ask) => digest(siteRecords(siteFor(ask))));

/** Another text whenever the index would be another. */
export const searchKey = query<string>("search-key", (ask) =>
  [
    ask(publication, "").language,
    ask(siteDigest, ""),
    ...ask(names, "packs").map((slug) => `${slug} ${ask(packDigest, slug)}`),
  ].join("\n"),
);

export type SearchFiles = { readonly files: ReadonlyMap<string, Uint8Array>; readonly version: string };

/** The index by output path. */
export async function makeSearch(graph: Graph): Promise<SearchFiles> {
  const packs = graph.get(names, "packs").flatMap((slug) => recordsOf(graph, slug));
  const records = [...packs, ...siteRecords(graph.get(wholeSite, ""))];
  const { files, version } = await searchIndex(records, graph.get(publication, "").language);
  const folder = searchPath.replace("index.html", "pagefind/");
  return { files: new Map([...files].map(([name, bytes]) => [`${folder}${name}`, bytes])), version };
}

/** Kept under their own hash: whoever changes one pack does not make the records of all others again. */
function recordsOf(graph: Graph, slug: string): readonly SearchRecord[] {
  const { store } = graph.get(warehouse, "");
  const key = graph.get(packDigest, slug);
  const payload = store?.read("found", key) ?? null;
  if (payload !== null) return deserialize(zstdDecompressSync(payload)) as readonly SearchRecord[];
  const records = packRecords(graph.get(edition, slug));
  store?.write("found", key, zstdCompressSync(serialize(records)));
  return records;
}
