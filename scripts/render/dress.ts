// A rendered page in its published clothes: links to styles and scripts name files by their hashes, and fonts follow its characters.
import { fontScript } from "../../templates/parts/styles.ts";
import type { Wardrobe, WornFile } from "./wardrobe.ts";

export type Dressed = { readonly html: string; readonly wears: readonly WornFile[] };

/** `also`: characters that scripts may put into it. */
export function dress(html: string, wardrobe: Wardrobe, also = ""): Dressed {
  const wears: WornFile[] = [];
  const { sheet, fonts, early } = wardrobe.fontsFor(html + also);
  let first = true;
  const dressed = html.replace(
    /(<link rel="stylesheet" href="|<script src=")([^"]*?)assets\/([^"/]+)"(>\n)?/g,
    (_, opening: string, way: string, name: string, end = "") => {
      const file = wardrobe.asset(name);
      wears.push(file);
      const told = name === fontScript ? ` data-faces="${early}"` : "";
      const link = `${opening}${way}${file.path}"${told}${end}`;
      if (!first || sheet === null) return link;
      first = false;
      return `${link}<link rel="stylesheet" href="${way}${sheet.path}">\n`;
    },
  );
  return { html: dressed, wears: [...wears, ...fonts, ...(sheet === null ? [] : [sheet])] };
}

/** Every page dressed, with what all of them wear. A page that `sees` the whole site gets the fonts of all of it. */
export function dressAll(
  pages: ReadonlyMap<string, string>,
  wardrobe: Wardrobe,
  sees: (path: string) => boolean,
): { readonly pages: ReadonlyMap<string, string>; readonly files: ReadonlyMap<string, Uint8Array> } {
  const everything = new Set<string>();
  const files = new Map<string, Uint8Array>();
  const dressed = new Map<string, string>();
  const html = [...pages].filter(([path]) => path.endsWith(".html"));
  for (const [, text] of html) for (const character of wardrobe.beyond(text)) everything.add(character);
  for (const [path, text] of pages) {
    const { html: done, wears } = path.endsWith(".html")
      ? dress(text, wardrobe, sees(path) ? [...everything].join("") : "")
      : { html: text, wears: [] };
    dressed.set(path, done);
    for (const file of wears) files.set(file.path, file.bytes);
  }
  return { pages: dressed, files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
