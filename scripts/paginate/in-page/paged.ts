// The part of Paged.js 0.4.3 that Chancery drives, as types; nothing here is code.

export type BreakToken = { node: Node | undefined; offset?: number | undefined };

export type Layout = {
  readonly bounds: DOMRect;
  findBreakToken(
    rendered: Element,
    source: Node,
    bounds?: DOMRect,
    previous?: BreakToken,
    extract?: boolean,
  ): BreakToken | undefined;
  findOverflow(rendered: Element, bounds?: DOMRect): Range | undefined;
  hasOverflow(rendered: Element, bounds?: DOMRect): boolean;
};

export type Page = {
  /** Counts from 0. */
  readonly position: number;
  readonly element: HTMLElement;
  readonly area: HTMLElement;
  readonly wrapper: HTMLElement | undefined;
  readonly layoutMethod: Layout | undefined;
  readonly blank: boolean | undefined;
  /** Shared by all pages of a document. */
  readonly settings: { maxChars?: number };
  startToken: BreakToken | false | undefined;
  endToken: BreakToken | undefined;
  layout(
    source: Node,
    token: BreakToken | false | undefined,
    maxChars?: number,
  ): Promise<BreakToken | undefined>;
};

/** Without `indexOfRefs` Paged.js looks through the whole document for each element that it breaks at. */
export type Source = DocumentFragment & { indexOfRefs: Record<string, Element> };

export type Chunker = {
  readonly pages: Page[];
  readonly pagesArea: HTMLElement;
  readonly source: Source;
  readonly pageTemplate: HTMLTemplateElement;
  readonly q: { tick: (task: () => void) => void };
  on(event: "page", listener: (page: Page) => void): void;
  clonePage(page: Page): Promise<void>;
  destroy(): void;
};

export type Polisher = { destroy(): void };

export type Previewer = {
  readonly chunker: Chunker;
  readonly polisher: Polisher;
  preview(content: Node, styles: readonly Record<string, string>[], target: Element): Promise<unknown>;
};

/** A handler's methods are bound to the hooks of the same name when it is made. */
export type Handler = { readonly chunker: Chunker };
export type HandlerClass<Kind extends Handler = Handler> = new (
  chunker: Chunker,
  polisher: Polisher,
  caller: Previewer,
) => Kind;

export type Footnotes = Handler & {
  readonly needsLayout: ParentNode[];
  createFootnoteCall(note: HTMLElement): HTMLElement;
  afterPageLayout(element: HTMLElement, page: Page, token: BreakToken | undefined, chunker: Chunker): void;
  afterParsed(parsed: DocumentFragment): void;
  renderNode(rendered: Node): void;
};
export type FootnotesClass = HandlerClass<Footnotes>;

/** The handler of `@page` rules. */
export type Margins = Handler & {
  /** By selector of the page, e.g. `:left`. */
  readonly pages: Readonly<Record<string, unknown>>;
  /** By selector, `PAGE .pagedjs_margin-PLACE`. */
  readonly marginalia: Readonly<Record<string, { readonly hasContent: boolean }>>;
  finalizePage(element: HTMLElement, page: Page): void;
};

/** The handler of `string-set`. */
export type Strings = Handler & {
  afterPageLayout(page: {
    querySelectorAll(selector: string): NodeListOf<Element>;
    readonly style: { setProperty(name: string, value: string): void };
  }): void;
};

export type Paged = {
  readonly Handler: HandlerClass;
  readonly Previewer: new (settings: { maxChars: number; hyphenGlyph: string }) => Previewer;
  readonly registeredHandlers: HandlerClass[];
  registerHandlers(...handlers: readonly HandlerClass[]): void;
};

/** What the functions of this folder share while a document is laid out; they are sent to the tab as text. */
export type Workshop = {
  /** Finished pages, kept out of the document until all is written into them: the browser lays them out once more. */
  finished: DocumentFragment;
  notes: Notes | undefined;
  /** Set when a break would repeat the token that the page began with. */
  stuck: boolean;
  previewer: Previewer | undefined;
  /** The printed number of each page, in order. */
  numbers: number[];
  /** What was seen of each page while it was in the document. */
  sheets: Map<Element, Sheet>;
  /** What was seen of elements while their page was in the document. */
  looks: Map<Element, Look>;
  lookOf(element: Element): Look;
  /** Where graphics stand, in points from the top left corner of their page: left, top, right, bottom. */
  boxes: Map<Element, readonly number[]>;
  /** Where elements with an id stand, as graphics do. */
  places: Map<Element, readonly number[]>;
  /** Notes the boxes and places of a page that is in the document. */
  measure(page: Element): void;
  /** Elements that had to give way so that layout could go on, as short descriptions. */
  strained: string[];
};

/** How an element is displayed, how it marks its items if it is a list, and how its number looks if it is a note or a call. */
export type Look = { readonly display: string; readonly list: string; readonly number: string };

/** Points from the top left corner of the page. */
export type PageArea = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type Sheet = { readonly numbered: boolean; readonly area: PageArea };

/** The notes of the document being laid out. */
export type Notes = {
  readonly pending: number;
  /** Moves notes that still stand in the text of the page to its foot. */
  gather(area: HTMLElement): void;
  /** Gives the notes' area the height that its notes may take; notes without their call leave it. */
  fit(area: HTMLElement): void;
  /** Moves what does not fit to the next page. */
  split(page: Page): void;
  /** Takes notes that were carried over off this page, for the next one. */
  postpone(area: HTMLElement): boolean;
  /** Drops fragments that wait for the next page although their call is not on this one. */
  forget(page: Page): void;
};

export type InPage = { Paged: Paged; chancery: Workshop };
