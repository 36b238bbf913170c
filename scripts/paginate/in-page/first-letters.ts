// Takes back what Paged.js says of first letters after a page break: a text that is only that letter would lose its tag.

import type { InPage } from "./paged.ts";

/**
 * Paged.js resets `::first-letter` in whatever goes on after a break. No style sheet of ours sets one, so nothing looks
 * different; but Chromium then cuts each such text in two and tags the second part only. Runs in the tab.
 */
export function installFirstLetters(): void {
  const { Paged } = globalThis as unknown as InPage;

  class FirstLetters extends Paged.Handler {
    beforeParsed(): void {
      for (const { sheet } of document.querySelectorAll<HTMLStyleElement>(
        "style[data-pagedjs-inserted-styles]",
      )) {
        for (let at = (sheet?.cssRules.length ?? 0) - 1; at >= 0; at -= 1) {
          const rule = sheet?.cssRules[at];
          if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes("[data-split-from]")) continue;
          if (rule.selectorText.includes("::first-letter")) sheet?.deleteRule(at);
        }
      }
    }
  }

  Paged.registerHandlers(FirstLetters);
}
