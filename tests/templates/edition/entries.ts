// Boxes and register entries of the full fixture.
import type { Annotation, Box, Entry } from "../../../scripts/model/edition.ts";

type Given = Partial<Entry> & Pick<Entry, "id" | "name">;

const blank: Omit<Entry, "id" | "name" | "kind"> = {
  nativeName: null,
  aliases: [],
  role: null,
  asOf: null,
  affiliation: null,
  died: null,
  note: null,
  lat: null,
  lon: null,
  citations: {},
  passages: [],
};

const russian = (text: string) => ({ text, lang: "ru", direction: "ltr" as const });
const mfa = { id: "russian-mfa", name: "Russian Foreign Ministry" };
const day = "2023-10-19";

const people: readonly Given[] = [
  {
    id: "alexander-matsegora",
    name: "Alexander Matsegora",
    nativeName: russian("Александр Мацегора"),
    role: "Ambassador of Russia to North Korea",
    asOf: day,
    affiliation: mfa,
    died: "2025-12",
    note: "In Pyongyang since 2014 [@kcna].",
  },
  {
    id: "andrey-kartapolov",
    name: "Andrey Kartapolov",
    nativeName: russian("Андрей Картаполов"),
    role: "Chairman of the defence committee",
    asOf: day,
    affiliation: { id: null, name: "State Duma" },
  },
  {
    id: "andrey-rudenko",
    name: "Andrey Rudenko",
    nativeName: russian("Андрей Руденко"),
    role: "Deputy Foreign Minister",
    asOf: day,
    affiliation: mfa,
  },
  {
    id: "dmitry-peskov",
    name: "Dmitry Peskov",
    nativeName: russian("Дмитрий Песков"),
    aliases: ["Dmitri Peskov"],
    role: "Press secretary of the President",
    asOf: day,
    affiliation: { id: null, name: "Kremlin" },
    note: "Speaks for Putin daily; what he leaves open is left open on purpose.",
  },
  {
    id: "kim-jong-un",
    name: "Kim Jong Un",
    nativeName: { text: "김정은", lang: "ko", direction: "ltr" },
    role: "President of State Affairs",
    asOf: day,
    affiliation: { id: null, name: "DPRK" },
  },
  {
    id: "maria-zakharova",
    name: "Maria Zakharova",
    nativeName: russian("Мария Захарова"),
    role: "Director of information and press",
    asOf: day,
    affiliation: mfa,
  },
  {
    id: "sergey-lavrov",
    name: "Sergey Lavrov",
    nativeName: russian("Сергей Лавров"),
    aliases: ["Sergei Lavrov"],
    role: "Foreign Minister",
    asOf: day,
    affiliation: mfa,
    note: "Foreign minister since March 2004. His previous visit to Pyongyang was in May 2018 [@mid].",
  },
  {
    id: "vladimir-putin",
    name: "Vladimir Putin",
    nativeName: russian("Владимир Путин"),
    role: "President of Russia",
    asOf: day,
  },
  {
    id: "wang-yi",
    name: "Wang Yi",
    nativeName: { text: "王毅", lang: "zh", direction: "ltr" },
    role: "Foreign Minister",
    asOf: day,
    affiliation: { id: null, name: "China" },
  },
  {
    id: "faisal",
    name: "Faisal bin Farhan",
    nativeName: { text: "فيصل بن فرحان", lang: "ar", direction: "rtl" },
    role: "Foreign Minister",
    asOf: day,
    affiliation: { id: null, name: "Saudi Arabia" },
  },
];

const organisations: readonly Given[] = [
  {
    id: "russian-mfa",
    name: "Russian Foreign Ministry",
    nativeName: russian("Министерство иностранных дел"),
    aliases: ["MFA", "MID"],
    note: "Announced the visit on 16 October [@mid].",
  },
];

