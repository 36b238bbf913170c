// Pagefind's index with its filters in one order: its program writes them as a random hash table has them, run by run.
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Cbor, decodeCbor, encodeCbor } from "./cbor.ts";

type Files = ReadonlyMap<string, Uint8Array>;
type List = readonly Cbor[];

const magic = "pagefind_dcd";

/**
 * The same index, whatever run it comes from. Filter files hold `[name, [[value, pages] …]]`; the index of the index
 * holds `[version, pages, chunks, [[filter, file] …], [[order, pages] …], fields]`; files are named after their bytes.
 */
export function inOneOrder(files: Files): Files {
  const entry = files.get("pagefind-entry.json");
  const metaPath = [...files.keys()].find((path) => path.endsWith(".pf_meta"));
  if (entry === undefined || metaPath === undefined) throw new Error("Pagefind wrote no index");
  const language = /^pagefind\.(.+)_[^_]+\.pf_meta$/.exec(metaPath)?.[1] ?? "";
  const [version, pages, chunks, filters, orders, ...fields] = unpacked(files.get(metaPath)) as List;
  const ordered = new Map(files);
  ordered.delete(metaPath);

  const names = byFirst(filters as List).map((one): List => {
    const [name, file] = one as readonly [string, string];
    const path = `filter/${file}.pf_filter`;
    const [title, values] = unpacked(files.get(path)) as List;
    const bytes = packed([title ?? null, byFirst(values as List)]);
    const named = `${language}_${digest(bytes).slice(0, 7)}`;
    ordered.delete(path);
    ordered.set(`filter/${named}.pf_filter`, bytes);
    return [name, named];
  });
  const meta = packed([
    version ?? null,
    pages ?? null,
    chunks ?? null,
    names,
    byFirst(orders as List),
    ...fields,
  ]);
  const hash = `${language}_${digest(meta).slice(0, 10)}`;
  ordered.set(`pagefind.${hash}.pf_meta`, meta);
  const before = metaPath.slice("pagefind.".length, -".pf_meta".length);
  const text = new TextDecoder().decode(entry).replace(JSON.stringify(before), JSON.stringify(hash));
  ordered.set("pagefind-entry.json", new TextEncoder().encode(text));
  return new Map([...ordered].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Pairs by their first member, by code units. */
function byFirst(pairs: List): List {
  const first = (pair: Cbor) => String((pair as List)[0]);
  return pairs.toSorted((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}

function unpacked(bytes: Uint8Array | undefined): Cbor {
  const whole = gunzipSync(bytes ?? new Uint8Array());
  if (whole.subarray(0, magic.length).toString("latin1") !== magic)
    throw new Error("Pagefind wrote another format");
  return decodeCbor(whole.subarray(magic.length));
}

function packed(value: Cbor): Uint8Array {
  const bytes = gzipSync(Buffer.concat([Buffer.from(magic, "latin1"), encodeCbor(value)]), { level: 9 });
  // The system that packed it; 255 stands for any (RFC 1952, 2.3.1).
  bytes[9] = 255;
  return new Uint8Array(bytes);
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
