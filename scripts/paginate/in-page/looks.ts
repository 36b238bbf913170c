// Notes how things look while their page is in the document: asked at the end, each question styles all pages anew.

import type { InPage, Page } from "./paged.ts";

/** Runs in the tab. */
export function installLooks(): void {
  const { Paged, chancery } = globalThis as unknown as InPage;
  const INLINE = "span, a, time, bdi, b, i, em, strong, code, small";
  const COPIED =
    "font-family font-size font-weight font-style font-stretch font-kerning font-optical-sizing font-variant-numeric font-variant-position font-variant-caps font-variant-ligatures font-variant-alternates font-variant-east-asian font-feature-settings font-variation-settings line-height vertical-align color letter-spacing word-spacing text-transform unicode-bidi white-space-collapse text-wrap-mode".split(
      " ",
    );
  const POINTS = 0.75;
  const CALL = "data-footnote-call";
  const MARKER = "data-footnote-marker";

  chancery.lookOf = (element) => {
    const known = chancery.looks.get(element);
    if (known) return known;
    const page = element.isConnected ? null : element.closest(".pagedjs_page");
    const place = document.createComment("");
    page?.replaceWith(place);
    if (page) chancery.previewer?.chunker.pagesArea.append(page);
    const look = {
      ...kindOf(element),
      number: element.matches(`[${CALL}], [${MARKER}]`) ? numberOf(element) : "",
    };
    if (page) place.replaceWith(page);
    chancery.looks.set(element, look);
    return look;
  };

  chancery.measure = (page) => {
    const sheet = page.getBoundingClientRect();
    const boxOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const edges = [left - sheet.left, top - sheet.top, right - sheet.left, bottom - sheet.top];
      return edges.map((edge) => Math.round(edge * POINTS * 100) / 100);
    };
    for (const graphic of page.querySelectorAll(".pagedjs_area :is(svg, img, [role='img'])"))
      chancery.boxes.set(graphic, boxOf(graphic));
    for (const target of page.querySelectorAll(".pagedjs_area :is([id], [data-id])"))
      chancery.places.set(target, boxOf(target));
  };

  function kindOf(element: Element): { display: string; list: string } {
    const style = getComputedStyle(element);
    return { display: style.display, list: style.listStyleType };
  }

  /** The style of the number that Paged.js lets a call or a note begin with. */
  function numberOf(element: Element): string {
    const generated = getComputedStyle(element, element.hasAttribute(CALL) ? "::after" : "::marker");
    return COPIED.map((name) => `${name}:${generated.getPropertyValue(name)}`).join(";");
  }

  class Looks extends Paged.Handler {
    /** Right after its layout: running texts and margins come later, and the page would be laid out again for them. */
    beforePageLayout(page: Page): void {
      if (page.blank) return;
      const layout = page.layout.bind(page);
      page.layout = async (source, token, maxChars) => {
        const end = await layout(source, token, maxChars);
        look(page.element);
        return end;
      };
    }

    finalizePage(element: HTMLElement, page: Page): void {
      if (!page.layoutMethod) look(element);
    }
  }

  function look(page: HTMLElement): void {
    const selector = `.pagedjs_area :is(ul, ol, ${INLINE}, [${CALL}], [${MARKER}])`;
    for (const element of page.querySelectorAll(selector)) chancery.lookOf(element);
    chancery.measure(page);
  }

  Paged.registerHandlers(Looks);
}
