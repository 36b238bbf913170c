// Names every element of the printed pages, so that the PDF can be joined with the document it was printed from.

/** One element of a page's body or notes, as it was printed; an element split over pages has one record a fragment. */
export type PrintedElement = {
  readonly tag: string;
  /** The same in every fragment of one element. */
  readonly ref: string | null;
  /** Counts from 0. */
  readonly page: number;
  /** Index of the parent's record; null at the root of a page's body or notes. */
  readonly parent: number | null;
  readonly role: string | null;
  readonly classes: string;
  /** The element's own language; null where it has its parent's. */
  readonly lang: string | null;
  /** Alternative text of a graphic; empty for decoration, null where the document gives none. */
  readonly alt: string | null;
  readonly href: string | null;
  /** What a link says: its label, or its text without page numbers. */
  readonly text: string | null;
  /** The page number that a link prints. */
  readonly pageNumber: string | null;
  readonly id: string | null;
  readonly scope: string | null;
  /** Ids of the head cells of a cell. */
  readonly headers: string | null;
  readonly colspan: number;
  readonly rowspan: number;
  /** `list-style-type` of a list. */
  readonly listStyle: string | null;
  /** On a call and on its note: the note's ref. */
  readonly call: string | null;
  readonly note: string | null;
  /** A fragment that goes on from an earlier page. */
  readonly continued: boolean;
  /** In a table head that is repeated on a later page. */
  readonly repeated: boolean;
  /** A `nav` that prints page numbers. */
  readonly contents: boolean;
  /** Of a graphic, in points from the top left corner of the page: left, top, right, bottom. */
  readonly box: readonly number[] | null;
};

/** A text node as it stands on a page. */
export type PrintedText = {
  /** Index of the record of the element it stands in. */
  readonly element: number;
  /** Texts of one block share this; white space between texts of different blocks says nothing. */
  readonly block: string;
  readonly text: string;
};

export type PrintedDocument = {
  readonly language: string;
  readonly elements: readonly PrintedElement[];
  /** One list a page, in reading order, and one for its notes. */
  readonly body: readonly (readonly PrintedText[])[];
  readonly notes: readonly (readonly PrintedText[])[];
};

/**
 * Gives every element a private subtag of its language (`en-x-n17` is record 17, BCP 47, 2.2.7), which Chromium
 * writes beside each tag of the PDF, and writes out the numbers of note calls. No word moves. Runs in the tab,
 * after layout: it may use nothing from outside its own body.
 */
