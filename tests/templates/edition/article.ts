// The article of the full fixture, as TASS published it on 19 October 2023, and the passages marked in it.
import type { Mark } from "./mark-up.ts";

export const articleText = [
  "PYONGYANG, October 19. /TASS/. Russian Foreign Minister Sergey Lavrov, who is visiting North Korea, is expected to discuss on Thursday Russian President Vladimir Putin’s possible visit to Pyongyang and the situation on the Korean Peninsula.",
  "Earlier this week, the top Russian diplomat accompanied Russian President Vladimir Putin during his visit to Beijing. There, he met with his Chinese counterpart Wang Yi.",
  'Apparently, Lavrov will inform North Korean partners about outcomes of Beijing meetings. However, Putin’s possible visit to North Korea is expected to be in the focus. Earlier, Kremlin spokesman Dmitry Peskov said that the Russian leader has an official invitation to visit the country, but the timeframe of a possible visit is yet to be "coordinated via diplomatic channels." In his view, the trip may provide some clarity on the issue.',
  'As the Russian Foreign Ministry’s official spokeswoman Maria Zakharova has said, the sides "will discuss a wide array of bilateral relations and Korean Peninsula issue" during Lavrov’s visit to Pyongyang.',
  'Speaking at the official reception by the DPRK government, Lavrov noted that his visit gives "very good opportunities to review each agreement" that were reached by Russian President Vladimir Putin and North Korean leader Kim Jong Un and "outline practical steps in order to guarantee full implementation and realization of each of these agreements."',
  "# Korean Peninsula problems",
  'The situation on the Korean Peninsula is expected to be high on the agenda of Lavrov’s talks in Pyongyang. Russian Deputy Foreign Minister Andrey Rudenko told reporters earlier that Russia is "seriously concerned" over the situation on the Korean Peninsula because the US and its allies’ actions in the region "only postpone the resolution of the Korean nuclear issue." He stressed that instead of trying to establish dialogue with Pyongyang, the US side has opted for increasing pressure, conducting joint drills, "intimidating with using force methods of resolving problems, establishing new military alliances in the sub-region."',
  'He did not rule out however that North Korea’s participation in Russia-led regional associations would help stabilize the situation on the Korean Peninsula. At the same time, he noted that this this is not a "matter of tomorrow." Lavrov’s visit may help outline some prospects on this track.',
  "# Regional security",
  "Another topic for discussion may be the issue of trilateral drills involving the Russian, Chinese, and North Korean military. Russian lawmaker Andrey Kartapolov said earlier that Pyongyang’s possible participation in Russian-Chinese joint drills could be positive for security in the Asian Pacific region.",
  'Lavrov has repeatedly pointed to the United States and NATO’ destructive actions in the Asia Pacific region. He recalled that Washington keeps on establishing mini-alliances, such as AUKUS (Australia, the UK, and the US), QUAD (Quadrilateral Security Dialogue, which unites Australia, India, Japan and the US) and others, which are obviously aimed against Russia and China. Such efforts, in his words, are geared to break down the ASEAN-centric inclusive regional architecture and are fraught with "risks of the emergences of another explosive hotbed of geopolitical tension." The sides are expected to coordinate their positions on this matter as well.',
  "# Bilateral agenda",
  "Zakharova also said that specific directions of cooperation in practical areas will be reviewed during the session of the intergovernmental commission on trade, economic and technological cooperation, scheduled for November. Some of these matters will also be touched upon by the sides during Lavrov’s current visit.",
  'Russian Ambassador to Pyongyang Alexander Matsegora has told reporters that "at this point, everything necessary is being done for soonest re-start of trade and economic relations." He stressed that the embassy, as well as Russian ministries, agencies and businessmen, are ready for this work. At the same time, the Russian side also sees positive business-like attitude from its North Korean colleagues.',
].join("\n");

const direct = (id: string, speaker: string, exact: string): Mark => ({
  id,
  exact,
  body: { kind: "quotation", speaker, form: "direct" },
});
const indirect = (id: string, speaker: string, exact: string): Mark => ({
  id,
  exact,
  body: { kind: "quotation", speaker, form: "indirect" },
});
const entry = (kind: "person" | "organisation" | "place" | "term", id: string, exact: string): Mark => ({
  id: `${id}-named`,
  exact,
  body: { kind, id },
});

