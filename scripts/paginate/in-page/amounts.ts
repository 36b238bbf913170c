// How much text a page is given before overflow is looked for: a little more than the fullest of the last pages held.

import type { InPage, Page } from "./paged.ts";

/** With less, Paged.js lays the page out again for every node that follows; with more, for nothing. Runs in the tab. */
export function installAmounts(): void {
  const { Paged } = globalThis as unknown as InPage;
  const LAST = 4;
  const MORE = 1.08;
  const LEAST = 1200;

  class Amounts extends Paged.Handler {
    #lengths: number[] = [];

    beforePageLayout({ settings }: Page): void {
      if (this.#lengths.length < 2 || !settings.maxChars) return;
      settings.maxChars = Math.max(LEAST, Math.ceil(Math.max(...this.#lengths) * MORE));
    }

    finalizePage(_element: HTMLElement, { wrapper }: Page): void {
      const length = wrapper?.textContent?.length ?? 0;
      if (length) this.#lengths = [...this.#lengths, length].slice(-LAST);
    }
  }

  Paged.registerHandlers(Amounts);
}
