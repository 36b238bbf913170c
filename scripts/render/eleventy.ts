// Routes to files through Eleventy: one run renders the routes that it is given, and writes nothing itself.
import { fileURLToPath } from "node:url";
import Eleventy from "@11ty/eleventy";
import type { Routes } from "./routes.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

type EleventyConfig = { addGlobalData(name: string, value: unknown): void };

/** Path → text of each route. Throws what a template throws, with the route's path. */
export async function renderRoutes(routes: Routes): Promise<ReadonlyMap<string, string>> {
  if (routes.size === 0) return new Map();
  const eleventy = new Eleventy(`${root}templates/pages.11ty.ts`, `${root}.chancery/unwritten`, {
    configPath: `${root}.eleventy.ts`,
    quietMode: true,
    config(config: EleventyConfig) {
      config.addGlobalData("paths", [...routes.keys()]);
      // Eleventy calls a function that it is given as data, so what templates call is wrapped in another.
      config.addGlobalData("renderRoute", () => (path: string) => {
        const render = routes.get(path);
        if (render === undefined) throw new Error(`no route ${path}`);
        return render();
      });
    },
  });
  eleventy.disableLogger();
  const pages = (await eleventy.toJSON()) as readonly { readonly url: string; readonly content: string }[];
  const files = new Map<string, string>();
  for (const { url, content } of pages) {
    const path = decodeURI(url).slice(1);
    files.set(path === "" || path.endsWith("/") ? `${path}index.html` : path, content);
  }
  for (const path of routes.keys()) if (!files.has(path)) throw new Error(`Eleventy left out ${path}`);
  return files;
}
