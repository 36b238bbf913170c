// A pack as it was built before, taken from the store when nothing that it was made from has changed since.
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Uses } from "../compose/site.ts";
import type { Edition } from "../model/edition.ts";
import type { Finding } from "../model/finding.ts";
import type { PackCard } from "../model/site.ts";
import { type Graph, query } from "./graph.ts";
import { distrusted, file, names, told, warehouse } from "./inputs.ts";
import type { Rendered } from "./pages.ts";
import { box, entry, siteFields } from "./records.ts";
import type { Store } from "./store.ts";

/** What others ask of a pack whose pages stand already. Its edition and its texts are kept apart: they are much, and seldom asked for. */
export type Bundle = {
  readonly findings: readonly Finding[];
  readonly stored: readonly Finding[];
  /** Names of the boxes and entries that it was composed with. */
  readonly uses: readonly string[];
  readonly card: PackCard;
  readonly passages: Uses;
  readonly rendered: Rendered;
  /** Of what can be found. */
  readonly searched: string;
  /** Of what its print carries; null where nothing is printed. */
  readonly printed: string | null;
};

/** `hashes`: of what `uses` names, in its order. */
type Kept = Bundle & { readonly hashes: readonly string[] };

type Body = { readonly edition: Edition; readonly texts: ReadonlyMap<string, string> };

/** The hash of a box or an entry by its name, `boxes/<id>` or `<register>/<id>`. */
const digest = query<string>("digest", (ask, name) => {
  const value = name.startsWith("boxes/") ? ask(box, name.slice("boxes/".length)) : ask(entry, name);
  return createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("hex");
});

/** The key of a pack: its own files, what the command and the site say, and the tool. Empty without a store. */
const bundleKey = query<string>("bundle-key", (ask, slug) => {
  const { tool } = ask(warehouse, "");
  if (tool === "") return "";
  const hash = createHash("sha256").update(
    JSON.stringify([tool, slug, { ...ask(told, ""), only: null }, ask(siteFields, "")]),
  );
  for (const path of ask(names, `packs/${slug}`)) {
    const bytes = ask(file, path)?.bytes ?? new Uint8Array();
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
});

/** Null when the pack has to be made. */
export const bundle = query<Bundle | null>("bundle", (ask, slug) => {
  const key = ask(distrusted, slug) ? "" : ask(bundleKey, slug);
  const payload = key === "" ? null : (ask(warehouse, "").store?.read("pack", key) ?? null);
  if (payload === null) return null;
  const { hashes, ...kept } = deserialize(payload) as Kept;
  return kept.uses.every((name, index) => ask(digest, name) === hashes[index]) ? kept : null;
});

/** The edition of a pack that has a bundle; null when it cannot be had any more, and is to be made again. */
export const keptEdition = query<Edition | null>("kept-edition", (ask, slug) =>
  ask(bundle, slug) === null
    ? null
    : (bodyOf(ask(warehouse, "").store, ask(bundleKey, slug))?.edition ?? null),
);

/** The texts of a pack's pages; null when they cannot be had, and the pack is to be distrusted. */
export function keptTexts(graph: Graph, slug: string): ReadonlyMap<string, string> | null {
  if (graph.get(bundle, slug) === null) return null;
  return bodyOf(graph.get(warehouse, "").store, graph.get(bundleKey, slug))?.texts ?? null;
}

function bodyOf(store: Store | null, key: string): Body | null {
  const payload = store?.read("body", key) ?? null;
  return payload === null ? null : (deserialize(zstdDecompressSync(payload)) as Body);
}

/** Keeps a pack that was made. */
export function keepBundle(graph: Graph, slug: string, made: Bundle, body: Body): void {
  const key = graph.get(bundleKey, slug);
  const { store } = graph.get(warehouse, "");
  if (key === "" || store === null || body.texts.size !== made.rendered.files.size) return;
  const kept: Kept = { ...made, hashes: made.uses.map((name) => graph.get(digest, name)) };
  store.write("body", key, zstdCompressSync(serialize(body)));
  store.write("pack", key, serialize(kept));
}
