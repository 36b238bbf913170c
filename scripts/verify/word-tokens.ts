// Cuts text into the words that are counted: the same for a document and for its PDF, however each writes them.

/** Scripts that put no spaces between words, or that lines break within them: compared by character. */
const UNSPACED =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Nothing in it that decomposes, joins or has no case. */
const PLAIN = /^[\t\n\r -~]*$/;

/** Words of a long document come again and again, and are cut by more than one check. */
const known = new Map<string, readonly string[]>();
const MOST = 50_000;
const LONGEST = 40;

/** Lower case, compatibility forms resolved, marks and soft hyphens dropped; characters where there are no spaces. */
export function tokens(text: string): readonly string[] {
  if (text.length > LONGEST) return cut(text);
  const before = known.get(text);
  if (before) return before;
  const found = cut(text);
  if (known.size < MOST) known.set(text, found);
  return found;
}

function cut(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u{0640}\u{AD}]/gu, "")
    .toUpperCase()
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    UNSPACED.test(word) ? (word.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+|./gu) ?? []) : [word],
  );
}
