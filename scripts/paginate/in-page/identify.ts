// Names every element of the printed pages, so that the PDF can be joined with the document it was printed from.

import type { InPage } from "./paged.ts";
import type { PrintedPlace, PrintedText, SentDocument, SentElement } from "./printed.ts";

/** What an element has from those around it. `kind`: the letter of the private subtag around it. */
type Place = {
  readonly page: number;
  readonly parent: number | null;
  readonly lang: string;
  readonly block: string;
  readonly kind: string;
  readonly repeated: boolean;
};

/**
 * Gives every element a private subtag of its language (BCP 47, 2.2.7), which Chromium writes beside each tag of the
 * PDF: `en-x-p3` is the body or the notes of page 3, `en-x-n17` the next record whose number leaves 17 when divided by
 * 64. Chromium keeps fonts and shapes anew for each language: with one an element, long documents print at half the
 * speed. No word moves. Runs in the tab, after layout: it may use nothing from outside its own body.
 */
export function identify(): SentDocument {
  /** As in finish/leaves.ts. */
  const CYCLE = 64;
  /** As the origin in tab.ts: nothing else can be reached. */
  const ELSEWHERE = "http://pack.invalid/";
  const INLINE = new Set(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr".split(
      " ",
    ),
  );
  /** Chromium gives these a tag of their own; others get one through a role. */
  const TAGGED = new Set(["a", "code", "em", "strong"]);
  const language = document.documentElement.lang || "und";
  const elements: SentElement[] = [];
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
  const places = placesById();
  const targets: Record<string, PrintedPlace> = {};
  const body: PrintedText[][] = [];
  const notes: PrintedText[][] = [];
  pages.forEach((page, index) => {
    body.push(textsIn(page, index, ".pagedjs_page_content > div"));
    notes.push(textsIn(page, index, ".pagedjs_footnote_inner_content"));
  });
  return { title: document.title, language, elements, targets, body, notes };

  function textsIn(page: Element, index: number, selector: string): PrintedText[] {
    const texts: PrintedText[] = [];
    for (const root of page.querySelectorAll(selector)) {
      root.setAttribute("lang", `${language}-x-p${index}`);
      root.setAttribute("role", "group");
      walk(root, { page: index, parent: null, lang: language, block: "", kind: "p", repeated: false }, texts);
    }
    return texts;
  }

  function walk(root: Element, place: Place, texts: PrintedText[]): void {
    const { page, parent, lang, block } = place;
    for (const node of root.childNodes) {
      if (node.nodeType === 3 && parent !== null && node.nodeValue)
        texts.push({ element: parent, block, text: node.nodeValue });
      if (!(node instanceof HTMLElement || node instanceof SVGSVGElement)) continue;
      const own = node.getAttribute("lang") || null;
      const foreign = own !== null && own !== lang ? own : null;
      const index = elements.length;
      const repeated = place.repeated || node.hasAttribute("data-repeated");
      elements.push(record(node, page, parent, foreign, repeated));
      const inline = INLINE.has(node.localName) && !node.hasAttribute("data-footnote-marker");
      const untagged = inline && !TAGGED.has(node.localName) && !node.hasAttribute("role");
      const label = node.matches("[data-footnote-marker] > [data-number]");
      if ((foreign && untagged) || label) node.setAttribute("role", "group");
      let { kind } = place;
      if (!untagged || foreign || label) {
        // Chromium leaves out a language that is that of the element around it: no two nested ones may be the same.
        kind = kind === "n" ? "m" : "n";
        node.setAttribute("lang", `${own ?? lang}-x-${kind}${index % CYCLE}`);
      } else node.removeAttribute("lang");
      if (node instanceof SVGSVGElement) continue;
      if (node instanceof HTMLAnchorElement) leadAway(node);
      if (node.localName === "br" || apart.has(node)) texts.push({ element: index, block, text: "\n" });
      const inside = inline ? block : (node.getAttribute("data-ref") ?? `n${index}`);
      walk(node, { page, parent: index, lang: own ?? lang, block: inside, kind, repeated }, texts);
      if (apart.has(node)) texts.push({ element: index, block, text: "\n" });
    }
  }

  /**
   * Chromium looks for the target of each link within the document on each page anew. To it such a link leads
   * elsewhere; in the PDF it leads to its target (finish/links.ts).
   */
  function leadAway(link: HTMLAnchorElement): void {
    const href = link.getAttribute("href") ?? "";
    const place = href.startsWith("#") ? places.get(href.slice(1)) : undefined;
    if (!place) return;
    targets[href.slice(1)] = place;
    link.setAttribute("href", ELSEWHERE);
  }

  function placesById(): ReadonlyMap<string, PrintedPlace> {
    const found = new Map<string, PrintedPlace>();
    pages.forEach((page, index) => {
      for (const element of page.querySelectorAll(".pagedjs_area [id]")) {
        const [left = 0, top = 0] = chancery.places.get(element) ?? [];
        if (!found.has(element.id))
          found.set(element.id, { page: index, left: Math.max(0, left), top: Math.max(0, top) });
      }
    });
    return found;
  }

  function record(
    element: Element,
    page: number,
    parent: number | null,
    lang: string | null,
    repeated: boolean,
  ): SentElement {
    const sent: { -readonly [Key in keyof SentElement]: SentElement[Key] } = { page };
    const tag = element.localName;
    sent.tag = tag;
    if (parent !== null) sent.parent = parent;
    if (lang !== null) sent.lang = lang;
    if (repeated) sent.repeated = true;
    for (const { name, value } of element.attributes) {
      if (name === "data-ref") sent.ref = value;
      else if (name === "id" || (name === "data-id" && sent.id === undefined)) sent.id = value;
      else if (name === "href" || name === "scope" || name === "headers") sent[name] = value;
      else if (name === "colspan" || name === "rowspan") sent[name] = Number(value);
      else if (name === "data-footnote-call") sent.call = value;
      else if (name === "data-footnote-marker") sent.note = value;
      else if (name === "data-number") sent.number = true;
      else if (name === "data-split-from") sent.continued = true;
    }
    const list = styles.get(element);
    if (list !== undefined) sent.listStyle = list;
    const box = boxes.get(element);
    if (box) Object.assign(sent, { box, alt: alternative(element) });
    if (tag === "a" || tag === "nav") {
      const number = element.querySelector("[data-page-of]");
      if (tag === "a")
        Object.assign(sent, { text: linkText(element), pageNumber: number?.textContent ?? null });
      else sent.contents = number !== null || element.getAttribute("role") === "doc-toc";
    }
    return sent;
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
