// An Arabic edition: right to left, a source of its own that may be shown in part, above TLP:CLEAR, on Letter.
import type { Edition } from "../../../scripts/model/edition.ts";
import { full } from "./editions.ts";
import { type Mark, markUp } from "./mark-up.ts";

const text = [
  "بيونغ يانغ، 19 أكتوبر. قال وزير الخارجية سيرغي لافروف إن زيارته تتيح «فرصًا جيدة جدًا لمراجعة كل اتفاق» أُبرم في القمة.",
  "# قضايا شبه الجزيرة",
  "وأضاف أن الولايات المتحدة تقيم تحالفات صغيرة مثل AUKUS وغيرها، وأن ذلك يقوّض البنية القائمة حول رابطة آسيان.",
].join("\n");

const marks: readonly Mark[] = [
  { id: "lavrov", exact: "سيرغي لافروف", body: { kind: "person", id: "sergey-lavrov" } },
  {
    id: "opportunities",
    exact: "فرصًا جيدة جدًا لمراجعة كل اتفاق",
    body: { kind: "quotation", speaker: "sergey-lavrov", form: "direct" },
  },
  { id: "aukus", exact: "AUKUS", body: { kind: "box", id: "aukus" } },
  { id: "asean", exact: "رابطة آسيان", body: { kind: "note", text: "رابطة من عشر دول [@mid]." } },
];

const { blocks, annotations } = markUp("wakala", text, marks);
const [source] = full.sources;
const lavrov = full.people.filter(({ id }) => id === "sergey-lavrov");

export const arabic: Edition = {
  ...full,
  slug: "lafrof",
  title: "لافروف في بيونغ يانغ",
  subtitle: "ما الذي مهّدت له الزيارة",
  marking: "TLP:AMBER+STRICT",
  language: "ar",
  direction: "rtl",
  paper: "Letter",
  yardstick: null,
  summary: "وصل سيرغي لافروف إلى بيونغ يانغ بعد خمسة أسابيع من لقاء بوتين وكيم [@kremlin].",
  keyPoints: [
    {
      text: "كانت زيارة لبوتين قيد الإعداد بلا موعد.",
      confidence: "moderate",
      likelihood: null,
      support: ["opportunities"],
    },
  ],
  sources: source
    ? [
        {
          ...source,
          id: "wakala",
          publisher: "الوكالة",
          language: "ar",
          direction: "rtl",
          publish: "excerpts",
          licence: "جميع الحقوق محفوظة للناشر",
          grade: { reliability: "C", credibility: 2, words: "مصدر موثوق إلى حد ما، والخبر مرجّح" },
          file: "2023-10-19.ar.txt",
          quotations: 1,
          blocks: blocks.map((block) => ({
            ...block,
            segments: block.segments.map((segment) =>
              block.kind === "heading" || segment.annotations.length > 0
                ? segment
                : { ...segment, text: null },
            ),
          })),
        },
      ]
    : [],
  annotations,
  boxes: full.boxes
    .filter(({ id }) => id === "aukus")
    .map((box) => ({
      ...box,
      title: "أوكوس",
      summary: "شراكة أمنية بين أستراليا والمملكة المتحدة والولايات المتحدة.",
      body: "أُعلنت في 15 سبتمبر 2021 [@crs].",
      since: null,
      passages: ["aukus"],
    })),
  people: lavrov.map((person) => ({
    ...person,
    name: "سيرغي لافروف",
    role: "وزير الخارجية",
    affiliation: null,
    note: null,
    passages: ["lavrov", "opportunities"],
  })),
  organisations: [],
  places: [],
  terms: [],
  timeline: full.timeline.slice(1, 4).map((event) => ({
    ...event,
    title: "لقاء",
    text: null,
    people: event.people.filter((id) => id === "sergey-lavrov"),
  })),
  assessment: "وكالة تملكها الدولة.",
  notSaid: "- السلاح.",
};
