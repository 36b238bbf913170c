// Whether a text names somebody, in whatever case and inflection: in doubt it does.

/** The letters that matter when a name is looked for: no marks, no capitals, no vowel signs. */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase();

const latin = /\p{Script=Latin}/gu;
const scripts = [
  latin,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Han}/gu,
  /\p{Script=Hangul}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Devanagari}/gu,
];
const spaceless = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * False only when none of the words of any name stands in the text, not even inflected, although one of the names is in
 * the script that the text is written in: how a name is written in another, nobody is asked to know.
 */
export function isNamed(names: readonly string[], text: string): boolean {
  const main = scriptsOf(text);
  const comparable = names.filter((name) => main.some((script) => name.match(script) !== null));
  if (comparable.length === 0) return true;
  const given = folded(text);
  return comparable.some((name) =>
    folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => stands(word, given)),
  );
}

/** The scripts in which more than a quarter of the letters are; ASCII has letters of one only. */
function scriptsOf(text: string): readonly RegExp[] {
  if (!/[^\0-\x7f]/.test(text)) return /[A-Za-z]/.test(text) ? [latin] : [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return scripts.filter((script) => (text.match(script)?.length ?? 0) * 4 > letters);
}

function stands(word: string, text: string): boolean {
  if (spaceless.test(word)) return text.includes(word);
  const stem = word.replace(/^\u0627\u0644/, "");
  if (stem.length < 3) return stem !== "" && new RegExp(`(?<!\\p{L})${stem}(?!\\p{L})`, "u").test(text);
  return text.includes(stem.slice(0, Math.max(3, stem.length - (stem.length > 5 ? 2 : 1))));
}
