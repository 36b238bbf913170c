// The words for finding and taking away in English.
import type { FindLabels } from "./find.ts";

export const englishFind: FindLabels = {
  search: "Search",
  query: "Words to find",
  hint: "In any script. Put a phrase in quotation marks to find it word for word.",
  kind: "Kind",
  person: "Person",
  year: "Year",
  any: "Any",
  kinds: { pack: "Briefing", box: "Background", source: "Source text" },
  results: "Results",
  count: "Results: {n}",
  none: "Nothing was found. Try fewer or other words, or take away a filter.",
  searching: "Searching …",
  failed: "The search index could not be read. Reload the page to try again.",
  more: "Show more results",
  withoutScripts:
    "Search runs in your browser and needs scripts, which are switched off. The lists below lead to everything, and your browser finds words on a page.",
  fromFolder:
    "This page was opened from a folder. Browsers do not let such pages read a search index; it works on a web server. The lists below lead to everything, and your browser finds words on a page.",
  otherWays: "Other ways to find something",
  filters: "Choose",
  facets: { year: "Year", language: "Language", marking: "Marking", source: "Source", person: "Person" },
  packsOf: (value) => `Briefing packs: ${value}`,
  severalFilters: "Combine with words, people and years in the search",
  pages: "Pages",
  page: (number, of) => `Page ${number} of ${of}`,
  previous: "Previous page",
  next: "Next page",
  takeAway: "Take away",
  annotations: "Annotations (JSON-LD)",
  table: (name) => `${name} (CSV)`,
  cite: "Cite this briefing",
  citeAs: "For reference managers",
  briefing: "Briefing",
  plainText: "Plain text",
};
