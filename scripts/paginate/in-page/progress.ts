// Sees to it that each page ends where its notes leave room, and that layout goes on where Paged.js gives up.

import type { BreakToken, InPage, Page } from "./paged.ts";

/**
 * Wraps the layout of every page. Stock Paged.js ends the document without a word when a block does not fit an
 * empty page; here such a block gives way step by step, and what cannot is an error. Runs in the tab.
 */
export function installProgress(): void {
  const { Paged, chancery } = globalThis as unknown as InPage;
  const ROUNDS = 30;
  const RESERVE = 40;

  class Progress extends Paged.Handler {
    onBreakToken(token: BreakToken | undefined): void {
      const page = this.chunker.pages.at(-1);
      const start = page?.startToken || { node: this.chunker.source.firstChild, offset: 0 };
      if (!token?.node || !start.node) return;
      const same = token.node === start.node;
      const back = same ? (token.offset ?? 0) <= (start.offset ?? 0) : token.node.contains(start.node);
      if (back) chancery.stuck = true;
    }

    beforePageLayout(page: Page): void {
      if (page.layout === undefined || page.blank) return;
      const layout = page.layout.bind(page);
      page.layout = (source, token, maxChars) => place(page, layout, source, token, maxChars);
    }
  }

  async function place(
    page: Page,
    layout: Page["layout"],
    source: Node,
    token: BreakToken | false | undefined,
    maxChars: number | undefined,
  ): Promise<BreakToken | undefined> {
    for (const giveWay of [asItIs, reserveRoom, postponeNotes, allowBreaks, shrink]) {
      if (!giveWay(page, source, token)) continue;
      chancery.stuck = false;
      const found = await layout(source, token, maxChars);
      page.area.style.height = "";
      const end = chancery.stuck ? found : settle(page, source, token, found);
      const jumped = giveWay === asItIs && end !== found && !hasNotes(page);
      if (chancery.stuck || jumped || (end && isEmpty(page))) continue;
      page.endToken = end;
      return end;
    }
    throw new Error(
      `Page ${page.position + 1}: nothing can be made to fit of ${describe(firstNode(source, token))}`,
    );
  }

  /** Cuts the body again for as long as its notes take room from it; gives the token where the next page starts. */
  function settle(
    page: Page,
    source: Node,
    start: BreakToken | false | undefined,
    found: BreakToken | undefined,
  ): BreakToken | undefined {
    const { layoutMethod, wrapper, area } = page;
    const notes = chancery.notes;
    const frame = area.parentElement;
    if (!layoutMethod || !wrapper || !notes || !frame) return found;
    let end = found;
    for (let round = 0; round < ROUNDS; round += 1) {
      notes.gather(frame);
      notes.fit(frame);
      if (!overflows(page)) break;
      const cut = layoutMethod.findBreakToken(wrapper, source, layoutMethod.bounds, start || undefined);
      if (!cut || chancery.stuck) break;
      end = cut;
    }
    if (chancery.stuck || (end && isEmpty(page))) return end;
    notes.split(page);
    notes.forget(page);
    return end;
  }

  /** Whether words or pictures lie beside the page; a border alone may, and is no loss. */
  function overflows({ area, wrapper }: Page): boolean {
    if (!wrapper || area.scrollWidth <= area.clientWidth + 1) return false;
    const edge = area.getBoundingClientRect().right - 1;
    if (
      [...wrapper.querySelectorAll("img, svg, canvas")].some((one) => one.getBoundingClientRect().left > edge)
    ) {
      return true;
    }
    const range = document.createRange();
    const texts = document.createTreeWalker(wrapper, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.nodeValue?.trim()) continue;
      range.selectNodeContents(texts.currentNode);
      if ([...range.getClientRects()].some((rect) => rect.left > edge && rect.width > 0)) return true;
    }
    return false;
  }

  /** Nothing of the source stands on the page although more is to come. */
  function isEmpty(page: Page): boolean {
    const body = page.wrapper;
    if (!body) return false;
    return (
      !body.textContent?.trim() && !body.querySelector("img, svg, hr, table, canvas, [data-footnote-call]")
    );
  }

  function hasNotes(page: Page): boolean {
    return Boolean(page.element.querySelector(".pagedjs_footnote_inner_content > *"));
  }

  function asItIs(): boolean {
    return true;
  }

  /** A table row that is cut grows by its last border and padding; without room for them it would jump overleaf. */
  function reserveRoom(page: Page): boolean {
    page.area.style.height = `calc(100% - var(--pagedjs-footnotes-height) - ${RESERVE}px)`;
    return true;
  }

  function postponeNotes(page: Page): boolean {
    const frame = page.area.parentElement;
    return Boolean(frame && chancery.notes?.postpone(frame));
  }

  function allowBreaks(_page: Page, source: Node, token: BreakToken | false | undefined): boolean {
    return strain(chainOf(firstNode(source, token)), "broken", allowBreak);
  }

  function allowBreak(element: HTMLElement): void {
    for (const name of ["break-inside", "break-before", "break-after"]) {
      const kind = name.replace(/-(.)/, (_whole, letter: string) => letter.toUpperCase());
      for (const key of kind === "breakAfter" ? [kind, "previousBreakAfter"] : [kind]) {
        if (element.dataset[key]?.startsWith("avoid")) delete element.dataset[key];
      }
      element.style.setProperty(name, "auto", "important");
    }
  }

  function shrink(page: Page, source: Node, token: BreakToken | false | undefined): boolean {
    const height = Math.floor(page.area.getBoundingClientRect().height * 0.8);
    return strain(chainOf(firstNode(source, token)), "shrunk", (element) => {
      if (!element.matches("img, svg, canvas, figure, pre, table, td")) return;
      element.style.setProperty("max-height", `${height}px`, "important");
      element.style.setProperty("max-width", "100%", "important");
      if (element.matches("svg, img")) element.style.setProperty("width", "auto", "important");
    });
  }

  function strain(
    elements: readonly HTMLElement[],
    how: string,
    change: (element: HTMLElement) => void,
  ): boolean {
    for (const element of elements) change(element);
    if (elements[0]) chancery.strained.push(`${how}: ${describe(elements[0])}`);
    return elements.length > 0;
  }

  /** The element that does not fit, what must stay with it, what is in them, and what it is in. */
  function chainOf(node: Node | null): readonly HTMLElement[] {
    const first = node instanceof Element ? node : (node?.parentElement ?? null);
    const chain: Element[] = [];
    for (let element = first; element; ) {
      chain.push(element, ...element.querySelectorAll("*"));
      const stays = (element as HTMLElement).dataset?.breakAfter?.startsWith("avoid");
      element = stays ? element.nextElementSibling : null;
    }
    for (let element = first?.parentElement; element; element = element.parentElement) chain.push(element);
    return chain as HTMLElement[];
  }

  function firstNode(source: Node, token: BreakToken | false | undefined): Node | null {
    return (token || undefined)?.node ?? source.firstChild;
  }

  function describe(node: Node | null): string {
    const name = node instanceof Element ? `<${node.localName}>` : "text";
    return `${name} “${(node?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60)}”`;
  }

  Paged.registerHandlers(Progress);
}
