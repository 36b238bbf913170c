// Background boxes of the full fixture.
import type { Annotation, Box } from "../../../scripts/model/edition.ts";

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
