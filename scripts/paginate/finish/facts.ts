// What a PDF of record says of itself, as types: everything that is not on its pages.

import type { Folio } from "../../model/folio.ts";
import type { PageArea } from "../in-page/paged.ts";
import type { PrintedDocument } from "../in-page/printed.ts";
import type { LinkWords } from "./links.ts";

/** A file that the PDF carries. */
export type Attachment = {
  /** File name without a folder; names of one PDF differ. */
  readonly name: string;
  /** E.g. `application/json`. */
  readonly mediaType: string;
  /** What it is to the document (ISO 19005-3, 6.8, Table E.1 of Annex E). */
  readonly relationship: "Source" | "Data" | "Supplement";
  readonly description: string;
  readonly bytes: Uint8Array;
};

export type Facts = {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly author: string | null;
  readonly subject: string | null;
  /** ISO 8601; both the making and the last change. */
  readonly time: string;
  readonly attachments: readonly Attachment[];
  /** What links say of notes and pages. */
  readonly words: LinkWords;
};

/** What the tab tells of the pages that it printed. */
export type Pages = {
  readonly document: PrintedDocument;
  readonly folios: readonly Folio[];
  readonly areas: readonly PageArea[];
};

/** What a PDF says of when it was made, where nobody states a time. */
const NO_TIME = "2000-01-01T00:00:00Z";

/** For a document that stands for itself. */
export function defaultFacts({ title, language }: PrintedDocument): Facts {
  return {
    title,
    language,
    direction: "ltr",
    author: null,
    subject: null,
    time: NO_TIME,
    attachments: [],
    words: { note: (number) => `Note ${number}`, page: "page" },
  };
}
