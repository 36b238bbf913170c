// Lets breaks in where a page would else stay empty: what the style sheet forbids gives way, on that page only.

import type { InPage, Layout } from "./paged.ts";

/** Stock Paged.js breaks before the first thing on the page then, and so never gets on. Runs in the tab. */
export function installOverflow(): void {
  const { Paged } = globalThis as unknown as InPage;
  const INSIDE = ["breakInside"];
  const BETWEEN = ["breakBefore", "previousBreakAfter"];

  class Overflow extends Paged.Handler {
    onOverflow(
      found: Range | undefined,
      rendered: Element,
      bounds: DOMRect,
      layout: Layout,
    ): Range | undefined {
      if (!found) return undefined;
      if (!isAtTop(found, rendered)) return withHeadings(found, rendered) ?? beforeWord(found, rendered);
      for (const names of [INSIDE, BETWEEN, [...INSIDE, ...BETWEEN]]) {
        const restore = relax(rendered, names);
        const other = layout.findOverflow(rendered, bounds);
        if (other && !isAtTop(other, rendered)) return other;
        restore();
      }
      return undefined;
    }
  }

  /** Whether nothing would be left on the page but heads of tables that are repeated. */
  function isAtTop(range: Range, rendered: Element): boolean {
    const before = document.createRange();
    before.setStart(rendered, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const left = before.cloneContents();
    for (const copy of left.querySelectorAll("[data-repeated]")) copy.remove();
    return !left.textContent?.trim() && !left.querySelector("img, svg, hr, canvas, [data-footnote-call]");
  }

  /** A word that a line breaks at a soft hyphen is not broken from one page to the next: it goes overleaf as a whole. */
  function beforeWord(found: Range, rendered: Element): Range | undefined {
    const { startContainer: node, startOffset: offset } = found;
    if (!(node instanceof Text)) return undefined;
    const start = /\S*$/.exec(node.data.slice(0, offset))?.index ?? offset;
    const broken = node.data.slice(start, offset).includes("\u00AD") && /^\S/.test(node.data.slice(offset));
    if (!broken || start === 0) return undefined;
    const range = found.cloneRange();
    range.setStart(node, start);
    return isAtTop(range, rendered) ? undefined : range;
  }

  /** Paged.js takes one heading overleaf with its text; here those before that one go too. */
  function withHeadings(found: Range, rendered: Element): Range | undefined {
    let first = found.startContainer.childNodes[found.startOffset];
    let moved = false;
    while (first && first !== rendered) {
      const before: Element | null =
        first instanceof CharacterData ? null : (first as Element).previousElementSibling;
      const heading = headingAtEnd(before);
      if (heading) {
        first = heading;
        moved = true;
      } else if (first.previousSibling?.textContent?.trim() || before) break;
      else first = first.parentElement ?? undefined;
    }
    if (!moved || !first || first === rendered) return undefined;
    const range = found.cloneRange();
    range.setStartBefore(first);
    return isAtTop(range, rendered) ? undefined : range;
  }

  /** The element itself or the last thing in it, at any depth, if no break may come after that. */
  function headingAtEnd(element: Element | null): HTMLElement | undefined {
    for (let one = element; one instanceof HTMLElement; one = one.lastElementChild) {
      if (one.dataset.breakAfter?.startsWith("avoid")) return one;
      for (let node = one.lastChild; node && node !== one.lastElementChild; node = node.previousSibling)
        if (node.textContent?.trim()) return undefined;
    }
    return undefined;
  }

  function relax(rendered: Element, names: readonly string[]): () => void {
    const undo: (() => void)[] = [];
    for (const element of rendered.querySelectorAll<HTMLElement>("*")) {
      for (const name of names) {
        const old = element.dataset?.[name];
        if (!old?.startsWith("avoid")) continue;
        delete element.dataset[name];
        undo.push(() => {
          element.dataset[name] = old;
        });
      }
      if (!names.includes("breakInside") || getComputedStyle(element).breakInside !== "avoid") continue;
      element.style.setProperty("break-inside", "auto", "important");
      undo.push(() => element.style.removeProperty("break-inside"));
    }
    return () => {
      for (const act of undo) act();
    };
  }

  Paged.registerHandlers(Overflow);
}
