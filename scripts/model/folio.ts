// A printed page as a record: what paginate says of each page, so that facts can be checked without pictures.

export type Folio = {
  /** Position in the PDF, from 1. */
  readonly page: number;
  /** What is printed as the page's number; empty on pages that print none. */
  readonly label: string;
  /** CSS named page, e.g. `cover`; empty for the default page. */
  readonly name: string;
  /** Fragment ids of the elements that start on this page. */
  readonly ids: readonly string[];
};
