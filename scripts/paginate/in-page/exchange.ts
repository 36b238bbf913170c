// What goes into the tab to be laid out and what comes back, as plain values.

import type { PageArea } from "./paged.ts";

export type PageRequest = {
  readonly html: string;
  /** Where the job's files are served, with a closing slash. */
  readonly base: string;
  /** Style sheets among the files, by path. */
  readonly sheets: Readonly<Record<string, string>>;
};

export type PageReply = {
  readonly folios: readonly { page: number; label: string; name: string; ids: readonly string[] }[];
  /** Where the text of each page stands, in points from its top left corner. */
  readonly areas: readonly PageArea[];
  /** Places named by `data-page-of` whose element is on no page. */
  readonly dangling: readonly string[];
  /** Blocks that had to be broken or shrunk because they do not fit a page. */
  readonly strained: readonly string[];
};

/** Why a document cannot be laid out; another try would end the same way. */
export type PageFault = { readonly fault: string };
