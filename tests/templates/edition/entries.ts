// Register entries of the full fixture.
import type { Annotation, Entry } from "../../../scripts/model/edition.ts";

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
