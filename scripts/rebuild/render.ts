// Stale pages through Eleventy: it is handed the paths of the owners that a change has reached, and of no others.
import { renderRoutes } from "../render/eleventy.ts";
import { bundle } from "./bundles.ts";
import type { Graph } from "./graph.ts";
import { sink } from "./inputs.ts";
import { paths, rendered } from "./pages.ts";

/** Texts that were rendered and are not written yet, by output path. */
export type Texts = Map<string, string>;

export function takeTexts(graph: Graph): Texts {
  const texts: Texts = new Map();
  graph.set(sink, "", (path, text) => texts.set(path, text));
  return texts;
}

/** Renders those of the owners that are stale into the texts. Returns the paths that it rendered. */
export async function renderStale(
  graph: Graph,
  texts: Texts,
  owners: readonly string[],
): Promise<readonly string[]> {
  const routes = new Map<string, () => string>();
  const made: string[] = [];
  for (const owner of owners) {
    if (!graph.stale(rendered, owner)) continue;
    if (owner.startsWith("packs/") && graph.get(bundle, owner.slice("packs/".length)) !== null) {
      // What was rendered before and kept is not rendered again.
      graph.get(rendered, owner);
      continue;
    }
    const own = graph.get(paths, owner);
    made.push(...own);
    // Files that are no pages need no template: they are made with the pages of their owner.
    for (const path of own.some(isPage) ? own.filter(isPage) : own) {
      routes.set(path, () => {
        graph.get(rendered, owner);
        const text = texts.get(path);
        if (text === undefined) throw new Error(`no text of ${path}`);
        return text;
      });
    }
  }
  for (const [path, text] of await renderRoutes(routes)) texts.set(path, text);
  return made;
}

function isPage(path: string): boolean {
  return path.endsWith(".html");
}
