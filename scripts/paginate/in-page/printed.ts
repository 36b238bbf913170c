// The print document as it stands on its pages, what the tab tells of it beside the PDF.

/** One element of a page's body or notes; an element split over pages has one record a fragment. */
export type PrintedElement = {
  readonly tag: string;
  /** The same in every fragment of one element. */
  readonly ref: string | null;
  /** Counts from 0. */
  readonly page: number;
  /** Index of the parent's record; null at the root of a page's body or notes. */
  readonly parent: number | null;
  /** The element's own language; null where it has its parent's. */
  readonly lang: string | null;
  /** Alternative text: empty for decoration, null where there is none or the element is no graphic. */
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
  /** The number that a note or its call begins with. */
  readonly number: boolean;
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
  /** Index of the record of the element that it stands in. */
  readonly element: number;
  /** Texts of one block share this; white space between texts of different blocks says nothing. */
  readonly block: string;
  readonly text: string;
};

/** Where an element stands: its page, from 0, and points from the top left corner of the page. */
export type PrintedPlace = { readonly page: number; readonly left: number; readonly top: number };

export type PrintedDocument = {
  readonly title: string;
  readonly language: string;
  readonly elements: readonly PrintedElement[];
  /** By id: what links lead to. */
  readonly targets: Readonly<Record<string, PrintedPlace>>;
  /** One list a page, in reading order, and one for its notes. */
  readonly body: readonly (readonly PrintedText[])[];
  readonly notes: readonly (readonly PrintedText[])[];
};

/** As the tab sends it: without what is nothing, which would be most of it. */
export type SentElement = Pick<PrintedElement, "page"> & Partial<PrintedElement>;
export type SentDocument = Omit<PrintedDocument, "elements"> & { readonly elements: readonly SentElement[] };

const NOTHING: Omit<PrintedElement, "page"> = {
  tag: "",
  ref: null,
  parent: null,
  lang: null,
  alt: null,
  href: null,
  text: null,
  pageNumber: null,
  id: null,
  scope: null,
  headers: null,
  colspan: 1,
  rowspan: 1,
  listStyle: null,
  call: null,
  note: null,
  number: false,
  continued: false,
  repeated: false,
  contents: false,
  box: null,
};

export function received(sent: SentDocument): PrintedDocument {
  return { ...sent, elements: sent.elements.map((element) => ({ ...NOTHING, ...element })) };
}
