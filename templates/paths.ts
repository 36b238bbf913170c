// Where every page stands in the output, and the way from one to another; links are relative so that pages work from a folder.
import type { Entry } from "../scripts/model/edition.ts";
import { type RegisterName, registerNames } from "../scripts/model/registers.ts";

export type ListKind = "boxes" | RegisterName;

/** The list pages, in the order of the navigation. */
export const listKinds: readonly ListKind[] = ["boxes", ...registerNames];

export const indexPath = "index.html";
export const notFoundPath = "404.html";
export const searchPath = "search/index.html";
export const feedPath = "feed.xml";
export const jsonFeedPath = "feed.json";

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

export function changesPath(slug: string): string {
  return `packs/${slug}/changes/index.html`;
}

export function pdfPath(slug: string): string {
  return `packs/${slug}/${slug}.pdf`;
}

export function dataPath(slug: string): string {
  return `packs/${slug}/pack.json`;
}

/** The pack's citation, as plain text and as reference managers read it. */
export function citationPath(slug: string, format: "txt" | "bib" | "ris" | "json"): string {
  return `packs/${slug}/cite.${format}`;
}

export function annotationsPath(slug: string): string {
  return `packs/${slug}/annotations.jsonld`;
}

/** The timeline or a register of a pack as comma-separated values. */
export function tablePath(slug: string, table: "timeline" | Exclude<ListKind, "boxes">): string {
  return `packs/${slug}/${table}.csv`;
}

/** A part of a list that is too long for one page; the first part stands at the list's own path. */
export function pagePath(first: string, number: number): string {
  if (number === 1) return first;
  const folder = first === indexPath ? "packs/" : first.slice(0, -indexPath.length);
  return `${folder}page/${number}/index.html`;
}

/** The packs that share a year, a language, a marking or a publisher. */
export function facetPath(facet: string, value: string): string {
  return `by/${facet}/${value}/index.html`;
}

/** Address of a page for the world: folders end in a slash. */
export function addressOf(base: string, path: string): string {
  return `${base}${path
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/index\.html$/, "")}`;
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
  let shared = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at++) if (from[at] === "/") shared = at + 1;
  const rest = to.slice(shared);
  let up = "";
  for (let at = from.indexOf("/", shared); at !== -1; at = from.indexOf("/", at + 1)) up += "../";
  return up + (/^[\w./-]*$/.test(rest) ? rest : rest.split("/").map(encodeURIComponent).join("/"));
}
