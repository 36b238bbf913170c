// Where every page stands in the output, and the way from one to another; links are relative so that pages work from a folder.
import type { Entry } from "../scripts/model/edition.ts";

export type ListKind = "boxes" | "people" | "organisations" | "places" | "terms";

/** The list pages, in the order of the navigation. */
export const listKinds: readonly ListKind[] = ["boxes", "people", "organisations", "places", "terms"];

export const indexPath = "index.html";
export const notFoundPath = "404.html";

/** Folder of each kind of register entry. */
export const entryFolders = {
  person: "people",
  organisation: "organisations",
  place: "places",
  term: "terms",
} as const satisfies Readonly<Record<Entry["kind"], ListKind>>;

export function briefingPath(slug: string): string {
  return `packs/${slug}/index.html`;
}

export function sourcePath(slug: string): string {
  return `packs/${slug}/source/index.html`;
}

export function pdfPath(slug: string): string {
  return `packs/${slug}/${slug}.pdf`;
}

export function dataPath(slug: string): string {
  return `packs/${slug}/pack.json`;
}

export function listPath(kind: ListKind): string {
  return `${kind}/index.html`;
}

export function boxPath(id: string): string {
  return `boxes/${id}/index.html`;
}

export function entryPath(kind: Entry["kind"], id: string): string {
  return `${entryFolders[kind]}/${id}/index.html`;
}

export function assetPath(file: string): string {
  return `assets/${file}`;
}

/** The way from one page to another, both as output paths; a page to itself is its own file name. */
export function relative(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return "../".repeat(here.length - shared) + there.slice(shared).map(encodeURIComponent).join("/");
}
