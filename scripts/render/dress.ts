// A rendered page in its published clothes: links to styles and scripts name files by their hashes, and fonts follow its characters.
import { fontScript } from "../../templates/parts/styles.ts";
import type { Wardrobe } from "./wardrobe.ts";

/** `wears`: lines of an outfit. */
export type Dressed = { readonly html: string; readonly wears: readonly string[] };

/** `also`: characters that scripts may put into it. */
export function dress(html: string, wardrobe: Wardrobe, also = ""): Dressed {
  const { choice, sheet, early } = wardrobe.fontsFor(html + also);
  const wears = [choice];
  let first = true;
  const dressed = html.replace(
    /(<link rel="stylesheet" href="|<script src=")([^"]*?)assets\/([^"/]+)"(>\n)?/g,
    (_, opening: string, way: string, name: string, end = "") => {
      const file = wardrobe.asset(name);
      wears.push(name);
      const told = name === fontScript ? ` data-faces="${early}"` : "";
      const link = `${opening}${way}${file.path}"${told}${end}`;
      if (!first || sheet === null) return link;
      first = false;
      return `${link}<link rel="stylesheet" href="${way}${sheet.path}">\n`;
    },
  );
  return { html: dressed, wears };
}
