// Footnotes, replacing how Paged.js 0.4.3 places them: there, notes that grow after the break is chosen hide words.

import type { BreakToken, Chunker, FootnotesClass, InPage, Page, Polisher, Previewer } from "./paged.ts";

/**
 * A call and the beginning of its note stand on one page; a note may go on at the foot of the next; each call and
 * each note carries its own number. Runs in the tab: it may use nothing from outside its own body.
 */
export function installNotes(): void {
  const { Paged, chancery } = globalThis as unknown as InPage;
  /** Of the page's height: what notes carried over from earlier pages may take. */
  const CARRIED = 0.6;
  /** Of a note that goes on overleaf, so many pixels at least stay with its call. */
  const BEGINNING = 30;

  const at = Paged.registeredHandlers.findIndex((one) => "moveFootnote" in one.prototype);
  const Stock = Paged.registeredHandlers[at] as FootnotesClass | undefined;
  if (!Stock) throw new Error("Paged.js has no footnotes");
  const HEIGHT = "--pagedjs-footnotes-height";
  // Were it inherited, as Paged.js has it, each change would style all text of the page anew.
  CSS.registerProperty({ name: HEIGHT, syntax: "<length>", inherits: false, initialValue: "0px" });

  class PlacedNotes extends Stock {
    /** Notes of the text that was rendered since overflow was last looked for; their calls stand in it. */
    #waiting: HTMLElement[] = [];

    constructor(chunker: Chunker, polisher: Polisher, caller: Previewer) {
      super(chunker, polisher, caller);
      chancery.notes = this;
    }

    get pending(): number {
      return this.needsLayout.length;
    }

    override afterParsed(parsed: DocumentFragment): void {
      super.afterParsed(parsed);
      parsed.querySelectorAll<HTMLElement>("[data-note='footnote']").forEach((note, index) => {
        note.dataset.noteNumber = String(index + 1);
      });
    }

    override createFootnoteCall(note: HTMLElement): HTMLElement {
      const call = super.createFootnoteCall(note);
      call.style.setProperty("counter-set", `footnote ${note.dataset.noteNumber}`);
      return call;
    }

    onPageLayout(): void {
      this.#waiting = [];
    }

    /** Paged.js lays the page out at each note; here all notes wait until overflow is looked for. */
    override renderNode(rendered: Node): void {
      if (!(rendered instanceof HTMLElement)) return;
      const within = rendered.querySelectorAll<HTMLElement>("[data-note='footnote']");
      for (const note of rendered.dataset.note === "footnote" ? [rendered] : within) {
        this.createFootnoteCall(note);
        note.remove();
        this.#waiting.push(note);
      }
    }

    /** A note whose call lies beside the page stands in the text again, to be cut off with it. */
    layout(wrapper: Element): void {
      const area = wrapper.closest<HTMLElement>(".pagedjs_area");
      if (!area || !this.#waiting.length) return;
      const right = area.getBoundingClientRect().right;
      for (const note of this.#waiting) {
        const call = wrapper.querySelector(`[data-footnote-call="${note.dataset.ref}"]`);
        if (call && call.getBoundingClientRect().left < right) this.#toFoot(note, area, true);
        else call?.replaceWith(note);
      }
      this.#waiting = [];
    }

    moveFootnote(note: HTMLElement, area: HTMLElement, needsCall: boolean): void {
      if (note.nodeType !== 1) return;
      if (needsCall) this.createFootnoteCall(note);
      this.#toFoot(note, area, needsCall);
    }

    #toFoot(note: HTMLElement, area: HTMLElement, needsCall: boolean): void {
      const inner = part(area, "inner_content");
      const ref = note.dataset.ref ?? "";
      note.removeAttribute("data-break-before");
      if (needsCall && inner.querySelector(`[data-ref="${ref}"]`)) {
        note.remove();
        return;
      }
      inner.append(note);
      if (!needsCall) note.dataset.carried = "";
      note.dataset.footnoteMarker = ref;
      if (!note.dataset.splitFrom) {
        note.id = `note-${ref}`;
        note.style.setProperty("counter-set", `footnote-marker ${note.dataset.noteNumber}`);
      }
      this.fit(area);
    }

    gather(area: HTMLElement): void {
      const right = area.getBoundingClientRect().right;
      for (const note of area.querySelectorAll<HTMLElement>(".pagedjs_page_content [data-note='footnote']")) {
        if (note.getBoundingClientRect().left < right) this.moveFootnote(note, area, true);
      }
    }

    fit(area: HTMLElement): void {
      const inner = part(area, "inner_content");
      const content = part(area, "content");
      const body = area.querySelector(".pagedjs_page_content");
      inner.style.height = "auto";
      for (const note of inner.querySelectorAll("[data-note='footnote']:not([data-carried])")) {
        if (!body?.querySelector(`[data-footnote-call="${note.getAttribute("data-ref")}"]`)) note.remove();
      }
      content.classList.toggle("pagedjs_footnote_empty", inner.children.length === 0);
      const full = area.getBoundingClientRect();
      const height = inner.children.length ? outerHeight(content) : 0;
      const right = full.right;
      let lowest = full.top;
      let last: Element | undefined;
      for (const call of body?.querySelectorAll("[data-footnote-call]") ?? []) {
        const { left, bottom } = lineOf(call);
        if (left < right && bottom >= lowest) [lowest, last] = [bottom, call];
      }
      const room = Math.floor(full.bottom - lowest);
      setHeight(
        area,
        last ? this.#share(inner, height, room, last) : Math.min(height, full.height * CARRIED),
      );
    }

    /** The whole of the notes if there is room under the last call's line, else the room if that starts its note. */
    #share(inner: HTMLElement, height: number, room: number, last: Element): number {
      if (height <= room) return height;
      const own = inner.querySelector(`[data-ref="${last.getAttribute("data-footnote-call")}"]`);
      const ownHeight = own ? own.getBoundingClientRect().height : 0;
      const others = height - ownHeight;
      return others + Math.min(BEGINNING, ownHeight) <= room ? room : height;
    }

    split(page: Page): void {
      const area = page.area.parentElement;
      if (!area) return;
      const inner = part(area, "inner_content");
      const content = part(area, "content");
      const limit = part(area, "area").getBoundingClientRect().height;
      if (!inner.children.length || outerHeight(content) <= Math.ceil(limit)) return;
      const chrome = outerHeight(content) - inner.getBoundingClientRect().height;
      inner.style.height = `${Math.max(0, Math.floor(limit - chrome))}px`;
      const goesOn: BreakToken = { node: undefined };
      super.afterPageLayout(page.element, page, goesOn, this.chunker);
      this.fit(area);
    }

    postpone(area: HTMLElement): boolean {
      const inner = part(area, "inner_content");
      const carried = inner.querySelectorAll(":scope > [data-carried]");
      if (!carried.length) return false;
      const bundle = document.createDocumentFragment();
      bundle.append(...carried);
      this.needsLayout.unshift(bundle);
      this.fit(area);
      return true;
    }

    forget(page: Page): void {
      const known = (ref: string) =>
        page.element.querySelector(
          `[data-footnote-call="${ref}"], .pagedjs_footnote_area [data-ref="${ref}"]`,
        );
      for (const bundle of [...this.needsLayout]) {
        for (const note of [...bundle.children])
          if (!known(note.getAttribute("data-ref") ?? "")) note.remove();
        if (!bundle.children.length) this.needsLayout.splice(this.needsLayout.indexOf(bundle), 1);
      }
    }

    /** Pages with a body were settled before this; those that hold notes only are settled here. */
    override afterPageLayout(_element: HTMLElement, page: Page): void {
      const area = page.area.parentElement;
      if (page.layoutMethod || !area) return;
      const height = outerHeight(part(area, "content"));
      setHeight(area, Math.min(height, area.getBoundingClientRect().height));
      this.split(page);
    }

    async finalizePage(_element: HTMLElement, page: Page): Promise<void> {
      if (!this.needsLayout.length || !endsFlow(page)) return;
      await this.chunker.clonePage(page);
    }
  }

  function part(area: HTMLElement, name: "area" | "content" | "inner_content"): HTMLElement {
    const found = area.querySelector<HTMLElement>(`.pagedjs_footnote_${name}`);
    if (!found) throw new Error(`A page has no footnote ${name}`);
    return found;
  }

  function outerHeight(content: HTMLElement): number {
    const { marginTop, marginBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(content);
    const frame = [marginTop, marginBottom, borderTopWidth, borderBottomWidth];
    return Math.ceil(frame.reduce((sum, one) => sum + (Number.parseFloat(one) || 0), content.scrollHeight));
  }

  function setHeight(area: HTMLElement, height: number): void {
    for (const name of ["page_content", "footnote_area"]) {
      const part = area.querySelector<HTMLElement>(`.pagedjs_${name}`);
      part?.style.setProperty(HEIGHT, `${Math.max(0, height)}px`);
    }
  }

  function lineOf(call: Element): { left: number; bottom: number } {
    const range = document.createRange();
    if (call.previousSibling) range.setStartBefore(call.previousSibling);
    else range.setStartBefore(call);
    range.setEndAfter(call);
    const rects = [...range.getClientRects()].filter((rect) => rect.width || rect.height);
    const own = call.getBoundingClientRect();
    const line = rects.filter(
      (rect) => rect.left <= own.right && rect.bottom >= own.top && rect.top <= own.bottom,
    );
    return {
      left: own.left,
      bottom: Math.max(own.bottom, ...line.map((rect) => Math.min(rect.bottom, own.bottom + 12))),
    };
  }

  /** Nothing follows this page, or what follows must begin a page of its own. */
  function endsFlow(page: Page): boolean {
    const next = page.layoutMethod ? page.endToken?.node : undefined;
    if (!next) return true;
    if (!(next instanceof HTMLElement)) return false;
    const { breakBefore, previousBreakAfter, page: name } = next.dataset;
    const forced = (value: string | undefined) => value !== undefined && !value.startsWith("avoid");
    return forced(breakBefore) || forced(previousBreakAfter) || name !== undefined;
  }

  Paged.registeredHandlers[at] = PlacedNotes;
}