export function identify(): PrintedDocument {
  const POINTS = 0.75;
  const INLINE = new Set(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr".split(
      " ",
    ),
  );
  const TAGGED = new Set(["a", "b", "code", "em", "i", "strong"]);
  const language = document.documentElement.lang || "und";
  const elements: PrintedElement[] = [];
  const texts: { readonly body: PrintedText[][]; readonly notes: PrintedText[][] } = { body: [], notes: [] };
  const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_pages > .pagedjs_page")];
  writeCallNumbers();
  const boxes = measureGraphics();
  pages.forEach((page, index) => {
    texts.body.push([]);
    texts.notes.push([]);
    for (const root of page.querySelectorAll(".pagedjs_page_content > div"))
      walk(root, index, null, language, "", texts.body[index] ?? []);
    for (const root of page.querySelectorAll(".pagedjs_footnote_inner_content"))
      walk(root, index, null, language, "", texts.notes[index] ?? []);
  });
  return { language, elements, ...texts };

  /** Text instead of generated content, which no tag holds, in the style that Paged.js gives it. */
  function writeCallNumbers(): void {
    const style = document.createElement("style");
    style.setAttribute("data-pagedjs-inserted-styles", "");
    style.textContent = "[data-call-written]::after { content: none !important }";
    const copied =
      "font-family font-size font-weight font-style font-variant font-feature-settings line-height vertical-align color letter-spacing".split(
        " ",
      );
    document
      .querySelectorAll<HTMLElement>(".pagedjs_page_content [data-footnote-call]")
      .forEach((call, index) => {
        const number = /footnote (\d+)/.exec(call.style.getPropertyValue("counter-set"))?.[1];
        const generated = getComputedStyle(call, "::after");
        const span = document.createElement("span");
        span.textContent = number ?? String(index + 1);
        for (const name of copied) span.style.setProperty(name, generated.getPropertyValue(name));
        call.setAttribute("data-call-written", "");
        call.append(span);
      });
    document.head.append(style);
  }

  /** Pages are hidden on screen; those with graphics are shown for the time it takes to measure them. */
  function measureGraphics(): ReadonlyMap<Element, readonly number[]> {
    const found = new Map<Element, readonly number[]>();
    const graphics = pages.map((page) => [
      ...page.querySelectorAll(".pagedjs_area :is(svg, img, [role='img'])"),
    ]);
    if (!graphics.some((list) => list.length)) return found;
    const hidden = pages.filter((_page, index) => !graphics[index]?.length);
    for (const page of hidden) page.style.display = "none";
    document.documentElement.classList.remove("laid-out");
    pages.forEach((page, index) => {
      const sheet = graphics[index]?.length ? page.getBoundingClientRect() : new DOMRect();
      for (const graphic of graphics[index] ?? []) {
        const { left, top, right, bottom } = graphic.getBoundingClientRect();
        const edges = [left - sheet.left, top - sheet.top, right - sheet.left, bottom - sheet.top];
        found.set(
          graphic,
          edges.map((edge) => Math.round(edge * POINTS * 100) / 100),
        );
      }
    });
    document.documentElement.classList.add("laid-out");
    for (const page of hidden) page.style.removeProperty("display");
    return found;
  }

  function walk(
    root: Element,
    page: number,
    parent: number | null,
    lang: string,
    block: string,
    out: PrintedText[],
  ): void {
    for (const node of root.childNodes) {
      if (node.nodeType === 3 && parent !== null && node.nodeValue) {
        out.push({ element: parent, block, text: node.nodeValue });
      }
      if (!(node instanceof Element) || (node.localName !== "svg" && !(node instanceof HTMLElement)))
        continue;
      const own = node.getAttribute("lang") || null;
      const foreign = own !== null && own !== lang;
      const effective = own ?? lang;
      const index = elements.length;
      elements.push(record(node, page, parent, foreign ? own : null));
      if (
        foreign &&
        INLINE.has(node.localName) &&
        !TAGGED.has(node.localName) &&
        !node.hasAttribute("role")
      ) {
        if (!node.hasAttribute("data-footnote-marker")) node.setAttribute("role", "group");
      }
      node.setAttribute("lang", `${effective}-x-n${index}`);
      if (node.localName === "svg") continue;
      const apart = !INLINE.has(node.localName) || node.hasAttribute("data-footnote-marker");
      const inside = apart ? (node.getAttribute("data-ref") ?? `n${index}`) : block;
      walk(node, page, index, effective, inside, out);
      if (node.localName === "br") out.push({ element: index, block, text: "\n" });
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
    const number = tag === "a" ? element.querySelector("[data-page-of]") : null;
    const above = parent === null ? undefined : elements[parent];
    return {
      tag,
      ref: given("data-ref"),
      page,
      parent,
      role: given("role"),
      classes: given("class") ?? "",
      lang,
      alt: boxes.has(element) ? alternative(element) : null,
      href: given("href"),
      text: tag === "a" ? linkText(element) : null,
      pageNumber: number?.textContent ?? null,
      id: given("id") ?? given("data-id"),
      scope: given("scope"),
      headers: given("headers"),
      colspan: Number(given("colspan") ?? 1),
      rowspan: Number(given("rowspan") ?? 1),
      listStyle: tag === "ul" || tag === "ol" ? getComputedStyle(element).listStyleType : null,
      call: given("data-footnote-call"),
      note: given("data-footnote-marker"),
      continued: element.hasAttribute("data-split-from"),
      repeated: element.hasAttribute("data-repeated") || above?.repeated === true,
      contents:
        tag === "nav" && (given("role") === "doc-toc" || element.querySelector("[data-page-of]") !== null),
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
