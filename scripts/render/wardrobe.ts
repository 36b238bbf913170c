// What pages wear: styles, scripts and fonts under names that carry the hash of their bytes, so that caches may keep them for ever.
import { createHash } from "node:crypto";
import { bundleName, styleSheets } from "../../templates/parts/styles.ts";
import type { FontFace } from "../model/font.ts";
import { facesFor, fontCss } from "./fonts.ts";
import { leanCss } from "./lean-css.ts";

export type Wardrobe = {
  /** A style sheet or script by its plain name: its path in the output and its bytes. Throws on a name that is none. */
  readonly asset: (name: string) => WornFile;
  /** The style sheet of the faces that a page needs beyond those of the bundle, and all font files of both. */
  readonly fontsFor: (html: string) => WornFonts;
  /** Characters of a page that the faces of the bundle lack. */
  readonly beyond: (html: string) => ReadonlySet<string>;
  /** The files of an outfit, by path; the same map for the same outfit. */
  readonly files: (outfit: Outfit) => ReadonlyMap<string, WornFile>;
};

/** What pages wear, in words that are the same from run to run: a line each asset and each choice of fonts, in order. */
export type Outfit = string;

export type WornFonts = {
  /** What they were chosen for, as a line of an outfit. */
  readonly choice: string;
  readonly sheet: WornFile | null;
  readonly fonts: readonly WornFile[];
  /** How many of them, in the order of the style sheets, are worth waiting for before anything is drawn. */
  readonly early: number;
};

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));

/** More faces than this belong to scripts of many subsets, of which a page shows few at a time. */
const fewFaces = 6;

export type WornFile = { readonly path: string; readonly bytes: Uint8Array; readonly sha256: string };

/** `fontBytes` gives the file of a face, and the same bytes whenever it is asked. */
export function makeWardrobe(
  assets: ReadonlyMap<string, Uint8Array>,
  catalogue: readonly FontFace[],
  fontBytes: (face: FontFace) => Uint8Array,
): Wardrobe {
  const fonts = new Map<FontFace, WornFile>();
  const fontOf = (face: FontFace) => {
    const known = fonts.get(face) ?? worn(`assets/fonts/${face.name}`, fontBytes(face));
    fonts.set(face, known);
    return known;
  };
  const sheetOf = (faces: readonly FontFace[], text: string) =>
    fontCss(
      faces.map((face) => ({ ...face, name: fontOf(face).path.slice("assets/fonts/".length) })),
      "fonts/",
      text,
    );

  const base = facesFor("", [], catalogue);
  const known = new Map<string, WornFile>();
  const asset = (name: string) => {
    const made = known.get(name) ?? worn(`assets/${name}`, bytesOf(name));
    known.set(name, made);
    return made;
  };
  function bytesOf(name: string): Uint8Array {
    const found = assets.get(name);
    if (found !== undefined) return name.endsWith(".css") ? lean(found) : found;
    if (name !== bundleName) throw new Error(`there is no asset ${name}`);
    return lean(
      Buffer.concat([
        Buffer.from(sheetOf(base, "")),
        ...styleSheets.map((sheet) => assets.get(sheet) ?? missing(sheet)),
      ]),
    );
  }

  const plain = coveredBy(base);
  /** What is not plain ASCII, of which most pages are made, if only the faces have all of that. */
  const doubtful = plain.test(ascii) ? /[\s\S]+/g : /[^\n -~]+/g;
  /** Of each code unit: whether all faces have it; 0 where nobody asked yet. */
  const known16 = new Uint8Array(0x10000);
  let last: { readonly html: string; readonly found: ReadonlySet<string> } | null = null;
  function beyond(html: string): ReadonlySet<string> {
    if (last?.html === html) return last.found;
    const found = new Set<string>();
    for (const run of html.match(doubtful) ?? []) {
      for (const character of run) {
        const unit = character.charCodeAt(0);
        if (character.length === 2) {
          if (plain.test(character)) found.add(character);
          continue;
        }
        if (known16[unit] === 0) known16[unit] = plain.test(character) ? 2 : 1;
        if (known16[unit] === 2) found.add(character);
      }
    }
    last = { html, found };
    return found;
  }
  const dressed = new Map<string, WornFonts>();
  const outfits = new Map<Outfit, ReadonlyMap<string, WornFile>>();
  return {
    asset,
    beyond,
    fontsFor(html) {
      const text = [...beyond(html)].sort().join("");
      // Only Han characters are drawn as their language draws them.
      const tags = /\p{Script=Han}/u.test(text) ? html.matchAll(/ lang="(zh|ja|ko)\b/g) : [];
      const eastern = Array.from(tags, ([, tag = ""]) => tag);
      return fontsOf(`fonts ${[...new Set(eastern)].sort().join()} ${text}`);
    },
    files(outfit) {
      const made = outfits.get(outfit) ?? filesOf(outfit);
      outfits.set(outfit, made);
      return made;
    },
  };

  function filesOf(outfit: Outfit): ReadonlyMap<string, WornFile> {
    const all = outfit.split("\n").flatMap((line): readonly WornFile[] => {
      if (!line.startsWith("fonts ")) return line === "" ? [] : [asset(line)];
      const { sheet, fonts } = fontsOf(line);
      return sheet === null ? fonts : [...fonts, sheet];
    });
    return new Map(all.map((file) => [file.path, file]));
  }

  function fontsOf(choice: string): WornFonts {
    const [, tags = "", text = ""] = /^fonts (\S*) (.*)$/u.exec(choice) ?? [];
    const made = dressed.get(choice) ?? choose(choice, text, tags === "" ? [] : tags.split(","));
    dressed.set(choice, made);
    return made;
  }

  function choose(choice: string, text: string, languages: readonly string[]): WornFonts {
    const more = facesFor(text, languages, catalogue).filter((face) => !base.includes(face));
    const sheet =
      more.length === 0 ? null : worn("assets/fonts.css", new TextEncoder().encode(sheetOf(more, text)));
    return {
      choice,
      sheet,
      fonts: [...base, ...more].map(fontOf),
      early: base.length + (more.length <= fewFaces ? more.length : 0),
    };
  }
}

function lean(css: Uint8Array): Uint8Array {
  return new TextEncoder().encode(leanCss(new TextDecoder().decode(css)));
}

function missing(name: string): never {
  throw new Error(`there is no asset ${name}`);
}

/** `assets/site.css` to `assets/site.0a1b2c3d4e.css`. */
function worn(path: string, bytes: Uint8Array): WornFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const named = path.replace(/\.[a-z0-9]+$/, (extension) => `.${sha256.slice(0, 10)}${extension}`);
  return { path: named, bytes, sha256 };
}

/** Matches what none of the faces' regular cuts has; spaces and controls apart. */
function coveredBy(faces: readonly FontFace[]): RegExp {
  const [first, ...others] = faces
    .filter(({ weight, style }) => weight === 400 && style === "normal")
    .map((face) => face);
  const has = (face: FontFace, code: number) =>
    face.characters().has(code) && face.ranges.some(([from, to]) => code >= from && code <= to);
  const codes = [...(first?.characters() ?? [])].filter(
    (code) => first !== undefined && [first, ...others].every((face) => has(face, code)),
  );
  return new RegExp(`[^\\s\\p{C}${codes.map((code) => `\\u{${code.toString(16)}}`).join("")}]`, "u");
}
