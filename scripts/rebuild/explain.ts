// Why a page would be built: what it is made from, and what of that is other than at the last build.
import { createHash } from "node:crypto";
import type { ContentFiles } from "../model/content.ts";
import type { Graph } from "./graph.ts";
import { owners, paths, rendered } from "./pages.ts";
import type { Store } from "./store.ts";

/** Path of each content file → its hash. */
export type ContentState = Readonly<Record<string, string>>;

export function contentState(files: ContentFiles): ContentState {
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  return Object.fromEntries([...files].map(([path, { bytes }]) => [path, hash(bytes)]).sort());
}

/** Remembers what an output was built from. */
export function keepState(store: Store, output: string, tool: string, state: ContentState): void {
  store.write("state", keyOf(output), new TextEncoder().encode(JSON.stringify({ tool, state })));
}

/** Null when it is not known. */
export function stateOf(
  store: Store,
  output: string,
): { readonly tool: string; readonly state: ContentState } | null {
  const kept = store.read("state", keyOf(output));
  return kept === null ? null : JSON.parse(new TextDecoder().decode(kept));
}

function keyOf(output: string): string {
  return createHash("sha256").update(output).digest("hex");
}

/** The output path that someone means by `packs/a`, `/packs/a/` or `packs/a/index.html`; null when there is none. */
export function routeOf(
  graph: Graph,
  text: string,
): { readonly owner: string; readonly path: string } | null {
  const bare = text.replace(/^\/+|\/+$/g, "");
  const meant = [bare, bare === "" ? "index.html" : `${bare}/index.html`];
  for (const owner of graph.get(owners, "")) {
    const path = graph.get(paths, owner).find((one) => meant.includes(one));
    if (path !== undefined) return { owner, path };
  }
  return null;
}

/** Lines that tell what a route rests on. Files that are other than in `before` come first, with what became of them. */
export function explainRoute(
  graph: Graph,
  { owner, path }: { readonly owner: string; readonly path: string },
  now: ContentState,
  before: { readonly tool: string; readonly state: ContentState } | null,
  tool: string,
): readonly string[] {
  const inputs = graph.inputs(rendered, owner);
  const files = inputs.flatMap((one) => (one.startsWith("file:") ? [one.slice("file:".length)] : []));
  const there = files.filter((file) => now[file] !== undefined);
  const lines = [`${path} is made from ${there.length} ${there.length === 1 ? "file" : "files"}`];
  if (before === null) lines.push("it is not known what the last build was made from");
  else {
    const changed = files.flatMap((file) => {
      const [old, next] = [before.state[file], now[file]];
      if (old === next) return [];
      return [`  ${file}: ${old === undefined ? "new" : next === undefined ? "gone" : "changed"}`];
    });
    if (before.tool !== tool) changed.unshift("  the templates, scripts or packages: changed");
    lines.push(
      changed.length === 0
        ? "none of them has changed since the last build"
        : "changed since the last build:",
      ...changed,
    );
  }
  const shown = there.slice(0, 20).map((file) => `  ${file}`);
  return [
    ...lines,
    "made from:",
    ...shown,
    ...(there.length > 20 ? [`  and ${there.length - 20} more`] : []),
  ];
}
