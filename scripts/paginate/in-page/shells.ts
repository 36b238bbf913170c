// A chapter starts where its first words stand: wrappers that Paged.js leaves empty at the foot of a page go overleaf.

import type { BreakToken, InPage, Page } from "./paged.ts";

/** Without this an id belongs to the page before, and so does every number that points there. Runs in the tab. */
export function installShells(): void {
  const { Paged } = globalThis as unknown as InPage;
  const CONTENT = "img, svg, hr, table, canvas, [data-footnote-call]";

  class Shells extends Paged.Handler {
    readonly #moved = new Set<string>();

    beforePageLayout(page: Page): void {
      if (page.blank) return;
      const layout = page.layout.bind(page);
      page.layout = async (source, token, maxChars) => {
        const end = await layout(source, token, maxChars);
        if (end) this.#removeShells(page, end);
        return end;
      };
    }

    /** A wrapper that was taken away begins on the page that has it next. */
    renderNode(clone: Node): void {
      if (!this.#moved.size) return;
      let element = clone instanceof Element ? clone : clone.parentElement;
      for (; element; element = element.parentElement) {
        const ref = element.getAttribute("data-ref") ?? "";
        if (!this.#moved.delete(ref)) continue;
        element.removeAttribute("data-split-from");
        const id = element.getAttribute("data-id");
        if (id) element.id = id;
      }
    }

    #removeShells(page: Page, end: BreakToken): void {
      for (let source = end.node?.parentElement; source; source = source.parentElement) {
        const ref = source.getAttribute("data-ref") ?? "";
        const shell = page.wrapper?.querySelector(`[data-ref="${ref}"]`);
        if (!shell || shell.hasAttribute("data-split-from")) continue;
        if (shell.textContent?.trim() || shell.querySelector(CONTENT)) return;
        shell.remove();
        this.#moved.add(ref);
      }
    }
  }

  Paged.registerHandlers(Shells);
}
