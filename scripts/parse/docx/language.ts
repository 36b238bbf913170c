// The language and direction that a Word document states: of most of its letters, or of its defaults.
import type { Metadata } from "../metadata.ts";
import { child, descendants, isOn, textOf, type Xml } from "./xml.ts";

/** `stated`: the language in the document's properties. */
export function languageOf(
  document: Xml,
  styles: Xml | null,
  stated: string | null,
): Pick<Metadata, "language" | "direction"> {
  const paragraphs = [...descendants(document)].filter(({ name }) => name === "w:p");
  const turned = paragraphs.filter((one) => isOn(child(child(one, "w:pPr"), "w:bidi"))).length;
  const text = paragraphs.map(textOf).join("").slice(0, 20_000);
  const attribute = scriptAttribute(text);
  const letters = new Map<string, number>();
  for (const run of descendants(document)) {
    if (run.name !== "w:r") continue;
    const language = child(child(run, "w:rPr"), "w:lang")?.attributes[attribute];
    if (language !== undefined) letters.set(language, (letters.get(language) ?? 0) + textOf(run).length);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  const defaults =
    styles === null ? undefined : [...descendants(styles)].find(({ name }) => name === "w:docDefaults");
  const usual =
    defaults === undefined
      ? undefined
      : [...descendants(defaults)].find(({ name }) => name === "w:lang")?.attributes[attribute];
  const spoken = most !== undefined && most[1] > text.length / 2 ? most[0] : usual;
  return { language: tag(stated ?? spoken), direction: turned * 2 > paragraphs.length ? "rtl" : null };
}

/** ECMA-376, 17.3.2.20: Latin, East Asian and right-to-left letters have languages of their own. */
function scriptAttribute(text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const eastern = count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  const turned = count(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu);
  const all = count(/\p{L}/gu);
  return eastern * 2 > all ? "w:eastAsia" : turned * 2 > all ? "w:bidi" : "w:val";
}

function tag(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return null;
  }
}