export const articleMarks: readonly Mark[] = [
  entry("place", "pyongyang", "PYONGYANG"),
  entry("person", "sergey-lavrov", "Russian Foreign Minister Sergey Lavrov"),
  entry("person", "vladimir-putin", "Russian President Vladimir Putin’s"),
  {
    id: "visit-expected",
    exact:
      "is expected to discuss on Thursday Russian President Vladimir Putin’s possible visit to Pyongyang and the situation on the Korean Peninsula",
    body: {
      kind: "note",
      text: "TASS states this without a source; Peskov [@kremlin] speaks only of an invitation.",
    },
  },
  entry("place", "beijing", "Beijing. There"),
  entry("person", "wang-yi", "Wang Yi"),
  indirect(
    "peskov-invitation",
    "dmitry-peskov",
    "the Russian leader has an official invitation to visit the country",
  ),
  direct("peskov-channels", "dmitry-peskov", "coordinated via diplomatic channels."),
  indirect("peskov-clarity", "dmitry-peskov", "the trip may provide some clarity on the issue"),
  entry("person", "dmitry-peskov", "Dmitry Peskov"),
  entry("organisation", "russian-mfa", "Russian Foreign Ministry’s official spokeswoman"),
  direct(
    "zakharova-agenda",
    "maria-zakharova",
    "will discuss a wide array of bilateral relations and Korean Peninsula issue",
  ),
  entry("person", "kim-jong-un", "Kim Jong Un"),
  direct("lavrov-opportunities", "sergey-lavrov", "very good opportunities to review each agreement"),
  direct(
    "lavrov-steps",
    "sergey-lavrov",
    "outline practical steps in order to guarantee full implementation and realization of each of these agreements.",
  ),
  entry("person", "andrey-rudenko", "Andrey Rudenko"),
  direct("rudenko-concerned", "andrey-rudenko", "seriously concerned"),
  direct("rudenko-postpone", "andrey-rudenko", "only postpone the resolution of the Korean nuclear issue."),
  direct(
    "rudenko-intimidating",
    "andrey-rudenko",
    "intimidating with using force methods of resolving problems, establishing new military alliances in the sub-region.",
  ),
  indirect(
    "rudenko-associations",
    "andrey-rudenko",
    "North Korea’s participation in Russia-led regional associations would help stabilize the situation on the Korean Peninsula",
  ),
  {
    id: "this-this",
    exact: "this this",
    body: { kind: "sic", text: "a doubled word in the text as captured." },
  },
  direct("rudenko-tomorrow", "andrey-rudenko", "matter of tomorrow."),
  indirect(
    "kartapolov-drills",
    "andrey-kartapolov",
    "Pyongyang’s possible participation in Russian-Chinese joint drills could be positive for security in the Asian Pacific region",
  ),
  entry("term", "asia-pacific", "Asia Pacific region"),
  indirect(
    "lavrov-alliances",
    "sergey-lavrov",
    "Washington keeps on establishing mini-alliances, such as AUKUS (Australia, the UK, and the US), QUAD (Quadrilateral Security Dialogue, which unites Australia, India, Japan and the US) and others, which are obviously aimed against Russia and China",
  ),
  { id: "aukus", exact: "AUKUS (Australia, the UK, and the US)", body: { kind: "box", id: "aukus" } },
  { id: "quad", exact: "QUAD", body: { kind: "box", id: "quad" } },
  {
    id: "overlap",
    exact: "Japan and the US) and others, which are obviously aimed against Russia and China. Such efforts",
    body: {
      kind: "note",
      text: "In September he named other groupings of four; the list here is the agency’s.",
    },
  },
  entry("term", "asean-centric", "ASEAN-centric"),
  direct(
    "lavrov-hotbed",
    "sergey-lavrov",
    "risks of the emergences of another explosive hotbed of geopolitical tension.",
  ),
  {
    id: "commission",
    exact: "intergovernmental commission on trade, economic and technological cooperation",
    body: { kind: "box", id: "intergovernmental-commission" },
  },
  direct(
    "matsegora-restart",
    "alexander-matsegora",
    "at this point, everything necessary is being done for soonest re-start of trade and economic relations.",
  ),
  indirect(
    "matsegora-ready",
    "alexander-matsegora",
    "the embassy, as well as Russian ministries, agencies and businessmen, are ready for this work",
  ),
];
