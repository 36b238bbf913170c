// Keeps finished pages out of the document and new ones small, so that the last page takes no longer than the first.

import type { HandlerClass, InPage, Margins, Page, Sheet, Strings } from "./paged.ts";

/** Detached pages neither count nor measure: each is told its number and measured first. Runs in the tab. */
export function installDetaching(): void {
  const { Paged, chancery } = globalThis as unknown as InPage;
  const POINTS = 0.75;
  const GROUPS = ["top", "right", "bottom", "left"].map((side) => `.pagedjs_margin-${side}`);
  const BOXES = GROUPS.flatMap((group) => [group, `${group} > *`]).join(", ");

  /** Pages with the same rules and running texts: what Paged.js made of their margin boxes, and what was seen. */
  type Kind = { readonly boxes: readonly { name: string; style: string }[]; sheet?: Sheet };
  let kinds = new Map<string, Kind>();
  /** Whether left and right pages have rules of their own. */
  let sided = true;

  replace("addMarginaliaStyles", (stock) => {
    class SmallPages extends (stock as HandlerClass<Margins>) {
      /** Bleeds, and margin boxes that no rule fills, are left out of the template of pages. */
      afterParsed(): void {
        kinds = new Map();
        sided = Object.keys(this.pages).some((selector) => /:(left|right|recto|verso|nth)/.test(selector));
        const filled = Object.entries(this.marginalia).filter(([, { hasContent }]) => hasContent);
        const { content } = this.chunker.pageTemplate;
        for (const bleed of content.querySelectorAll(".pagedjs_bleed")) bleed.remove();
        for (const box of content.querySelectorAll(".pagedjs_margin")) {
          const name = [...box.classList].find((one) => one.startsWith("pagedjs_margin-"));
          if (filled.some(([selector]) => selector.endsWith(`.${name}`))) continue;
          if (name?.endsWith("-corner")) box.parentElement?.remove();
          else box.replaceChildren();
        }
      }

      /** Paged.js lays the page out again and again to size its margin boxes; pages of a kind are sized once. */
      override finalizePage(element: HTMLElement, page: Page): void {
        const boxes = [...element.querySelectorAll<HTMLElement>(BOXES)];
        const known = kinds.get(kindOf(element));
        if (!known) {
          super.finalizePage(element, page);
          const sized = boxes.map(({ className, style }) => ({ name: className, style: style.cssText }));
          kinds.set(kindOf(element), { boxes: sized });
          return;
        }
        boxes.forEach((box, index) => {
          const { name, style } = known.boxes[index] ?? { name: box.className, style: "" };
          if (box.className !== name) box.className = name;
          if (style) box.style.cssText = style;
        });
      }
    }
    return SmallPages;
  });

  replace("stringSetSelectors", (stock) => {
    class RunningTexts extends (stock as HandlerClass<Strings>) {
      /** The text of the style sheets that Paged.js rewrote. */
      #sheets = "";

      /**
       * On the page itself they would be inherited by all its text, whose style is then computed again. Those that no
       * margin box shows are left out: pages would differ by them, and be sized one by one.
       */
      override afterPageLayout(element: HTMLElement): void {
        this.#sheets ||= [...document.querySelectorAll("style[data-pagedjs-inserted-styles]")]
          .map(({ textContent }) => textContent)
          .join();
        const boxes = [...element.querySelectorAll<HTMLElement>(".pagedjs_margin-content")];
        super.afterPageLayout({
          querySelectorAll: (selector) => element.querySelectorAll(selector),
          style: {
            setProperty: (name, value) => {
              if (!this.#sheets.includes(`var(${name}`)) return;
              for (const box of boxes) box.style.setProperty(name, value);
            },
          },
        });
      }
    }
    return RunningTexts;
  });

  class Detaching extends Paged.Handler {
    /** The page just before stays: Paged.js marks there what goes on over the break. */
    beforePageLayout(page: Page): void {
      const before = page.element.previousElementSibling?.previousElementSibling as HTMLElement | null;
      if (before) chancery.finished.append(shown(before));
      this.#number(page, (chancery.numbers.at(-1) ?? 0) + 1);
    }

    afterPageLayout(element: HTMLElement, page: Page): void {
      const reset = element.querySelector<HTMLElement>("[data-counter-page-reset]:not([data-split-from])");
      if (!reset) return;
      chancery.numbers.pop();
      this.#number(page, Number.parseInt(reset.dataset.counterPageReset ?? "", 10) || 0);
    }

    finalizePage(element: HTMLElement): void {
      const kind = kinds.get(kindOf(element));
      const sheet = kind?.sheet ?? measure(element);
      if (kind) kind.sheet = sheet;
      chancery.sheets.set(element, sheet);
      // Else what was written into its margins would be styled and laid out together with the next page.
      element.style.display = "none";
    }

    afterRendered(pages: readonly Page[]): void {
      for (const { element } of pages) shown(element);
    }

    #number(page: Page, number: number): void {
      chancery.numbers.push(number);
      page.element.style.setProperty("counter-set", `page ${number}`);
    }
  }

  function shown(page: HTMLElement): HTMLElement {
    page.style.removeProperty("display");
    return page;
  }

  function measure(element: HTMLElement): Sheet {
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
    return { numbered, area: { left, top, right, bottom } };
  }

  /** What the look of a page's margins hangs on: its rules, its running texts, and how long its number is. */
  function kindOf(element: HTMLElement): string {
    const content = [...element.querySelectorAll<HTMLElement>(".pagedjs_margin-content")];
    const running = content.find(({ children }) => children.length > 0) ? element.id : "";
    const digits = String(chancery.numbers.at(-1)).length;
    const rules = [...element.classList].filter((name) => sided || !/^pagedjs_(left|right)_page$/.test(name));
    return [rules.join(" "), content[0]?.style.cssText, digits, running].join("|");
  }

  /** Puts a class of ours in the place of the handler of Paged.js that speaks of `mark`. */
  function replace(mark: string, make: (stock: HandlerClass) => HandlerClass): void {
    const at = Paged.registeredHandlers.findIndex((one) => String(one).includes(mark));
    const stock = Paged.registeredHandlers[at];
    if (!stock) throw new Error(`Paged.js has no handler with ${mark}`);
    Paged.registeredHandlers[at] = make(stock);
  }

  Paged.registerHandlers(Detaching);
}
