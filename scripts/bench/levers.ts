// Takes one lever at a time from the paginator, to see in numbers what each is worth.

import type { Browser } from "puppeteer-core";
import type { InPage } from "../paginate/in-page/paged.ts";

/** What each is without. Page numbers by `target-counter` are a lever of the document, not of the tab. */
export const LEVERS = [
  "detaching",
  "microtasks",
  "no-resize-observer",
  "max-chars",
  "own-page-numbers",
] as const;
export type Lever = (typeof LEVERS)[number];

/** To be called when the tab is open. */
export async function withoutLever(browser: Browser, lever: Lever): Promise<void> {
  for (const page of await browser.pages()) await page.evaluate(release, lever);
}

/** Runs in the tab: it may use nothing from outside its own body. */
function release(lever: string): void {
  const scope = globalThis as unknown as InPage;
  if (lever === "detaching") {
    let held = document.createDocumentFragment();
    Object.defineProperty(scope.chancery, "finished", {
      get: () => held,
      set(fragment: DocumentFragment) {
        fragment.append = () => {};
        held = fragment;
      },
    });
  }
  if (lever === "no-resize-observer") {
    const frame = document.createElement("iframe");
    document.documentElement.append(frame);
    const inside = frame.contentWindow as unknown as { ResizeObserver: unknown };
    Object.assign(globalThis, { ResizeObserver: inside.ResizeObserver });
    frame.style.display = "none";
  }
  /** As Paged.js has it: what the first page held is for ever what a page is given. */
  function firstAmount(hyphenGlyph: string): { maxChars: number; hyphenGlyph: string } {
    let first = 0;
    return Object.defineProperty({ maxChars: 0, hyphenGlyph }, "maxChars", {
      enumerable: true,
      get: () => first,
      set(amount: number) {
        first ||= amount;
      },
    });
  }
  const Stock = scope.Paged.Previewer;
  class Slower extends Stock {
    constructor(settings: { maxChars: number; hyphenGlyph: string }) {
      super(lever === "max-chars" ? firstAmount(settings.hyphenGlyph) : settings);
      if (lever !== "microtasks") return;
      Object.defineProperty((this as unknown as InstanceType<typeof Stock>).chunker.q, "tick", {
        get: () => requestAnimationFrame,
        set() {},
      });
    }
  }
  Object.defineProperty(scope.Paged, "Previewer", { value: Slower });
}
