// Keeps finished pages out of the document, which makes the time a page takes the same for the last as for the first.

import type { InPage, Page } from "./paged.ts";

/** Detached pages neither count nor measure: each is told its number and measured first. Runs in the tab. */
export function installDetaching(): void {
  const { Paged, chancery } = globalThis as unknown as InPage;
  const POINTS = 0.75;

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

    finalizePage(element: HTMLElement): void {
      const margins = [...element.querySelectorAll(".pagedjs_margin.hasContent > .pagedjs_margin-content")];
      const numbered = margins.some((box) =>
        getComputedStyle(box, "::after").content.includes("counter(page)"),
      );
      const sheet = element.getBoundingClientRect();
      const box = (element.querySelector(".pagedjs_area") ?? element).getBoundingClientRect();
      const edges = [
        box.left - sheet.left,
        box.top - sheet.top,
        box.right - sheet.left,
        box.bottom - sheet.top,
      ];
      const [left = 0, top = 0, right = 0, bottom = 0] = edges.map((edge) => edge * POINTS);
      chancery.sheets.set(element, { numbered, area: { left, top, right, bottom } });
    }

    #number(page: Page, number: number): void {
      chancery.numbers.push(number);
      page.element.style.setProperty("counter-set", `page ${number}`);
    }
  }

  Paged.registerHandlers(Detaching);
}
