// The style sheets of the site's pages, in the order in which they follow one another in one file.

/** Name of the file that they are published as. */
export const bundleName = "chancery.css";

/** Waits for what the text is set in before it is first drawn. */
export const fontScript = "fonts.js";

/** What pages with lists of packs or records wear besides. */
export const findingSheet = "finding.css";

export const styleSheets: readonly string[] = [
  "tokens.css",
  "until-loaded.css",
  "site.css",
  "briefing.css",
  "article.css",
  "glance.css",
  "tables.css",
  "records.css",
  "figures.css",
  "site-print.css",
];
