// Repeats the head of a table on every page that the table goes on to, which Paged.js 0.4.3 does not (pagedjs#36).

import type { InPage } from "./paged.ts";

/** Copies carry `data-repeated`, so that they can be told from the source. Runs in the tab. */
export function installTableHeads(): void {
  const { Paged } = globalThis as unknown as InPage;

  class TableHeads extends Paged.Handler {
    renderNode(clone: Node, source: Node): void {
      const table = (clone instanceof Element ? clone : clone.parentElement)?.closest("table");
      if (!table?.hasAttribute("data-split-from") || table.querySelector(":scope > thead")) return;
      const origin = (source instanceof Element ? source : source.parentElement)?.closest("table");
      const head = origin?.querySelector(":scope > thead");
      if (!head || head.contains(source)) return;
      const copy = head.cloneNode(true) as HTMLElement;
      copy.setAttribute("data-repeated", "");
      for (const element of [copy, ...copy.querySelectorAll("*")]) {
        for (const name of ["id", "data-id", "data-ref"]) element.removeAttribute(name);
      }
      for (const note of copy.querySelectorAll("[data-note='footnote'], [data-footnote-call]")) note.remove();
      const columns = origin?.querySelectorAll(":scope > colgroup") ?? [];
      table.prepend(...[...columns].map((one) => one.cloneNode(true)), copy);
    }
  }

  Paged.registerHandlers(TableHeads);
}
