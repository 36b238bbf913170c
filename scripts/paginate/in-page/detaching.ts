// Keeps finished pages out of the document, which makes the time a page takes the same for the last as for the first.

import type { InPage, Page } from "./paged.ts";

/** Detached pages do not count, so each page is told its number. Runs in the tab. */
export function installDetaching(): void {
  const { Paged, chancery } = globalThis as unknown as InPage;

  class Detaching extends Paged.Handler {
    /** The page just before stays: Paged.js marks there what goes on over the break. */
    beforePageLayout(page: Page): void {
      const before = page.element.previousElementSibling?.previousElementSibling;
      if (before) chancery.finished.append(before);
      this.#number(page, (chancery.numbers.at(-1) ?? 0) + 1);
    }

    afterPageLayout(element: HTMLElement, page: Page): void {
      const reset = element.querySelector<HTMLElement>("[data-counter-page-reset]:not([data-split-from])");
      if (!reset) return;
      chancery.numbers.pop();
      this.#number(page, Number.parseInt(reset.dataset.counterPageReset ?? "", 10) || 0);
    }

    #number(page: Page, number: number): void {
      chancery.numbers.push(number);
      page.element.style.setProperty("counter-set", `page ${number}`);
    }
  }

  Paged.registerHandlers(Detaching);
}
