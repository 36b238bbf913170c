// The words for sources that changed after they were captured in English.
import type { RevisionLabels } from "./revisions.ts";

export const englishRevisions: RevisionLabels = {
  announced: (publisher, fallen, notes) => {
    const changed = `The text of ${publisher} was changed after it was first captured`;
    if (notes === 0) return `${changed}.`;
    if (fallen === 0) {
      return notes === 1
        ? `${changed}; the one note on it still stands.`
        : `${changed}; all ${notes} notes on it still stand.`;
    }
    if (notes === 1) return `${changed}: the one note on it no longer stands in it as it did.`;
    const verb = fallen === 1 ? "stands in it as it did" : "stand in it as they did";
    return `${changed}: ${fallen} of ${notes} notes on it no longer ${verb}.`;
  },
  toList: "What became of them",
  title: "Notes on words that changed",
  intro:
    "These notes were written on words of a source that has been changed since. Each is kept with the words it was written on, and none is moved to other words unasked.",
  verdicts: {
    changed: "The words were changed",
    lost: "The words are gone",
    ambiguous: "Which words are meant now cannot be told",
  },
  before: (date) => (date === null ? "As captured before" : `As captured on ${date}`),
  now: "As it stands now",
  around: "Where it stood",
  withheld: "withheld under the publisher’s terms",
  untold: "cannot be told",
  supportFallen: "No longer borne out as it was by",
  passages: {
    changed: "a passage that was changed",
    lost: "a passage that is gone",
    ambiguous: "a passage that can no longer be told from others",
  },
  earlier: "Earlier state",
};
