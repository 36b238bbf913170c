// Words for the search index: scripts that write none apart are cut into characters, and Arabic articles from their nouns.

const unspaced =
  "(?!\\p{M})[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]\\p{M}*";
const afterUnspaced = new RegExp(`(${unspaced}[^\\s\\p{L}\\p{N}]*)(?=[\\p{L}\\p{N}])`, "gu");
const beforeUnspaced = new RegExp(`([^\\s\\u2060])(?=${unspaced})`, "gu");
const article = /(?<![\p{L}\p{M}])([وف]?(?:[بك]?ال|لل))(?=\p{L}{3})/gu;

/**
 * The text with U+2060 and a space where a word of the index ends and the text has no space: take both away, and the text
 * is as it was. Pagefind's own segmentation serves one language an index, and an index is searched in one language; packs
 * mix theirs. `templates/assets/search.js` cuts what is looked for in the same way.
 */
export function searchWords(text: string): string {
  return text
    .replaceAll("\u2060", "")
    .replace(article, "$1\u2060 ")
    .replace(afterUnspaced, "$1\u2060 ")
    .replace(beforeUnspaced, "$1\u2060 ");
}
