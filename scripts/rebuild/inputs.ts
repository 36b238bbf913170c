// What the world gives to the line: the files of the content folder, the names in it, and what the command was told.
import type { ContentFile, ContentFiles } from "../model/content.ts";
import type { Offers } from "../render/routes.ts";
import type { Wardrobe } from "../render/wardrobe.ts";
import { alike, sameBytes } from "./alike.ts";
import { type Graph, input } from "./graph.ts";
import type { Store } from "./store.ts";

/** A file of the content folder, by path. The same bytes are the same file, whatever touched it. */
export const file = input<ContentFile | undefined>(
  "file",
  undefined,
  (a, b) => a === b || (a !== undefined && b !== undefined && sameBytes(a.bytes, b.bytes)),
);

/** `packs`: the slugs; `packs/<slug>`: the paths of a pack's files; the empty name: those of all other files. Sorted. */
export const names = input<readonly string[]>("names", [], alike);

export type Told = {
  /** ISO time to state instead of the newest date of the records. */
  readonly builtAt: string | null;
  /** In place of site.yaml's. */
  readonly baseUrl: string | null;
  /** With slugs, the site has no more boxes and entries than its packs use. */
  readonly only: readonly string[] | null;
  readonly pdf: boolean;
  /** Pages alone, as they are measured: no pictures in them, and nothing to take away. */
  readonly bare?: boolean;
};

export const nothingTold: Told = { builtAt: null, baseUrl: null, only: null, pdf: false };

export const told = input<Told>("told", nothingTold, alike);

/** What pages are made with besides content. */
export type PageKit = {
  readonly wardrobe: Wardrobe | null;
  readonly atlas: NonNullable<Offers["atlas"]> | null;
};

export const kit = input<PageKit>("kit", { wardrobe: null, atlas: null });

/** Characters that any page but that of the search shows and the fonts of every page lack: its script may show them. */
export const beyond = input<string>("beyond", "");

/** Takes a text as it is rendered; the graph itself keeps facts of pages and not their text. */
export const sink = input<(path: string, text: string) => void>("sink", () => {});

/** What was made before: where it is kept, and the hash of the tool that it has to be made with. */
export type Warehouse = {
  readonly store: Store | null;
  /** Empty when nothing is kept. */
  readonly tool: string;
};

/** Packs of which something that was kept could not be had when it was wanted: they are made again. */
export const distrusted = input<boolean>("distrusted", false);

export const warehouse = input<Warehouse>("warehouse", { store: null, tool: "" });

/** The content folder as inputs of a graph. */
export type ContentInputs = {
  /** Takes one file as it is now; undefined when it is gone. Call `commit` after the last. */
  change(path: string, now: ContentFile | undefined): void;
  /** Takes all files as they are now. */
  replace(files: ContentFiles): void;
  commit(): void;
  readonly files: ContentFiles;
};

export function contentInputs(graph: Graph): ContentInputs {
  const files = new Map<string, ContentFile>();
  const folders = new Map<string, Set<string>>();
  const touched = new Set<string>();

  function rename(path: string, there: boolean): void {
    const folder = folderOf(path);
    const paths = folders.get(folder) ?? new Set();
    folders.set(folder, paths);
    if (there) paths.add(path);
    else paths.delete(path);
    touched.add(folder);
  }

  function change(path: string, now: ContentFile | undefined): void {
    if (files.has(path) !== (now !== undefined)) rename(path, now !== undefined);
    if (now === undefined) files.delete(path);
    else files.set(path, now);
    graph.set(file, path, now);
  }

  function commit(): void {
    if (touched.size === 0) return;
    for (const folder of touched) {
      const paths = folders.get(folder) ?? new Set();
      if (paths.size === 0) folders.delete(folder);
      graph.set(names, folder, [...paths].sort());
    }
    touched.clear();
    const packs = [...folders.keys()].filter((folder) => folder !== "");
    graph.set(names, "packs", packs.map((folder) => folder.slice("packs/".length)).sort());
  }

  function replace(all: ContentFiles): void {
    for (const path of [...files.keys()]) if (!all.has(path)) change(path, undefined);
    for (const [path, one] of all) change(path, one);
    commit();
  }

  return { change, replace, commit, files };
}

function folderOf(path: string): string {
  const [folder = "", slug = "", ...rest] = path.split("/");
  return folder === "packs" && rest.length > 0 ? `packs/${slug}` : "";
}
