// Cases of drift between two short texts, in many scripts.
import type { Verdict } from "../../scripts/model/drift.ts";

type Case = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly exact: string;
  readonly prefix?: string;
  readonly verdict: Verdict;
  readonly counterpart: string | null;
};

export const cases: readonly Case[] = [
  {
    name: "nothing changed",
    before: "A b c d.",
    after: "A b c d.",
    exact: "b c",
    verdict: "unchanged",
    counterpart: "b c",
  },
  {
    name: "text was added before",
    before: "A b c d.",
    after: "New words here. A b c d.",
    exact: "b c",
    verdict: "unchanged",
    counterpart: "b c",
  },
  {
    name: "a paragraph was split",
    before: "One two. Three four five.",
    after: "One two.\nThree four five.",
    exact: "two. Three",
    verdict: "unchanged",
    counterpart: "two.\nThree",
  },
  {
    name: "a negation was put inside",
    before: "He will support the plan today.",
    after: "He will not support the plan today.",
    exact: "will support the plan",
    verdict: "changed",
    counterpart: "will not support the plan",
  },
  {
    name: "a negation was put outside",
    before: "He will support the plan today.",
    after: "He will not support the plan today.",
    exact: "support the plan",
    verdict: "unchanged",
    counterpart: "support the plan",
  },
  {
    name: "a digit was put before a number in a passage",
    before: "They sent 5,000 tonnes of rice.",
    after: "They sent 15,000 tonnes of rice.",
    exact: "5,000 tonnes of rice",
    verdict: "changed",
    counterpart: "15,000 tonnes of rice",
  },
  {
    name: "a digit was put before a number",
    before: "They sent 5,000 tonnes of rice.",
    after: "They sent 15,000 tonnes of rice.",
    exact: "5,000",
    verdict: "changed",
    counterpart: "15,000",
  },
  {
    name: "one of three equal sentences was removed: that one",
    before: "A1 goes first here. He left. B1 goes second here. He left. C1 ends it. He left. D1.",
    after: "A1 goes first here. He left. B1 goes second here. C1 ends it. He left. D1.",
    exact: "He left.",
    prefix: "second here.",
    verdict: "lost",
    counterpart: null,
  },
  {
    name: "one of three equal sentences was removed: another",
    before: "A1 goes first here. He left. B1 goes second here. He left. C1 ends it. He left. D1.",
    after: "A1 goes first here. He left. B1 goes second here. C1 ends it. He left. D1.",
    exact: "He left.",
    prefix: "C1 ends it.",
    verdict: "unchanged",
    counterpart: "He left.",
  },
  {
    name: "a sentence was carried to the end",
    before:
      "The first sentence speaks of rice. The second one is about coal and iron. The third is long and speaks of many other things that matter here.",
    after:
      "The second one is about coal and iron. The third is long and speaks of many other things that matter here. The first sentence speaks of rice.",
    exact: "sentence speaks of rice",
    verdict: "moved",
    counterpart: "sentence speaks of rice",
  },
  {
    name: "a Chinese negation touches the edge",
    before: "政府支持该计划。",
    after: "政府不支持该计划。",
    exact: "支持该计划",
    verdict: "changed",
    counterpart: "支持该计划",
  },
  {
    name: "a Chinese sentence was added before",
    before: "甲方表示同意。政府支持该计划。",
    after: "甲方表示同意。双方会面。政府支持该计划。",
    exact: "政府支持该计划",
    verdict: "unchanged",
    counterpart: "政府支持该计划",
  },
  {
    name: "a Chinese name was changed",
    before: "王毅会见了拉夫罗夫。",
    after: "王毅会见了佩斯科夫。",
    exact: "会见了拉夫罗夫",
    verdict: "changed",
    counterpart: "会见了佩斯科夫",
  },
  {
    name: "the word stands elsewhere in new text",
    before: "Lavrov criticised AUKUS in detail. Then he left for home.",
    after: "Then he left for home. Others praised AUKUS.",
    exact: "AUKUS",
    verdict: "lost",
    counterpart: null,
  },
  {
    name: "one letter was lost",
    before: "a seriously concerned man",
    after: "a seriously concernd man",
    exact: "seriously concerned",
    verdict: "changed",
    counterpart: "seriously concernd",
  },
  {
    name: "one word of two was replaced",
    before: "Russia is seriously concerned over it",
    after: "Russia is deeply concerned over it",
    exact: "seriously concerned",
    verdict: "changed",
    counterpart: "deeply concerned",
  },
  {
    name: "the sentence was repeated",
    before: "X one two three. He left. Y four five.",
    after: "X one two three. He left. He left. Y four five.",
    exact: "He left.",
    verdict: "unchanged",
    counterpart: "He left.",
  },
  {
    name: "a sentence with the same first word was removed before",
    before: "Aa. the cat sat. the dog ran. Bb",
    after: "Aa. the dog ran. Bb",
    exact: "the dog ran",
    verdict: "unchanged",
    counterpart: "the dog ran",
  },
  {
    name: "the word itself begins a removed sentence too",
    before: "Aa. the cat sat. the dog ran. Bb",
    after: "Aa. the dog ran. Bb",
    exact: "the",
    prefix: "sat.",
    verdict: "unchanged",
    counterpart: "the",
  },
  {
    name: "a Thai negation touches the edge",
    before: "รัฐบาลสนับสนุนแผน",
    after: "รัฐบาลไม่สนับสนุนแผน",
    exact: "สนับสนุนแผน",
    verdict: "changed",
    counterpart: "สนับสนุนแผน",
  },
  {
    name: "only quotation marks changed",
    before: "he said “yes we can”",
    after: 'he said "yes we can"',
    exact: "“yes we can”",
    verdict: "unchanged",
    counterpart: '"yes we can"',
  },
  {
    name: "everything was rewritten",
    before: "One two three four five.",
    after: "Seven eight nine ten eleven.",
    exact: "two three four",
    verdict: "lost",
    counterpart: null,
  },
  {
    name: "an Arabic negation was put inside",
    before: "قال الوزير إن الميناء سيفتح غدا",
    after: "قال الوزير إن الميناء لن يفتح غدا",
    exact: "الميناء سيفتح غدا",
    verdict: "changed",
    counterpart: "الميناء لن يفتح غدا",
  },
];
