// What the pages need beside them: the styles of the templates, and the fonts of the characters that occur.
import type { Edition } from "../model/edition.ts";
import type { FontFace } from "../model/font.ts";
import { facesFor, fontCss } from "./fonts.ts";

/** Styles, scripts, and every face of the catalogue, as the read stage found them. */
export type Kit = { readonly assets: ReadonlyMap<string, Uint8Array>; readonly fonts: readonly FontFace[] };

/** Asset files by path below `assets/`, and the faces whose files belong into `assets/fonts/`. */
export type SiteFiles = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faces: readonly FontFace[];
};

/** For texts in these languages. */
export function siteFiles(text: string, languages: readonly string[], { assets, fonts }: Kit): SiteFiles {
  const faces = facesFor(text, languages, fonts);
  const css = new TextEncoder().encode(fontCss(faces, "fonts/", text));
  return { files: new Map([...assets, ["fonts.css", css]]), faces };
}

/** Languages of everything in an edition. */
export function languagesOf(edition: Edition): readonly string[] {
  const entries = [...edition.people, ...edition.organisations, ...edition.places, ...edition.terms];
  return [
    edition.language,
    ...edition.sources.map(({ language }) => language),
    ...entries.flatMap(({ nativeName }) => nativeName?.lang ?? []),
  ];
}
