// Selectors and texts. `⟦ ⟧` in a text mark the range that must be found; a text without them says what else must come of it.
import type { Match } from "../../scripts/model/selector.ts";

export type MatchCase = {
  readonly name: string;
  readonly text: string;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** `anchored` unless told. */
  readonly kind?: Match["kind"];
};

const orphan = "orphan" as const;
const ambiguous = "ambiguous" as const;
const contradicted = "out-of-context" as const;

const normalisation: readonly MatchCase[] = [
  { name: "curly single quotes", text: "the ⟦Minister’s⟧ word", exact: "Minister's" },
  { name: "low-9 and reversed single quotes", text: "a ⟦‚b‛⟧ c", exact: "'b'" },
  { name: "curly double quotes", text: "he said ⟦“yes”⟧ twice", exact: '"yes"' },
  { name: "low-9 and reversed double quotes", text: "sie sagte ⟦„ja‟⟧ dann", exact: '"ja"' },
  { name: "guillemets are not quotes", text: "il dit «oui» ici", exact: '"oui"', kind: orphan },
  { name: "primes are not quotes", text: "a 5′ wall", exact: "5'", kind: orphan },
  { name: "hyphen, figure dash, en dash", text: "⟦a‐b‒c–d⟧ e", exact: "a-b-c-d" },
  { name: "em dash, bar, minus, no-break hyphen", text: "⟦a—b―c−d‑e⟧ f", exact: "a-b-c-d-e" },
  { name: "small hyphen is no hyphen", text: "a﹣b", exact: "a-b", kind: orphan },
  { name: "no-break space", text: "⟦5\u00a0000 tonnes⟧ more", exact: "5 000 tonnes" },
  { name: "thin, narrow and ideographic space", text: "⟦a\u2009b\u202fc\u3000d⟧ e", exact: "a b c d" },
  { name: "runs of white space", text: "x ⟦a \n\t b⟧ y", exact: "a b" },
  { name: "runs of white space in the selector", text: "x ⟦a b⟧ y", exact: "  a \n b " },
  { name: "next line and line separator", text: "⟦a\u0085b\u2028c⟧", exact: "a b c" },
  { name: "soft hyphen inside a word", text: "the ⟦coop\u00aderation⟧ of", exact: "cooperation" },
  { name: "soft hyphen in the selector", text: "the ⟦cooperation⟧ of", exact: "coop\u00aderation" },
  { name: "soft hyphen before an accent", text: "the ⟦cafe\u00ad\u0301⟧ there", exact: "café" },
  { name: "zero width space and word joiner", text: "⟦a\u200bb\u2060c\ufeffd⟧ e", exact: "abcd" },
  { name: "a dropped character makes no edge", text: "il\u200blegal", exact: "legal", kind: orphan },
  { name: "a dropped character between spaces", text: "⟦a \u200b b⟧", exact: "a b" },
  { name: "ZWNJ is kept", text: "می‌خواهم", exact: "میخواهم", kind: orphan },
  { name: "ZWJ is kept", text: "क्‍ष here", exact: "क्ष", kind: orphan },
  { name: "decomposed text", text: "le ⟦cafe\u0301⟧ noir", exact: "caf\u00e9" },
  { name: "decomposed selector", text: "le ⟦caf\u00e9⟧ noir", exact: "cafe\u0301" },
  { name: "marks in another order", text: "⟦q\u0323\u0307⟧ r", exact: "q\u0307\u0323" },
  { name: "conjoining jamo", text: "⟦\u1112\u1161\u11ab\u1100\u116e\u11a8⟧ 사람", exact: "한국" },
  { name: "jamo after a composed syllable", text: "⟦\ud558\u11ab⟧ 사람", exact: "한" },
  { name: "singletons", text: "⟦5 \u2126⟧ here", exact: "5 \u03a9" },
  { name: "composition exclusions", text: "⟦\u0958ल⟧ यहाँ", exact: "\u0915\u093cल" },
  { name: "compatibility forms are other letters", text: "the ﬁrst", exact: "first", kind: orphan },
  { name: "full width digits are other digits", text: "２０２３年", exact: "2023", kind: orphan },
  { name: "no case folding", text: "the Quad met", exact: "the quad", kind: orphan },
  { name: "no folding of dotless i", text: "Işık geldi", exact: "Isik", kind: orphan },
  { name: "homoglyphs are other letters", text: "АUKUS met", exact: "AUKUS", kind: orphan },
  { name: "an empty selector", text: "anything", exact: "\u00ad", kind: orphan },
];

