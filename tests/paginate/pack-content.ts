// Content folders made by rule: packs of every script, length and shape, as their files would be read from disk.

import { createHash } from "node:crypto";
import type { ContentFiles } from "../../scripts/model/content.ts";

/** Language → words of its script. Those of scripts without spaces are joined without. */
const SCRIPTS: Readonly<Record<string, string>> = {
  en: "the minister arrived in harbour and discussed trilateral drills with official affluent offices before flying",
  ru: "министр иностранных дел прибыл в столицу и обсудил учения с руководством страны на прошлой неделе",
  el: "ο υπουργός εξωτερικών έφτασε στην πρωτεύουσα και συζήτησε τις ασκήσεις με την ηγεσία της χώρας",
  ar: "وزير الخارجية وصل إلى العاصمة وناقش المناورات مع قيادة البلاد في الأسبوع الماضي قبل المغادرة",
  he: "שר החוץ הגיע לבירה ודן בתרגילים עם הנהגת המדינה בשבוע שעבר לפני שעזב את המקום",
  ko: "외무장관이 수도에 도착하여 지난주 국가 지도부와 훈련에 대해 논의한 뒤 출발했다고 밝혔다",
  ja: "外務大臣 は 首都 に 到着 し 先週 の 演習 について 指導部 と 協議 した",
  zh: "外交部长 抵达 首都 并 与 领导层 讨论 了 上周 的 演习 情况",
  hi: "विदेश मंत्री राजधानी पहुँचे और पिछले सप्ताह देश के नेतृत्व से अभ्यास पर चर्चा की",
  th: "รัฐมนตรี ต่างประเทศ เดินทาง ถึง เมืองหลวง และ หารือ เรื่อง การฝึก กับ ผู้นำ",
};
const UNSPACED = new Set(["ja", "zh", "th"]);
const RIGHT_TO_LEFT = new Set(["ar", "he"]);
/** What stands in right-to-left text and runs the other way. */
const FOREIGN = [
  "AUKUS",
  "NATO’s",
  "(UN) 12.5",
  "Royal Navy talks on",
  "COVID-19",
  "12,000",
  "50%",
  "Ltd. & Co.",
];
const PARAGRAPHS = [1, 6, 14, 3, 30, 9, 60, 20, 2, 110];
const TERMS = ["full", "full", "excerpts", "full", "none"];

/** `count` packs `p01`, `p02` … in turn of the languages, with the boxes and people that they share. */
export function packContent(count: number, languages = Object.keys(SCRIPTS)): ContentFiles {
  const texts = new Map<string, string>([
    [
      "site.yaml",
      "title: Briefings\npublisher: The desk\nbase_url: https://briefings.example/\nlanguage: en\n",
    ],
    ["register/people.yaml", "ann-lee:\n  name: Ann Lee\n  role: Minister\n  as_of: 2023-10-19\n"],
  ]);
  for (let index = 0; index < count; index += 1)
    for (const [path, text] of pack(index, languages)) texts.set(path, text);
  const encoder = new TextEncoder();
  return new Map([...texts].map(([path, text]) => [path, { path, bytes: encoder.encode(text) }]));
}

function pack(index: number, languages: readonly string[]): readonly (readonly [string, string])[] {
  const language = languages[index % languages.length] ?? "en";
  const next = dice(index + 1);
  const say = (words: number) => sentence(language, words, next);
  const slug = `p${String(index + 1).padStart(2, "0")}`;
  const paragraphs = PARAGRAPHS[(index + Math.floor(index / 10)) % PARAGRAPHS.length] ?? 1;
  const terms = TERMS[(index + Math.floor(index / 7)) % TERMS.length] ?? "full";
  const long = index % 9 === 4;

  const blocks = Array.from({ length: paragraphs }, (_none, at) => {
    const text = `${say(6)} ${marker(at)} ${say(long && at === 0 ? 900 : 20 + next(50))}.`;
    if (at % 12 === 7) return `- ${text}\n- ${say(12)}\n- ${say(9)}`;
    if (at % 15 === 11) return `## ${say(4)}\n\n${text}`;
    return text;
  });
  const source = `${blocks.join("\n\n")}\n`;
  const boxes = Array.from(
    { length: Math.min(6, Math.ceil(paragraphs / 8)) },
    (_none, at) => `${slug}-box-${at}`,
  );
  const notes = Array.from({ length: paragraphs }, (_none, at) => at).filter((at) => at % 3 === 0);
  const annotations = [
    ...notes.map(
      (at) => `- {id: n${at}, exact: "${marker(at)}", note: "${say(5 + next(at % 2 ? 12 : 60))}"}`,
    ),
    ...boxes.map((box, at) => `- {id: b${at}, exact: "${marker(at * 8)}", box: ${box}}`),
    ...(paragraphs > 4
      ? [`- {id: q1, exact: "${marker(4)}", quotation: {speaker: ann-lee, form: direct}}`]
      : []),
  ];
  const folder = `packs/${slug}`;
  return [
    [`${folder}/sources/wire/text.md`, source],
    [
      `${folder}/sources/wire/source.yaml`,
      `publisher: Wire\nlanguage: ${language}\npublish: ${terms}\nrevisions:\n  - file: text.md\n    sha256: ${digest(source)}\n    captured: 2023-10-20\n`,
    ],
    [`${folder}/annotations.yaml`, `${annotations.join("\n")}\n`],
    [
      `${folder}/pack.yaml`,
      `title: "${say(5)}"\ndate: 2023-10-19\nlanguage: ${language === "ar" ? "ar" : "en"}\npaper: ${index % 2 ? "Letter" : "A4"}\nsummary: "${say(30)}."\nboxes: [${boxes.join(", ")}]\nkey_points:\n  - text: "${say(14)}."\n    support: [n0]\ntimeline:\n  - {date: 2023-10-18, title: "${say(3)}"}\n`,
    ],
    [
      `${folder}/analysis.md`,
      `${say(40)}.\n\n${nested(say)}\n\n${"x".repeat(index % 6 === 2 ? 300 : 12)} ${say(20)}.\n`,
    ],
    ...boxes.map((box, at) => [`boxes/${box}.md`, boxText(say, at, next)] as const),
  ];
}

function boxText(say: (words: number) => string, at: number, next: (sides: number) => number): string {
  const row = () => `| ${say(2)} | ${say(5)} | ${next(9000)} |`;
  const rows = Array.from({ length: at % 2 ? 25 : 4 }, row).join("\n");
  const table = `| ${say(1)} | ${say(2)} | No |\n| --- | --- | ---: |\n${rows}\n`;
  return `---\ntitle: "${say(3)} ${at + 1}"\n---\n\n${say(at % 3 === 2 ? 260 : 40)}.\n\n${table}\n${nested(say)}\n`;
}

function nested(say: (words: number) => string): string {
  return `- ${say(9)}\n  - ${say(7)}\n    - ${say(12)}\n  - ${say(5)}\n- ${say(8)}`;
}

/** A number that stands once in its source, for annotations to point at. */
function marker(at: number): string {
  return String(40_000 + at);
}

function sentence(language: string, count: number, next: (sides: number) => number): string {
  const words = (SCRIPTS[language] ?? "").split(" ");
  const list = Array.from({ length: count }, () => words[next(words.length)] ?? "");
  if (RIGHT_TO_LEFT.has(language))
    for (let at = next(9); at < count; at += 4 + next(12))
      list.splice(at, 0, FOREIGN[next(FOREIGN.length)] ?? "");
  return list.join(UNSPACED.has(language) ? "" : " ");
}

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 7919;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
