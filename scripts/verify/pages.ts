// Rules over the rendered pages: links lead somewhere, ids are unique, nothing is asked of another host, no source word is lost.
import { posix } from "node:path";
import { html as markup } from "../../templates/html.ts";
import type { Edition, Segment } from "../model/edition.ts";
import { type Finding, finding } from "../model/finding.ts";

/** `files`: paths of everything that will be published. `pages`: path → HTML of the pages to check. */
export function verifyPages(
  pages: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): readonly Finding[] {
  const ids = new Map([...pages].map(([path, html]) => [path, idsOf(html)]));
  return [...pages].flatMap(([path, html]) => [
    ...repeated(ids.get(path) ?? []).map((id) =>
      broken("duplicate-fragment", path, `uses the id ${id} twice`),
    ),
    ...addressesOf(html).flatMap(({ address, loads }) => {
      if (/^(?:https?:|mailto:)/i.test(address)) {
        return loads ? [broken("foreign-request", path, `would load ${address} from another host`)] : [];
      }
      const [file = "", fragment = ""] = address.split("#");
      const target = targetOf(path, decodeURIComponent(file));
      if (target === null) return [];
      if (!files.has(target))
        return [broken("broken-link", path, `links to ${target}, which is not published`)];
      const known = ids.get(target);
      if (fragment === "" || known === undefined || known.includes(decodeURIComponent(fragment))) return [];
      return [broken("broken-link", path, `links to #${fragment} in ${target}, which is not there`)];
    }),
  ]);
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
  return posix.normalize(posix.join(posix.dirname(from), file));
}

function addressesOf(html: string): readonly { readonly address: string; readonly loads: boolean }[] {
  return [...html.matchAll(/<([a-z]+)\b[^>]*?\s(href|src)="([^"]*)"/g)].map(
    ([, tag, attribute, value = ""]) => ({
      address: decode(value),
      loads: attribute === "src" || tag === "link",
    }),
  );
}

function idsOf(html: string): readonly string[] {
  return [...html.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/g)].map(([, id = ""]) => decode(id));
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function decode(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}
