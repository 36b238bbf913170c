// A content folder without one thing and without every mention of it, as an author would take it out.
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { ContentFile, ContentFiles } from "../model/content.ts";

export type Thing = { readonly kind: "source" | "annotation" | "box"; readonly id: string };

/**
 * Files in which nothing names the thing. Annotations of a source and those that lead to a box go with it, and so does
 * every support by them. A pack's only source stays, without its annotations: a pack has to have one.
 */
export function without(files: ContentFiles, slug: string, { kind, id }: Thing): ContentFiles {
  const left = new Map(files);
  const folder = `packs/${slug}/`;
  const sources = new Set([...files.keys()].flatMap((path) => sourceOf(path, folder) ?? []));
  if (kind === "box") {
    left.delete(`boxes/${id}.md`);
    const slugs = new Set([...files.keys()].flatMap((path) => /^packs\/([^/]+)\//.exec(path)?.[1] ?? []));
    for (const one of slugs)
      takeOut(left, `packs/${one}/`, (annotation) => text(annotation, "box") === id, id);
    return left;
  }
  if (kind === "source" && sources.size > 1) {
    for (const path of files.keys()) if (sourceOf(path, folder) === id) left.delete(path);
  }
  const goes = (annotation: YAMLMap) =>
    kind === "annotation"
      ? text(annotation, "id") === id
      : sources.size < 2 || text(annotation, "source") === id;
  takeOut(left, folder, goes, null);
  return left;
}

/** Without the stored editions that hold the content as it is to what it was. */
export function withoutStored(files: ContentFiles): ContentFiles {
  const numbers = new Map(
    [...files].flatMap(([path, { bytes }]) => {
      const slug = /^packs\/([^/]+)\/pack\.yaml$/.exec(path)?.[1];
      if (slug === undefined) return [];
      const root = parseDocument(new TextDecoder().decode(bytes), { schema: "failsafe" }).contents;
      return [[slug, Number((isMap(root) && text(root, "edition")) || 1)] as const];
    }),
  );
  return new Map(
    [...files].filter(([path]) => {
      const [, slug = "", number] = /^packs\/([^/]+)\/editions\/(\d+)\.json$/.exec(path) ?? [];
      return number === undefined || Number(number) !== numbers.get(slug);
    }),
  );
}

/** Takes annotations out of a pack, what rests on them, and a box from its list. */
function takeOut(
  files: Map<string, ContentFile>,
  folder: string,
  goes: (annotation: YAMLMap) => boolean,
  box: string | null,
): void {
  const gone = new Set<string>();
  edit(files, `${folder}annotations.yaml`, (root) => {
    if (!isSeq(root)) return;
    for (const item of root.items) if (isMap(item) && goes(item)) gone.add(text(item, "id") ?? "");
    root.items = root.items.filter((item) => !(isMap(item) && goes(item)));
  });
  edit(files, `${folder}pack.yaml`, (root) => {
    if (!isMap(root)) return;
    const points = root.get("key_points");
    if (isSeq(points)) {
      for (const point of points.items)
        if (isMap(point)) filter(point.get("support"), (one) => !gone.has(one));
    }
    filter(root.get("boxes"), (one) => one !== box);
  });
}

function edit(files: Map<string, ContentFile>, path: string, change: (root: Node | null) => void) {
  const file = files.get(path);
  if (file === undefined) return;
  const document = parseDocument(new TextDecoder().decode(file.bytes), { schema: "failsafe" });
  change(document.contents as Node | null);
  files.set(path, { path, bytes: new TextEncoder().encode(document.toString({ lineWidth: 0 })) });
}

function filter(list: unknown, keep: (text: string) => boolean): void {
  if (isSeq(list)) list.items = list.items.filter((item) => !isScalar(item) || keep(String(item.value)));
}

function text(map: YAMLMap, key: string): string | null {
  const value = map.get(key);
  return value === undefined || value === null ? null : String(value);
}

function sourceOf(path: string, folder: string): string | null {
  return path.startsWith(`${folder}sources/`) ? (path.slice(folder.length).split("/")[1] ?? null) : null;
}
