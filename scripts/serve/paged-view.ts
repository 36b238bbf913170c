// The print document as pages in a visitor's own browser: the same document, styles and layout as in the PDF, in dev only.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { printInput } from "../paginate/pack.ts";
import { pageScript } from "../paginate/tab.ts";
import { edition } from "../rebuild/editions.ts";
import type { Graph } from "../rebuild/graph.ts";
import { names } from "../rebuild/inputs.ts";
import type { WholeKit } from "../rebuild/kit.ts";

const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; script-src 'self'";

const style = `html { background: #d8d8d4 }
.pagedjs_page { background: #fff; margin: 8mm auto; box-shadow: 0 0 2mm rgb(0 0 0 / 30%) }`;

/** `changed` when the folder is another than before. */
export type PagedView = { readonly folder: string; readonly changed: boolean };

/** Writes the view's folder anew below `views`. Null when there is no such pack; what was written before stays when nothing has changed. */
export async function pagedView(
  graph: Graph,
  slug: string,
  kit: WholeKit,
  views: string,
): Promise<PagedView | null> {
  if (!graph.get(names, "packs").includes(slug)) return null;
  const { html, files } = await printInput(graph.get(edition, slug), kit);
  const decoder = new TextDecoder();
  const sheets = Object.fromEntries(
    [...files]
      .filter(([path]) => path.endsWith(".css"))
      .map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
  const script = await pageScript({ html, base: `/packs/${slug}/print/`, sheets });
  const key = createHash("sha256").update(script).digest("hex");
  const folder = join(views, slug);
  const known = await readFile(join(folder, "key"), "utf8").catch(() => null);
  if (known === key) return { folder, changed: false };
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${slug}</title><style data-pagedjs-ignore>${style}</style><script src="layout.js" defer></script></head><body></body></html>
`;
  const written: readonly (readonly [string, string | Uint8Array])[] = [
    ["index.html", page],
    ["layout.js", script],
    ["key", key],
    ...files,
  ];
  for (const [path, bytes] of written) {
    await mkdir(dirname(join(part, path)), { recursive: true });
    await writeFile(join(part, path), bytes);
  }
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
  return { folder, changed: true };
}
