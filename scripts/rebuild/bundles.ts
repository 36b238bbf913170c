// A pack as it was built before, taken from the store when nothing that it was made from has changed since.
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { Edition } from "../model/edition.ts";
import type { Finding } from "../model/finding.ts";
import type { Wardrobe, WornFile } from "../render/wardrobe.ts";
import type { PageFacts } from "../verify/pages.ts";
import { type Graph, query } from "./graph.ts";
import { file, kit, names, sink, told, warehouse } from "./inputs.ts";
import type { FileFacts } from "./pages.ts";
import { box, entry, siteFields } from "./records.ts";

/** Everything of a pack that other queries would have to compute. */
export type Bundle = {
  readonly findings: readonly Finding[];
  readonly stored: readonly Finding[];
  readonly edition: Edition;
  /** Names of the boxes and entries that it was composed with. */
  readonly uses: readonly string[];
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly pages: ReadonlyMap<string, PageFacts>;
  readonly beyond: string;
  readonly wears: ReadonlyMap<string, Uint8Array>;
};

type Kept = Omit<Bundle, "wears"> & {
  /** Hashes of what `uses` names, in its order. */
  readonly hashes: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
};

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

/** Null when the pack has to be made. The texts of its pages go where rendered texts go. */
export const bundle = query<Bundle | null>("bundle", (ask, slug) => {
  const key = ask(bundleKey, slug);
  const payload = key === "" ? null : (ask(warehouse, "").store?.read("pack", key) ?? null);
  if (payload === null) return null;
  const { hashes, texts, ...kept } = deserialize(payload) as Kept;
  if (!kept.uses.every((name, index) => ask(digest, name) === hashes[index])) return null;
  const { wardrobe } = ask(kit, "");
  if (wardrobe === null) return null;
  const wears = new Map<string, Uint8Array>();
  for (const [path, text] of texts) {
    ask(sink, "")(path, text);
    if (path.endsWith(".html")) for (const worn of wornBy(text, wardrobe)) wears.set(worn.path, worn.bytes);
  }
  return { ...kept, wears };
});

/** Keeps a pack that was made. */
export function keepBundle(
  graph: Graph,
  slug: string,
  made: Bundle,
  texts: ReadonlyMap<string, string>,
): void {
  const key = graph.get(bundleKey, slug);
  if (key === "" || texts.size !== made.files.size) return;
  const { wears: _, ...rest } = made;
  const kept: Kept = { ...rest, texts, hashes: made.uses.map((name) => graph.get(digest, name)) };
  graph.get(warehouse, "").store?.write("pack", key, serialize(kept));
}

/** Everything that a dressed page wears, by the names that it carries: the tool that dressed it was this one. */
function wornBy(html: string, wardrobe: Wardrobe): readonly WornFile[] {
  const named = html.matchAll(/(?:href|src)="[^"]*?assets\/([^"/]+)\.[0-9a-f]{10}(\.[a-z0-9]+)"/g);
  const { sheet, fonts } = wardrobe.fontsFor(html);
  const own = [...named].flatMap(([, name = "", end = ""]) =>
    name === "fonts" && end === ".css" ? [] : [wardrobe.asset(`${name}${end}`)],
  );
  return [...own, ...fonts, ...(sheet === null ? [] : [sheet])];
}
