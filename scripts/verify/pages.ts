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

export function pageFacts(html: string): PageFacts {
  const ids: string[] = [];
  const addresses = new Map<string, Address>();
  for (const { 1: attribute = "", 2: value = "", index } of html.matchAll(
    /\s(id|href|src|action)="([^"]*)"/g,
  )) {
    const tag = html.lastIndexOf("<", index);
    // Words of the text that look like an attribute are none.
    if (html.lastIndexOf(">", index) > tag) continue;
    if (attribute === "id") ids.push(decode(value));
    else {
      const loads =
        attribute === "src" ||
        (html.startsWith("<link", tag) && !named.test(html.slice(tag, html.indexOf(">", index))));
      const key = `${loads} ${value}`;
      if (!addresses.has(key)) addresses.set(key, { address: decode(value), loads });
    }
  }
  return { ids, addresses: [...addresses.values()] };
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
    const [file = "", fragment = ""] = address.split("#");
    const target = targetOf(path, decodeURIComponent(file.split("?")[0] ?? ""));
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
  return posix.join(posix.dirname(from), file);
}

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
