// What a document states of itself, and nothing that it does not.

/** Each null when the document does not state it. */
export type Metadata = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** A day, `YYYY-MM-DD`, in the document's own time zone. */
  readonly published: string | null;
  /** A BCP 47 tag. */
  readonly language: string | null;
  readonly direction: "ltr" | "rtl" | null;
  /** Its canonical address, absolute. */
  readonly url: string | null;
};

export const nothingStated: Metadata = {
  ...{
    title: null,
    byline: null,
    publisher: null,
    published: null,
    language: null,
    direction: null,
    url: null,
  },
};
