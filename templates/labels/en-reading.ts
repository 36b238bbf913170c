// The words of reading in place in English.
import type { ReadingLabels } from "./reading.ts";

export const englishReading: ReadingLabels = {
  inBrief: (name) => `${name} in brief`,
  close: "Close",
  own: "in its own name",
  inferredKey: "what the source expects or infers itself",
  ownKey: "not underlined: the source’s own account, with what it expects or infers",
  buttonKey: "opens the same here",
  speakers: "Speakers",
  copyLink: "Copy link",
  linkCopied: "Link copied",
  asTable: "The figure as a table",
  number: "Number",
  date: "Date",
  event: "Event",
  quotedWords: "Words in direct quotations",
};
