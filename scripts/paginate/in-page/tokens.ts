// Gives each break its exact place: Paged.js looks the text up in the source and finds the first that is alike.

import type { BreakToken, InPage } from "./paged.ts";

/** With text that repeats itself, a break found by likeness prints words twice or not at all. Runs in the tab. */
export function installTokens(): void {
  const { Paged } = globalThis as unknown as InPage;

  class Tokens extends Paged.Handler {
    #kind: object | null = null;

    onBreakToken(token: BreakToken | undefined, overflow: Range | undefined): BreakToken | undefined {
      if (token) this.#kind = Object.getPrototypeOf(token);
      const place = overflow && this.#placeOf(overflow.startContainer, overflow.startOffset);
      if (!place) return undefined;
      return Object.assign(token ?? Object.create(this.#kind), place);
    }

    #placeOf(container: Node, offset: number): BreakToken | undefined {
      const text = container instanceof Text ? container : container.childNodes[offset];
      const fragment = text?.parentElement;
      const parent = this.#sourceOf(fragment ?? null);
      if (!(text instanceof Text) || !fragment || !parent) return undefined;
      const start = this.chunker.pages.at(-1)?.startToken || undefined;
      const skipped = childWith(parent, start?.node);
      const index = indexIn(fragment, text) + (skipped ? indexIn(parent, skipped) : 0);
      const node = parent.childNodes[index];
      if (!(node instanceof Text)) return undefined;
      if (text !== container) return index === 0 ? { node: parent, offset: 0 } : { node, offset: 0 };
      return { node, offset: offset + (start?.node === node ? (start.offset ?? 0) : 0) };
    }

    #sourceOf(element: Element | null): Element | null {
      const ref = element?.getAttribute("data-ref");
      return ref ? (this.chunker.source.indexOfRefs[ref] ?? null) : null;
    }
  }

  function indexIn(parent: Node, child: Node): number {
    return [...parent.childNodes].indexOf(child as ChildNode);
  }

  /** The child of `parent` that holds `node`, where the page begins in the middle of `parent`. */
  function childWith(parent: Element, node: Node | undefined): Node | undefined {
    if (!node || !parent.contains(node) || node === parent) return undefined;
    let child: Node = node;
    while (child.parentNode && child.parentNode !== parent) child = child.parentNode;
    return child;
  }

  Paged.registerHandlers(Tokens);
}