const edges: readonly MatchCase[] = [
  { name: "inside a word", text: "an illegal act", exact: "legal", kind: orphan },
  { name: "the start of a word", text: "legally", exact: "legal", kind: orphan },
  { name: "before a mark of its own", text: "cafe\u0301 noir", exact: "cafe", kind: orphan },
  { name: "a word and a digit", text: "the G20 met", exact: "G2", kind: orphan },
  { name: "inside a number", text: "15,000 tonnes", exact: "5,000 tonnes", kind: orphan },
  { name: "after a comma of a number", text: "15,000 tonnes", exact: "000 tonnes", kind: orphan },
  { name: "before a comma of a number", text: "about 15,000 tonnes", exact: "about 15", kind: orphan },
  { name: "before a point of a number", text: "rose 1.5 points", exact: "rose 1", kind: orphan },
  { name: "with the comma of a number", text: "about 15,000", exact: "about 15,", kind: orphan },
  { name: "an apostrophe in a number", text: "CHF 1’000’000 paid", exact: "000", kind: orphan },
  { name: "a whole number", text: "the ⟦15,000 tonnes⟧ of", exact: "15,000 tonnes" },
  { name: "a number at the end of a sentence", text: "in ⟦2023⟧. Then", exact: "2023" },
  { name: "a number before a comma and a space", text: "in ⟦2023⟧, 400", exact: "2023" },
  { name: "a possessive", text: "⟦Vladimir Putin⟧’s visit", exact: "Vladimir Putin" },
  { name: "an elision", text: "l’⟦Ukraine⟧ dit", exact: "Ukraine" },
  { name: "a hyphen", text: "⟦US⟧-led talks", exact: "US" },
  { name: "quotation marks", text: "the “⟦dialogue⟧” of", exact: "dialogue" },
  { name: "an Arabic prefix", text: "والرئيس قال", exact: "الرئيس", kind: orphan },
  { name: "Arabic", text: "قال ⟦الرئيس⟧، أمس", exact: "الرئيس" },
  { name: "Arabic with its vowels", text: "في ⟦سُهيلة⟧، اليوم", exact: "سُهيلة" },
  { name: "Arabic without its vowels", text: "في سُهيلة، اليوم", exact: "سهيلة", kind: orphan },
  { name: "Persian within ZWNJ", text: "من می‌خواهم", exact: "خواهم", kind: orphan },
  { name: "Persian with ZWNJ", text: "من ⟦می‌خواهم⟧ بروم", exact: "می‌خواهم" },
  { name: "Hebrew", text: "אמר ⟦ראש הממשלה⟧ אתמול", exact: "ראש הממשלה" },
  { name: "Russian", text: "заявил ⟦Лавров⟧, добавив", exact: "Лавров" },
  { name: "inside a Russian word", text: "Лаврова видели", exact: "Лавров", kind: orphan },
  { name: "Hindi", text: "⟦नमस्ते⟧ दुनिया", exact: "नमस्ते" },
  { name: "half a Hindi word", text: "नमस्ते दुनिया", exact: "नमस्", kind: orphan },
  { name: "Greek", text: "ο ⟦υπουργός⟧ είπε", exact: "υπουργός" },
  { name: "Korean needs whole words", text: "평양에 도착", exact: "평양", kind: orphan },
  { name: "Korean", text: "⟦평양에⟧ 도착", exact: "평양에" },
  { name: "Chinese", text: "俄罗斯外长⟦拉夫罗夫⟧访问平壤", exact: "拉夫罗夫" },
  { name: "Chinese beside digits", text: "于⟦2023⟧年访问", exact: "2023" },
  { name: "half a number beside Chinese", text: "于2023年", exact: "202", kind: orphan },
  { name: "Japanese", text: "彼は⟦平壌⟧を訪れた", exact: "平壌" },
  { name: "kana", text: "これは⟦テスト⟧です", exact: "テスト" },
  { name: "kana without its voicing mark", text: "か\u3099く", exact: "か", kind: orphan },
  { name: "Thai", text: "เขา⟦เดินทาง⟧ไปเปียงยาง", exact: "เดินทาง" },
  { name: "a Thai consonant without its vowel", text: "ที่นี่", exact: "ท", kind: orphan },
  { name: "Lao", text: "ລາວ⟦ເດີນທາງ⟧ໄປ", exact: "ເດີນທາງ" },
  { name: "Khmer", text: "គាត់⟦ទៅ⟧ផ្ទះ", exact: "ទៅ" },
  { name: "Burmese", text: "သူ⟦သွား⟧သည်", exact: "သွား" },
  { name: "half a Burmese grapheme", text: "သူသွား", exact: "သ", kind: orphan },
  { name: "part of a joined emoji", text: "the 👩‍🚀 flew", exact: "👩", kind: orphan },
  { name: "part of a flag", text: "the 🇰🇵 flag", exact: "🇰", kind: orphan },
  { name: "an emoji beside a word", text: "yes⟦👍⟧no", exact: "👍" },
  { name: "letters beyond the basic plane", text: "⟦𝒜b⟧ c", exact: "𝒜b" },
  { name: "inside letters beyond the basic plane", text: "𝒜bc", exact: "bc", kind: orphan },
  { name: "an underscore is no letter", text: "a_⟦b⟧_c", exact: "b" },
];

