// Character sets: what is read by its mark, statement or evidence, what is refused, and where its lines stand.
import { expect, test } from "vitest";
import { parse } from "../../scripts/parse/parse.ts";

/** Encodes by searching the decoder's own table; single and double bytes only. */
function encode(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let byte = 0xff; byte >= 0; byte--) table.set(decoder.decode(new Uint8Array([byte])), [byte]);
  if (/shift|euc|gb|big5/.test(encoding))
    for (let lead = 0xfe; lead >= 0x81; lead--)
      for (let trail = 0xfe; trail >= 0x40; trail--) {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if ([...character].length === 1) table.set(character, [lead, trail]);
      }
  return new Uint8Array([...text].flatMap((character) => table.get(character) ?? []));
}

const russian = "Министр сказал, что встреча была полезной.\nНе было ответа на вопрос о сроках.";
const texts: readonly (readonly [string, string])[] = [
  ["windows-1251", russian],
  ["koi8-r", russian],
  [
    "windows-1252",
    "Le ministre a déclaré que la réunion avait été très utile.\nIl n'y a pas eu de réponse à la question.",
  ],
  [
    "windows-1252",
    "Der Minister erklärte, die Gespräche seien für beide Länder nützlich.\nÜber die Höhe der Mittel wurde nicht gesprochen.",
  ],
  [
    "windows-1250",
    "Minister powiedział, że spotkanie było pożyteczne i że się odbędzie następne.\nNie było odpowiedzi na pytanie o środki.",
  ],
  [
    "windows-1253",
    "Ο υπουργός είπε ότι η συνάντηση ήταν χρήσιμη για τις δύο χώρες.\nΔεν υπήρξε απάντηση στο ερώτημα.",
  ],
  [
    "windows-1254",
    "Bakan, görüşmenin çok yararlı olduğunu ve ilişkilerin gelişeceğini söyledi.\nSoruya bir yanıt verilmedi, daha sonra açıklanacak.",
  ],
  ["windows-1255", "השר אמר כי הפגישה הייתה מועילה לשתי המדינות.\nלא ניתנה תשובה על השאלה של העיתונאים."],
  [
    "windows-1256",
    "قال الوزير إن الاجتماع كان مفيدا في كل الأحوال.\nولم يصدر رد على السؤال من الجانب الآخر.",
  ],
  ["shift_jis", "大臣は会談が有益だったと述べた。\n質問への回答はなかった。"],
  ["gb18030", "部长说会谈对两国都有好处。\n他没有回答记者的问题。"],
  ["euc-kr", "장관은 회담이 양국에 유익했다고 말했다.\n기자들의 질문에는 답하지 않았다."],
];

test.each(texts)("%s by evidence", (encoding, text) => {
  const bytes = encode(encoding, text);
  const { value, findings } = parse("a.txt", bytes);
  expect(findings).toEqual([]);
  expect(value.text).toBe(text);
  expect(value.encoding).toBe(encoding);
  for (const { text: words, runs } of value.blocks) {
    const [{ byteStart, byteEnd } = { byteStart: 0, byteEnd: 0 }] = runs;
    expect(new TextDecoder(encoding).decode(bytes.subarray(byteStart, byteEnd))).toBe(words);
  }
});

test.each(["utf-16le", "utf-16be"])("%s with and without its mark", (encoding) => {
  const little = Buffer.from(`\ufeff${russian} end of text, it said.`, "utf16le");
  const bytes = encoding === "utf-16le" ? little : Buffer.from(little).swap16();
  for (const [at, mark] of [
    [0, 2],
    [2, 0],
  ] as const) {
    const { value, findings } = parse("a.txt", new Uint8Array(bytes.subarray(at)));
    expect(findings).toEqual([]);
    expect(value.blocks.map(({ text }) => text).join("\n")).toBe(`${russian} end of text, it said.`);
    expect(value.blocks[1]?.runs[0]?.byteStart).toBe(mark + 2 * (russian.indexOf("\n") + 1));
  }
});

/** Name, file, bytes in Latin-1, what the finding says, its place. */
const refused: readonly (readonly [string, string, string, RegExp, string])[] = [
  ["a single odd byte", "a.txt", "One.\nThis is l\xe9gal.", /is not UTF-8 here/, "2:10"],
  [
    "two plausible sets",
    "a.txt",
    "b\xe8 c\xe8 d\xe8 k\xe8 m\xe8",
    /may be windows-125\d or [\w-]+: “.+” or “.+”/,
    "1:2",
  ],
  [
    "stated and untrue",
    "a.html",
    '<meta charset="utf-8"><p>caf\xe9 au lait, dit-il ce matin-l\xe0.',
    /says that it is UTF-8, which it is not here/,
    "1:29",
  ],
  ["ISO-2022-JP", "a.txt", "\x1b$BF|K\\\x1b(B", /ISO-2022-JP/, "1:1"],
];

test.each(refused)("%s is a finding", (_, file, latin1, message, place) => {
  const { value, findings } = parse(file, new Uint8Array(Buffer.from(latin1, "latin1")));
  expect(value.blocks).toEqual([]);
  expect(findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([
    `encoding ${place}`,
  ]);
  expect(findings[0]?.message).toMatch(message);
});

test("a page that states one set and is in another", () => {
  const page = `<meta charset="iso-8859-1"><p>${russian.replace("\n", "<p>")}`;
  const { findings } = parse("a.html", encode("windows-1251", page));
  expect(findings.map(({ message }) => message)).toEqual([
    "says that it is windows-1252, but reads like windows-1251",
  ]);
  const utf8 = parse("a.html", new TextEncoder().encode(page));
  expect(utf8.findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(["warning encoding"]);
  expect(utf8.value.text).toBe(russian);
});
