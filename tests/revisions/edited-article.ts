// The real article as an editor might have changed it, one kind of change after the other: made up for these tests alone.

/** What is done to the text: words that stand in it once, and what stands there instead. */
const edits: readonly (readonly [what: string, from: string, to: string])[] = [
  ["a negation", "only postpone the resolution", "do not postpone the resolution"],
  ["a word of a quotation", "coordinated via diplomatic channels.", "agreed via diplomatic channels."],
  ["a sentence goes", ' At the same time, he noted that this this is not a "matter of tomorrow."', ""],
  [
    "its words come back elsewhere",
    "are ready for this work.",
    'are ready for this work, which is no "matter of tomorrow."',
  ],
  ["a paragraph is split", "of Beijing meetings. However", "of Beijing meetings.\nHowever"],
  [
    "other quotation marks, and a space that does not break",
    '"seriously concerned"',
    "“seriously\u00a0concerned”",
  ],
  [
    "a sentence goes, and comes back twice elsewhere",
    " The sides are expected to coordinate their positions on this matter as well.",
    "",
  ],
  [
    "once",
    "The situation on the Korean Peninsula is expected to be high on the agenda",
    "Nothing was settled in advance. The sides are expected to coordinate their positions on this matter as well. The situation on the Korean Peninsula is expected to be high on the agenda",
  ],
  [
    "and once more",
    "He did not rule out however",
    "There was more to come. The sides are expected to coordinate their positions on this matter as well. He did not rule out however",
  ],
];

export function edited(article: string): string {
  const text = edits.reduce((before, [what, from, to]) => {
    if (before.split(from).length !== 2)
      throw new Error(`${what}: stands ${before.split(from).length - 1} times`);
    return before.replace(from, to);
  }, article);
  const lines = text.split("\n");
  const [ambassador = "", spokeswoman = ""] = [lines.at(-1), lines.at(-2)];
  return [...lines.slice(0, -2), ambassador, spokeswoman].join("\n");
}
