// The catalogue of fonts: every face of the packages that we ship, read from their stylesheets.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FontFace } from "../model/font.ts";
import { fontCharacters } from "./font-characters.ts";

/** Package of @fontsource → its stylesheets. The order is that of the font stacks in templates/assets/tokens.css. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "source-serif-4": ["400.css", "400-italic.css", "600.css"],
  "source-sans-3": ["400.css", "400-italic.css", "600.css"],
  "noto-naskh-arabic": ["400.css", "600.css"],
  "noto-serif-hebrew": ["400.css", "600.css"],
  "noto-serif-devanagari": ["400.css", "600.css"],
  "noto-serif-bengali": ["400.css", "600.css"],
  "noto-serif-tamil": ["400.css", "600.css"],
  "noto-serif-thai": ["400.css", "600.css"],
  "noto-serif-georgian": ["400.css", "600.css"],
  "noto-serif-armenian": ["400.css", "600.css"],
  "noto-serif-gujarati": ["400.css", "600.css"],
  "noto-sans-gurmukhi": ["400.css", "600.css"],
  "noto-serif-telugu": ["400.css", "600.css"],
  "noto-sans-kannada": ["400.css", "600.css"],
  "noto-serif-malayalam": ["400.css", "600.css"],
  "noto-serif-sinhala": ["400.css", "600.css"],
  "noto-serif-khmer": ["400.css", "600.css"],
  "noto-serif-lao": ["400.css", "600.css"],
  "noto-serif-myanmar": ["400.css", "600.css"],
  "noto-sans-ethiopic": ["400.css", "600.css"],
  "noto-serif-kr": ["400.css", "600.css"],
  "noto-serif-jp": ["400.css", "600.css"],
  "noto-serif-sc": ["400.css", "600.css"],
  "noto-sans-symbols": ["400.css", "600.css"],
  "noto-emoji": ["400.css", "600.css"],
};

export async function readFonts(): Promise<readonly FontFace[]> {
  const require = createRequire(import.meta.url);
  const faces: FontFace[] = [];
  for (const [name, sheets] of Object.entries(packages)) {
    const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
    for (const sheet of sheets) faces.push(...facesOf(await readFile(join(folder, sheet), "utf8"), folder));
  }
  return faces;
}

function facesOf(css: string, folder: string): readonly FontFace[] {
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, block = ""]) => {
    const values = new Map(
      Array.from(block.matchAll(/([a-z-]+): ([^;]*);/g), ([, name, text]) => [name, text]),
    );
    const value = (property: string) => values.get(property) ?? "";
    const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(block)?.[1];
    if (file === undefined) return [];
    return {
      family: value("font-family").replaceAll("'", ""),
      weight: Number(value("font-weight")),
      style: value("font-style") === "italic" ? "italic" : "normal",
      ranges: rangesOf(value("unicode-range")),
      path: join(folder, file),
      name: file.slice("files/".length),
      characters: onDemand(join(folder, file)),
    };
  });
}

function onDemand(path: string): FontFace["characters"] {
  let found: ReadonlySet<number> | undefined;
  return () => {
    found ??= fontCharacters(readFileSync(path));
    return found;
  };
}

/** `U+0-ff,U+131` to pairs; an absent range is everything. */
function rangesOf(text: string): FontFace["ranges"] {
  if (text === "") return [[0, 0x10ffff]];
  return text.split(",").map((part) => {
    const [from = "", to = from] = part.trim().slice(2).split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
