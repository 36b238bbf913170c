// Which font files a text needs, and the stylesheet that names them: only subsets whose characters occur are shipped.
import type { FontFace } from "../model/font.ts";

/** Families in which Han characters are drawn as each language draws them. */
const han: Readonly<Record<string, string>> = {
  zh: "Noto Serif SC",
  ja: "Noto Serif JP",
  ko: "Noto Serif KR",
};

/**
 * Faces for every character of the text, in the order of the catalogue. A character is looked for family by family, and
 * one that has no glyph for it is passed over; Han characters first in the families of the languages that occur. The
 * Latin faces of the text fonts are always there.
 */
export function facesFor(
  text: string,
  languages: readonly string[],
  catalogue: readonly FontFace[],
): readonly FontFace[] {
  const eastern = new Set(languages.flatMap((tag) => han[tag.toLowerCase().split("-")[0] ?? ""] ?? []));
  if (eastern.size === 0) eastern.add("Noto Serif SC");
  const { subsets, servers } = knownOf(catalogue);
  const chosen = new Set<FontFace>();

  /** Faces of running text and the first other that have the character, or all; and whether a text would be served. */
  function serve(code: number, isCandidate: (face: FontFace) => boolean, all: boolean): Served {
    let served = false;
    const found: FontFace[] = [];
    for (const faces of subsets) {
      const [first] = faces;
      if (first === undefined || !isCandidate(first) || !claims(first, code)) continue;
      const text = first.family.startsWith("Source ");
      if ((served && !text && !all) || !covers(first, code)) continue;
      found.push(...faces);
      served ||= !text || first.family === "Source Serif 4";
    }
    return { faces: found, served };
  }

  function serversOf(character: string): readonly FontFace[] {
    const code = character.codePointAt(0) ?? 0;
    if (!/\p{Script=Han}/u.test(character)) return serve(code, () => true, false).faces;
    const own = serve(code, ({ family }) => eastern.has(family), true);
    return own.served ? own.faces : [...own.faces, ...serve(code, () => true, false).faces];
  }

  const families = [...eastern].sort().join();
  for (const character of new Set([..." Aé0“", ...text])) {
    const key = `${character} ${families}`;
    const faces = servers.get(key) ?? serversOf(character);
    servers.set(key, faces);
    for (const face of faces) chosen.add(face);
  }
  return catalogue.filter((face) => chosen.has(face));
}

type Served = { readonly faces: readonly FontFace[]; readonly served: boolean };

/** Of a catalogue: its faces by subset, and those that serve a character, once somebody asked. */
type Known = {
  readonly subsets: readonly (readonly FontFace[])[];
  readonly servers: Map<string, readonly FontFace[]>;
};

const knownCatalogues = new WeakMap<readonly FontFace[], Known>();

function knownOf(catalogue: readonly FontFace[]): Known {
  const before = knownCatalogues.get(catalogue);
  if (before !== undefined) return before;
  const subsets = new Map<string, FontFace[]>();
  for (const face of catalogue) {
    const key = `${face.family} ${JSON.stringify(face.ranges)}`;
    const faces = subsets.get(key);
    if (faces === undefined) subsets.set(key, [face]);
    else faces.push(face);
  }
  const known = { subsets: [...subsets.values()], servers: new Map() };
  knownCatalogues.set(catalogue, known);
  return known;
}

/** Characters of a text that no face covers, spaces and controls apart. */
export function uncovered(text: string, faces: readonly FontFace[]): readonly string[] {
  return [...new Set(text)].filter(
    (character) =>
      /[^\p{White_Space}\p{C}\p{Variation_Selector}]/u.test(character) &&
      !faces.some((face) => covers(face, character.codePointAt(0) ?? 0)),
  );
}

/**
 * `folder` is where the files stand as seen from the stylesheet, ending in `/`. Faces whose subset is a long list of
 * ranges, as those of eastern scripts are, name only the characters of the text.
 */
export function fontCss(faces: readonly FontFace[], folder: string, text: string): string {
  const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  return faces
    .map((face) => {
      const { family, weight, style, name, ranges } = face;
      const named =
        ranges.length <= 16
          ? ranges
          : codes.filter((code) => covers(face, code)).map((code) => [code, code] as const);
      return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url("${folder}${name}") format("woff2");unicode-range:${named.map(rangeText).join(",")}}\n`;
    })
    .join("");
}

function rangeText([from, to]: readonly [number, number]): string {
  return from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`;
}

function claims({ ranges }: FontFace, code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}

function covers(face: FontFace, code: number): boolean {
  return claims(face, code) && face.characters().has(code);
}