const twice = "He came to see Lavrov. She came to see Lavrov again.";
const context: readonly MatchCase[] = [
  { name: "two without context", text: twice, exact: "Lavrov", kind: ambiguous },
  { name: "prefix of the first", text: "He saw ⟦Kim⟧. She met Kim.", exact: "Kim", prefix: "saw" },
  { name: "prefix of the second", text: "He saw Kim. She met ⟦Kim⟧.", exact: "Kim", prefix: "met" },
  { name: "suffix", text: "Kim. So ⟦Kim⟧ said", exact: "Kim", suffix: "said" },
  { name: "outer white space", text: "He saw Kim. She met ⟦Kim⟧.", exact: "Kim", prefix: " \n met  " },
  { name: "context without the space before it", text: "a “⟦Kim⟧” b Kim", exact: "Kim", prefix: "“" },
  { name: "the outer end cuts a word", text: "unmade Kim, remade ⟦Kim⟧.", exact: "Kim", prefix: "remade" },
  { name: "the outer end cuts the word short", text: "see Kim, hear ⟦Kim⟧.", exact: "Kim", prefix: "ar" },
  { name: "the outer end of a suffix cuts a word", text: "Kim sat, ⟦Kim⟧ stood", exact: "Kim", suffix: "st" },
  { name: "context is normalised", text: "it’s Kim; it's—⟦Kim⟧", exact: "Kim", prefix: "it‘s–" },
  { name: "empty context is absent", text: "a ⟦Kim⟧ b", exact: "Kim", prefix: "", suffix: " " },
  { name: "both sides must agree", text: "a Kim b, a ⟦Kim⟧ c", exact: "Kim", prefix: "a", suffix: "c" },
  {
    name: "one side of several is not enough",
    text: "a Kim b, c Kim d",
    exact: "Kim",
    prefix: "a",
    suffix: "d",
    kind: ambiguous,
  },
  { name: "context that fits both", text: twice, exact: "Lavrov", prefix: "see", kind: ambiguous },
  { name: "context that fits none of several", text: twice, exact: "Lavrov", prefix: "saw", kind: ambiguous },
  { name: "a sole candidate, other prefix", text: "a Kim b", exact: "Kim", prefix: "c", kind: contradicted },
  { name: "a sole candidate, other suffix", text: "a Kim b", exact: "Kim", suffix: "c", kind: contradicted },
  { name: "a sole candidate, one side agrees", text: "a ⟦Kim⟧ b", exact: "Kim", prefix: "a", suffix: "c" },
  { name: "the other side agrees", text: "a ⟦Kim⟧ b", exact: "Kim", prefix: "c", suffix: "b" },
  { name: "neither agrees", text: "a Kim b", exact: "Kim", prefix: "c", suffix: "c", kind: contradicted },
  { name: "context past the start", text: "⟦Kim⟧ b", exact: "Kim", prefix: "long before", suffix: "b" },
  { name: "overlapping candidates", text: "was was was", exact: "was was", kind: ambiguous },
  { name: "overlapping, with context", text: "⟦was was⟧ was", exact: "was was", suffix: "was" },
  { name: "a candidate inside a word does not count", text: "illegal, ⟦legal⟧", exact: "legal" },
  { name: "across blocks", text: "One ⟦end.\nA start⟧ two", exact: "end. A start" },
  { name: "context across blocks", text: "end.\n⟦Kim⟧ x. Kim", exact: "Kim", prefix: "end." },
];

export const matchCases: readonly MatchCase[] = [...normalisation, ...edges, ...context];
