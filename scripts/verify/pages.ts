// Rules over the rendered pages: links lead somewhere, ids are unique, nothing is asked of another host, no source word is lost.
import { posix } from "node:path";
import { html as markup } from "../../templates/html.ts";
import type { Edition, Segment } from "../model/edition.ts";
import { type Finding, finding } from "../model/finding.ts";

/** What a page says of itself: its ids in their order, and each address that it names, once. */
export type PageFacts = {
  readonly ids: readonly string[];
  readonly addresses: readonly Address[];
};

/** `loads` when a browser fetches it with the page. */
export type Address = { readonly address: string; readonly loads: boolean };

/** What stands at an output path: its ids when it is a page, `true` when it is another file, null when it is not published. */
export type Target = ReadonlySet<string> | true | null;

/** Links of a head that name another address and fetch nothing. */
const named = /(?:^|\s)rel="(?:canonical|alternate)"/;

/** The attributes of interest within a tag, one after another. */
const attribute = /\s(id|href|src|action)="([^"]*)"/g;

export function pageFacts(html: string): PageFacts {
  const ids: string[] = [];
  const loaded = new Set<string>();
  const linked = new Set<string>();
  // Tag by tag: words of the text that look like an attribute are none.
  for (let start = html.indexOf("<"); start !== -1; ) {
    const end = endOfTag(html, start);
    // Most tags are ends of elements, or have no attributes.
    if (end - start >= shortest) {
      const tag = html.slice(start, end);
      attribute.lastIndex = 0;
      for (let found = attribute.exec(tag); found !== null; found = attribute.exec(tag)) {
        const [, name, value = ""] = found;
        if (name === "id") ids.push(decode(value));
        else (isLoaded(name, tag) ? loaded : linked).add(value);
      }
    }
    start = html.indexOf("<", end);
  }
  return {
    ids,
    addresses: [
      ...[...loaded].map((value) => ({ address: decode(value), loads: true })),
      ...[...linked].map((value) => ({ address: decode(value), loads: false })),
    ],
  };
}

/** The length of `<a id=""`, which no tag of interest falls below. */
const shortest = 8;

function endOfTag(html: string, start: number): number {
  const end = html.indexOf(">", start);
  return end === -1 ? html.length : end;
}

function isLoaded(name: string | undefined, tag: string): boolean {
  return name === "src" || (tag.startsWith("<link") && !named.test(tag));
}

/** What a page can be told for by itself. */
export function verifyPage(path: string, { ids, addresses }: PageFacts): readonly Finding[] {
  return [
    ...repeated(ids).map((id) => broken("duplicate-fragment", path, `uses the id ${id} twice`)),
    ...addresses.flatMap(({ address, loads }) =>
      loads && isForeign(address)
        ? [broken("foreign-request", path, `would load ${address} from another host`)]
        : [],
    ),
  ];
}

/** A link within the site: the output path that it leads to, and the fragment as it was written. */
export type Link = { readonly target: string; readonly fragment: string };

/** Where a page's links lead within the site. */
export function linksOf(path: string, { addresses }: PageFacts): readonly Link[] {
  return addresses.flatMap(({ address }) => {
    if (isForeign(address) || /^mailto:/i.test(address)) return [];
    const [file = "", fragment = ""] = address.split("#", 2);
    if (file === "") return [{ target: path, fragment }];
    const plain = /[%?]/.test(file) ? decodeURIComponent(file.split("?", 1)[0] ?? "") : file;
    const target = targetOf(path, plain);
    return target === null ? [] : [{ target, fragment }];
  });
}

/** Links of a page that lead nowhere. */
export function verifyLinks(
  path: string,
  links: readonly Link[],
  at: (path: string) => Target,
): readonly Finding[] {
  return links.flatMap(({ target, fragment }) => {
    const known = at(target);
    if (known === null) return [broken("broken-link", path, `links to ${target}, which is not published`)];
    if (fragment === "" || known === true || known.has(decodeURIComponent(fragment))) return [];
    return [broken("broken-link", path, `links to #${fragment} in ${target}, which is not there`)];
  });
}

/** Every word that a source's terms let us show stands on its page, block by block and in order. */
export function verifySource(edition: Edition, path: string, html: string): readonly Finding[] {
  return edition.sources.flatMap((source) =>
    source.blocks.flatMap(({ segments, id, line }) => {
      let at = html.indexOf(` id="${id}"`);
      const stands = ({ text }: Segment) => {
        if (text === null) return true;
        const written = String(markup`${text}`);
        const found = html.indexOf(written, at);
        at = found + written.length;
        return found !== -1;
      };
      const shown = segments.every(({ text }) => text === null) || (at !== -1 && segments.every(stands));
      return shown
        ? []
        : [
            broken(
              "lost-source-text",
              path,
              `does not show ${id} (line ${line} of ${source.file}) word for word`,
            ),
          ];
    }),
  );
}

function broken(rule: string, path: string, message: string): Finding {
  const slug = /^packs\/([^/]+)\//.exec(path)?.[1];
  const place = { file: slug === undefined ? "site.yaml" : `packs/${slug}/pack.yaml`, line: 1, column: 1 };
  return finding(
    "error",
    rule,
    place,
    `${path} ${message}`,
    "this is a fault of the templates, not of the content",
  );
}

/** Output path that a relative address names; null for one of the page itself that has no path. */
function targetOf(from: string, file: string): string | null {
  if (file === "") return from;
  if (file.startsWith("/")) return null;
  let folder = from.slice(0, from.lastIndexOf("/") + 1);
  let rest = file;
  for (; rest.startsWith("../") && folder !== ""; rest = rest.slice(3))
    folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
  // Nearly all are plain by now.
  return unusual.test(rest) ? posix.join(posix.dirname(from), file) : folder + rest;
}

/** What a path may hold besides names. */
const unusual = /(?:^|\/)\.{0,2}(?:\/|$)/;

function isForeign(address: string): boolean {
  return /^https?:/i.test(address);
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (seen.has(id) ? twice : seen).add(id);
  return [...twice];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function decode(html: string): string {
  if (!html.includes("&")) return html;
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}
