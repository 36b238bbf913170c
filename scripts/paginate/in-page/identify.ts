// Names every element of the printed pages, so that the PDF can be joined with the document it was printed from.

import type { InPage } from "./paged.ts";
import type { PrintedDocument, PrintedElement, PrintedText } from "./printed.ts";

/**
 * Gives every element a private subtag of its language (BCP 47, 2.2.7), which Chromium writes beside each tag of the
 * PDF: `en-x-p3` is the body or the notes of page 3, `en-x-n17` the next record whose number leaves 17 when divided by
 * 64. Chromium keeps fonts and shapes anew for each language: with one an element, long documents print at half the
 * speed. No word moves. Runs in the tab, after layout: it may use nothing from outside its own body.
 */
export function identify(): PrintedDocument {
  /** As in finish/leaves.ts. */
  const CYCLE = 64;
  const INLINE = new Set(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr".split(
      " ",
    ),
  );
  /** Chromium gives these a tag of their own; others get one through a role. */
  const TAGGED = new Set(["a", "code", "em", "strong"]);
  const language = document.documentElement.lang || "und";
  const elements: PrintedElement[] = [];
  const { chancery } = globalThis as unknown as InPage;
  const { boxes, finished } = chancery;
  const pages = [...finished.children];
  const styles = new Map(
    [...finished.querySelectorAll(".pagedjs_area :is(ul, ol)")].map((list) => [
      list,
      chancery.lookOf(list).list,
    ]),
  );
  const inline = ":is(span, a, time, bdi, b, i, em, strong, code, small):not([data-number])";
  const apart = new Set(
    [...finished.querySelectorAll(`.pagedjs_area ${inline}`)].filter(
      (one) => !/^(?:inline|contents|ruby)/.test(chancery.lookOf(one).display),
    ),
  );
  const body: PrintedText[][] = [];
  const notes: PrintedText[][] = [];
  pages.forEach((page, index) => {
    body.push(textsIn(page, index, ".pagedjs_page_content > div"));
    notes.push(textsIn(page, index, ".pagedjs_footnote_inner_content"));
  });
  return { title: document.title, language, elements, body, notes };

  function textsIn(page: Element, index: number, selector: string): PrintedText[] {
    const texts: PrintedText[] = [];
    for (const root of page.querySelectorAll(selector)) {
      root.setAttribute("lang", `${language}-x-p${index}`);
      root.setAttribute("role", "group");
      walk(root, index, null, language, "", texts);
    }
    return texts;
  }

  function walk(
    root: Element,
    page: number,
    parent: number | null,
    lang: string,
    block: string,
    texts: PrintedText[],
  ): void {
    for (const node of root.childNodes) {
      if (node.nodeType === 3 && parent !== null && node.nodeValue)
        texts.push({ element: parent, block, text: node.nodeValue });
      if (!(node instanceof HTMLElement || node instanceof SVGSVGElement)) continue;
      const own = node.getAttribute("lang") || null;
      const foreign = own !== null && own !== lang ? own : null;
      const index = elements.length;
      elements.push(record(node, page, parent, foreign));
      const inline = INLINE.has(node.localName) && !node.hasAttribute("data-footnote-marker");
      const untagged = inline && !TAGGED.has(node.localName) && !node.hasAttribute("role");
      const label = node.matches("[data-footnote-marker] > [data-number]");
      if ((foreign && untagged) || label) node.setAttribute("role", "group");
      if (!untagged || foreign || label) {
        // Chromium leaves out a language that is that of the element around it: no two nested ones may be the same.
        const outer = node.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
        const kind = /-x-n\d+$/.test(outer) ? "m" : "n";
        node.setAttribute("lang", `${own ?? lang}-x-${kind}${index % CYCLE}`);
      } else node.removeAttribute("lang");
      if (node instanceof SVGSVGElement) continue;
      if (node.localName === "br" || apart.has(node)) texts.push({ element: index, block, text: "\n" });
      const inside = inline ? block : (node.getAttribute("data-ref") ?? `n${index}`);
      walk(node, page, index, own ?? lang, inside, texts);
      if (apart.has(node)) texts.push({ element: index, block, text: "\n" });
    }
  }

  function record(
    element: Element,
    page: number,
    parent: number | null,
    lang: string | null,
  ): PrintedElement {
    const given = (name: string) => element.getAttribute(name);
    const tag = element.localName;
    const numbered = tag === "a" || tag === "nav" ? element.querySelector("[data-page-of]") : null;
    return {
      tag,
      ref: given("data-ref"),
      page,
      parent,
      lang,
      alt: boxes.has(element) ? alternative(element) : null,
      href: given("href"),
      text: tag === "a" ? linkText(element) : null,
      pageNumber: tag === "a" ? (numbered?.textContent ?? null) : null,
      id: given("id") ?? given("data-id"),
      scope: given("scope"),
      headers: given("headers"),
      colspan: Number(given("colspan") ?? 1),
      rowspan: Number(given("rowspan") ?? 1),
      listStyle: styles.get(element) ?? null,
      call: given("data-footnote-call"),
      note: given("data-footnote-marker"),
      number: element.hasAttribute("data-number"),
      continued: element.hasAttribute("data-split-from"),
      repeated: element.closest("[data-repeated]") !== null,
      contents: tag === "nav" && (numbered !== null || given("role") === "doc-toc"),
      box: boxes.get(element) ?? null,
    };
  }

  function linkText(link: Element): string {
    const label = link.getAttribute("aria-label");
    if (label) return label;
    const copy = link.cloneNode(true) as Element;
    for (const number of copy.querySelectorAll("[data-page-of]")) number.remove();
    return plain(copy);
  }

  function alternative(graphic: Element): string | null {
    if (graphic.getAttribute("aria-hidden") === "true") return "";
    const label = graphic.getAttribute("aria-label") ?? graphic.getAttribute("alt");
    if (label !== null) return label;
    const parts = [...graphic.querySelectorAll(":scope > title, :scope > desc")].map(plain);
    return parts.length ? parts.join(". ") : null;
  }

  function plain(element: Element): string {
    return (element.textContent ?? "").replace(/\s+/g, " ").trim();
  }
}