const places: readonly Given[] = [
  {
    id: "beijing",
    name: "Beijing",
    nativeName: { text: "北京", lang: "zh", direction: "ltr" },
    lat: 39.9042,
    lon: 116.4074,
  },
  {
    id: "pyongyang",
    name: "Pyongyang",
    nativeName: { text: "평양", lang: "ko", direction: "ltr" },
    lat: 39.0194,
    lon: 125.7547,
    note: "Capital of North Korea.",
  },
];

const terms: readonly Given[] = [
  {
    id: "asean-centric",
    name: "ASEAN-centric",
    note: "Built on the forums that the Association of Southeast Asian Nations convenes, such as the East Asia Summit.",
  },
  {
    id: "asia-pacific",
    name: "Asia Pacific",
    note: "The name Russia and China prefer to *Indo-Pacific* [@crs].",
  },
];

/** Entries of a kind with the passages that name or quote them. */
function entries(
  kind: Entry["kind"],
  given: readonly Given[],
  annotations: readonly Annotation[],
): readonly Entry[] {
  return given.map((one) => ({
    ...blank,
    kind,
    citations: { mid: 2, kcna: 3, crs: 4 },
    passages: annotations
      .filter(
        ({ body }) =>
          (body.kind === kind && body.id === one.id) ||
          (body.kind === "quotation" && body.speaker === one.id),
      )
      .map(({ id }) => id),
    ...one,
  }));
}

export function registers(annotations: readonly Annotation[]) {
  return {
    people: entries("person", people, annotations),
    organisations: entries("organisation", organisations, annotations),
    places: entries("place", places, annotations),
    terms: entries("term", terms, annotations),
  };
}

const boxes: readonly Omit<Box, "citations" | "passages">[] = [
  {
    id: "aukus",
    title: "AUKUS",
    type: "grouping",
    asOf: "2023-10-19",
    reviewBy: "2027-05",
    summary: "A security partnership of Australia, the United Kingdom and the United States.",
    body: "Its leaders announced it on 15 September 2021 as an “enhanced trilateral security partnership” [@crs]. It is not an alliance: its founding statement has no promise of mutual defence.\n\n- **Pillar 1** is to give the Australian navy nuclear-powered, conventionally armed submarines.\n- **Pillar 2** is joint work on other military technology; eight groups were active in June 2023 [@crs].\n\nRussia has said since October 2021 that such formats erode those built around ASEAN [@mid].",
    since:
      "In August 2024 the three signed an agreement on the transfer of naval nuclear material. In December 2025 a review by the Pentagon ended in favour of going on.",
  },
  {
    id: "quad",
    title: "The Quad",
    type: "grouping",
    asOf: "2023-10-19",
    reviewBy: null,
    summary: "A diplomatic forum of Australia, India, Japan and the United States.",
    body: "It goes back to the response to the tsunami of December 2004, lapsed in 2008 and was revived in 2017. By the day of the article its leaders had met five times, three of them in person [@crs]. Its foreign ministers, four weeks earlier, had declared “unwavering support for ASEAN’s unity and centrality”.",
    since: null,
  },
  {
    id: "intergovernmental-commission",
    title: "The intergovernmental commission",
    type: "institution",
    asOf: "2023-10-19",
    reviewBy: null,
    summary:
      "The standing body of Russia and North Korea for trade, economic, scientific and technical cooperation.",
    body: "On hold since early 2020, when North Korea closed its borders [@kcna]. After the summit of 13 September 2023 both sides said that it would meet again in November.\n\n| Session | Place | Date |\n| --- | --- | --- |\n| 7th | Pyongyang | April 2015 |\n| 8th | Pyongyang | March 2018 |\n| 9th | Moscow | March 2019 |",
    since: "The tenth session met in Pyongyang on 15 November 2023.",
  },
];

export function boxesOf(annotations: readonly Annotation[]): readonly Box[] {
  return boxes.map((box) => ({
    ...box,
    citations: { mid: 2, kcna: 3, crs: 4 },
    passages: annotations.filter(({ body }) => body.kind === "box" && body.id === box.id).map(({ id }) => id),
  }));
}
