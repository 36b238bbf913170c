// Lays out one document in the tab: its own styles and body in, printed pages and their folios out.

import type { PageFault, PageReply, PageRequest } from "./exchange.ts";
import type { InPage, PageArea } from "./paged.ts";

/** Runs in the tab: it may use nothing from outside its own body. A fault when any of the source is on no page. */
export async function layOut(request: PageRequest): Promise<PageReply | PageFault> {
  const { Paged, chancery } = globalThis as unknown as InPage;
  const MAX_CHARS = 2500;
  const PASSES = 4;
  /** Else glyphs stand on whole pixels of a screen, and the PDF says the place of each by itself. */
  const EXACT = "html { text-rendering: geometricPrecision }";
  const FOREIGN = "script, iframe, frame, object, embed, meta, link, base, video, audio";
  try {
    return await settleNumbers();
  } catch (cause) {
    return {
      fault: cause instanceof Error ? cause.message : "a style sheet asks for a file that is not there",
    };
  }

  async function settleNumbers(): Promise<PageReply> {
    let room: ReadonlyMap<string, string> = new Map();
    for (let pass = 1; ; pass += 1) {
      const doc = new DOMParser().parseFromString(request.html, "text/html");
      reset(doc);
      await paginate(doc, room);
      restoreIds();
      const labels = pageLabels();
      const { dangling, moved } = fill(labels);
      if (!moved) {
        chancery.finished.append(...pages());
        return { folios: folios(), areas: areas(), dangling, strained: [...chancery.strained] };
      }
      if (pass === PASSES)
        throw new Error("Page numbers do not settle: filling them in moves the text each time");
      room = labels;
    }
  }

  function reset(doc: Document): void {
    chancery.previewer?.polisher.destroy();
    chancery.previewer?.chunker.destroy();
    for (const style of document.querySelectorAll("[data-pagedjs-inserted-styles]")) style.remove();
    Object.assign(chancery, {
      notes: undefined,
      stuck: false,
      previewer: undefined,
      numbers: [],
      strained: [],
    });
    chancery.finished = document.createDocumentFragment();
    chancery.sheets = new Map();
    chancery.looks = new Map();
    chancery.boxes = new Map();
    chancery.places = new Map();
    document.body.replaceChildren();
    copyAttributes(doc.documentElement, document.documentElement);
    copyAttributes(doc.body, document.body);
    document.title = doc.title;
  }

  function copyAttributes(from: Element, to: Element): void {
    for (const name of to.getAttributeNames()) to.removeAttribute(name);
    for (const name of from.getAttributeNames()) {
      if (!name.startsWith("on")) to.setAttribute(name, from.getAttribute(name) ?? "");
    }
  }

  async function paginate(doc: Document, reserved: ReadonlyMap<string, string>): Promise<void> {
    const styles = [{ [request.base]: EXACT }, ...styleSheets(doc)];
    const content = document.createDocumentFragment();
    for (const element of doc.body.querySelectorAll(FOREIGN)) element.remove();
    content.append(...document.importNode(doc.body, true).childNodes);
    const digits = (content.textContent ?? "").length > 200_000 ? "000" : "00";
    for (const span of content.querySelectorAll("[data-page-of]")) {
      span.textContent = reserved.get(span.getAttribute("data-page-of") ?? "") ?? digits;
    }
    const indexOfRefs: Record<string, Element> = {};
    content.querySelectorAll("*").forEach((element, index) => {
      element.setAttribute("data-ref", `r${index + 1}`);
      indexOfRefs[`r${index + 1}`] = element;
      const src = element.getAttribute("src");
      if (src) element.setAttribute("src", new URL(src, request.base).href);
    });
    const refs = [...content.querySelectorAll("[data-ref]")]
      .filter(hasOwnText)
      .map((one) => one.getAttribute("data-ref"));
    const previewer = new Paged.Previewer({ maxChars: MAX_CHARS, hyphenGlyph: "\u00AD" });
    chancery.previewer = previewer;
    previewer.chunker.q.tick = (task) => queueMicrotask(task);
    await previewer.preview(Object.assign(content, { indexOfRefs }), styles, document.body);
    refuseLoss(refs);
  }

  function styleSheets(doc: Document): readonly Record<string, string>[] {
    return [...doc.querySelectorAll<HTMLElement>("style, link[rel~='stylesheet']")].map((element) => {
      const path = element.getAttribute("href");
      const media = element.getAttribute("media");
      const text = path === null ? (element.textContent ?? "") : request.sheets[path.replace(/^\.\//, "")];
      if (text === undefined)
        throw new Error(`The style sheet ${path} is not among the files of the document`);
      element.remove();
      return { [new URL(path ?? "", request.base).href]: media ? `@media ${media} {${text}}` : text };
    });
  }

  function hasOwnText(element: Element): boolean {
    return [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  }

  function refuseLoss(refs: readonly (string | null)[]): void {
    const fragments = pages().flatMap((page) => [...page.querySelectorAll("[data-ref]")]);
    const printed = new Set(fragments.map((element) => element.getAttribute("data-ref")));
    const source = chancery.previewer?.chunker.source;
    const lost = refs.filter((ref) => {
      if (printed.has(ref)) return false;
      const element = source?.querySelector(`[data-ref="${ref}"]`);
      return element && !element.closest("[data-undisplayed]");
    });
    if (!lost.length) return;
    const text = source?.querySelector(`[data-ref="${lost[0]}"]`)?.textContent?.replace(/\s+/g, " ").trim();
    throw new Error(`${lost.length} elements are on no page; the first reads “${text?.slice(0, 80)}”`);
  }

  /** An element whose first fragment was taken back keeps its id on the one that is printed first. */
  function restoreIds(): void {
    const held = new Set(pages().flatMap((page) => [...page.querySelectorAll("[id]")].map(({ id }) => id)));
    for (const element of pages().flatMap((page) => [...page.querySelectorAll("[data-id]")])) {
      const id = element.getAttribute("data-id") ?? "";
      if (held.has(id)) continue;
      element.id = id;
      held.add(id);
    }
  }

  function pageLabels(): ReadonlyMap<string, string> {
    const labels = new Map<string, string>();
    pages().forEach((page, index) => {
      for (const element of page.querySelectorAll("[id]")) {
        if (!labels.has(element.id)) labels.set(element.id, String(chancery.numbers[index]));
      }
    });
    return labels;
  }

  /** Writes the numbers where they belong, and says whether a page no longer holds its text because of them. */
  function fill(labels: ReadonlyMap<string, string>): { dangling: readonly string[]; moved: boolean } {
    const dangling: string[] = [];
    const last = new Map<string, string>();
    let moved = false;
    for (const page of pages()) {
      const spans = page.querySelectorAll("[data-page-of]");
      if (!spans.length) continue;
      inDocument(page, () => {
        const before = textWidth(page);
        for (const span of spans) {
          const id = span.getAttribute("data-page-of") ?? "";
          span.textContent = labels.get(id) ?? "?";
          if (!labels.has(id)) dangling.push(id);
        }
        for (const list of page.querySelectorAll("[data-pages]")) dropRepeated(list, last);
        moved ||= textWidth(page) > before + 1;
        chancery.measure(page);
      });
    }
    return { dangling, moved };
  }

  /** “4, 4, 7” reads “4, 7”; `last` holds the last number of each list, since a list may go on overleaf. */
  function dropRepeated(list: Element, last: Map<string, string>): void {
    const ref = list.getAttribute("data-ref") ?? "";
    for (const link of list.querySelectorAll("a")) {
      const number = link.querySelector("[data-page-of]")?.textContent;
      if (!number || number === "?") continue;
      if (last.get(ref) === number) link.remove();
      else last.set(ref, number);
    }
  }

  /** What no longer fits a page runs into a second column beside it. */
  function textWidth(page: Element): number {
    return page.querySelector(".pagedjs_page_content")?.scrollWidth ?? 0;
  }

  function inDocument(page: Element, act: () => void): void {
    if (page.isConnected) {
      act();
      return;
    }
    const place = document.createComment("");
    page.replaceWith(place);
    chancery.previewer?.chunker.pagesArea.prepend(page);
    act();
    place.replaceWith(page);
  }

  function pages(): readonly HTMLElement[] {
    const attached = chancery.previewer?.chunker.pagesArea.children ?? [];
    return [...chancery.finished.children, ...attached] as HTMLElement[];
  }

  function areas(): readonly PageArea[] {
    const nowhere = { left: 0, top: 0, right: 0, bottom: 0 };
    return pages().map((page) => chancery.sheets.get(page)?.area ?? nowhere);
  }

  function folios(): PageReply["folios"] {
    return pages().map((page, index) => {
      const named = [...page.classList].map((name) => /^pagedjs_(.+)_page$/.exec(name)?.[1]);
      const plain = ["left", "right", "first", "blank", "named"];
      const name = named.find((one) => one && !plain.includes(one) && !one.endsWith("_first")) ?? "";
      const body = page.querySelector(".pagedjs_area");
      const ids = [...(body?.querySelectorAll("[id]") ?? [])].map((element) => element.id);
      const label = chancery.sheets.get(page)?.numbered ? String(chancery.numbers[index]) : "";
      return { page: index + 1, label, name, ids };
    });
  }
}
